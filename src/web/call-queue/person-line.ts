import type { QueueContact } from "#api/queue.ts";

/** "Head of Operations, Northwind Freight": what is known of somebody's work. */
export function workOf({ jobTitle, company }: QueueContact): string {
  return [jobTitle, company].filter(Boolean).join(", ");
}
