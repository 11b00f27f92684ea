import type { Notice } from "#api/notices.ts";

/** Who may watch is the row's permission; what is announced the door passes on. */
export async function watchNotices(): Promise<Notice> {
  return { topic: "people_changed", contactIds: null };
}
