import { AppError } from "#domain/errors.ts";
import { profileOf } from "#server/imports/reading/cell.ts";
import type { ReadOptions } from "#server/imports/reading/read-options.ts";
import type { Source } from "#server/imports/reading/source.ts";
import { type Cells, readTable } from "#server/imports/reading/table.ts";

export type Member = { name: string; url: string };

/** What a first reading of the messages shows: who the owner is, and who wrote in which thread on which day. */
export type Threads = { owner: Member; writers: Map<string, Set<string>> };

export async function readThreads(source: Source, options: ReadOptions): Promise<Threads> {
  const threadsOf = new Map<string, Set<string>>();
  const writers = new Map<string, Set<string>>();
  const rows = readTable(source, options, {
    findHeader: (records) => {
      const at = Math.max(
        0,
        records.findIndex((record) => /conversation id/i.test(record.join())),
      );
      return { names: records[at] ?? [], next: at + 1 };
    },
    mapColumns: (names) => names.map(() => null),
    dates: { order: "mdy", zone: "UTC" },
    row: (cells) => {
      const thread = cells.get("conversationid");
      const sender = cells.get("from").toLowerCase();
      for (const { name } of recipientsOf(cells)) put(threadsOf, name.toLowerCase(), thread);
      if (isSponsored(cells)) return;
      put(threadsOf, sender, thread);
      put(writers, threadDay(cells), sender);
    },
  });
  for await (const _row of rows);
  return { owner: ownerOf(threadsOf, source, options), writers };
}

/** Thread and day: what makes one touchpoint of many messages. */
export function threadDay(cells: Cells): string {
  return `${cells.get("conversationid")}:${cells.get("date").slice(0, 10)}`;
}

export function isSponsored(cells: Cells): boolean {
  const content = cells.get("content");
  const isAdvert =
    content.startsWith('<p class="spinmail-quill-editor__spin-break">') || content.includes("%FIRSTNAME%");
  return cells.get("senderprofileurl") === "" || isAdvert;
}

/** Names contain ", " and are joined by it, so a list of names is only cut where it has as many as the addresses. */
export function recipientsOf(cells: Cells): Member[] {
  const to = cells.get("to");
  const urls = cells
    .get("recipientprofileurls")
    .split(",")
    .filter((url) => url !== "");
  if (urls.length <= 1) return to === "" && urls.length === 0 ? [] : [{ name: to, url: urls[0] ?? "" }];
  const names = to.split(", ");
  return urls.map((url, index) => ({ name: names.length === urls.length ? (names[index] ?? "") : "", url }));
}

export function isSameMember(one: Member, other: Member): boolean {
  const urls = [profileOf(one.url)?.url, profileOf(other.url)?.url];
  if (urls[0] && urls[1]) return urls[0] === urls[1];
  return one.name !== "" && one.name.toLowerCase() === other.name.toLowerCase();
}

function put(sets: Map<string, Set<string>>, key: string, value: string): void {
  if (key === "") return;
  const known = sets.get(key);
  if (known) known.add(value);
  else sets.set(key, new Set([value]));
}

/**
 * The one person who takes part in more threads than anybody else. Where two could be (a single conversation), the
 * file alone cannot tell, and whoever imports it is asked.
 */
function ownerOf(threadsOf: Map<string, Set<string>>, source: Source, { ownerName }: ReadOptions): Member {
  const said = ownerName?.trim() ?? "";
  if (said !== "") return profileOf(said) ? { name: "", url: said } : { name: said, url: "" };
  const ranked = [...threadsOf].sort(([, one], [, other]) => other.size - one.size);
  const [first, second] = ranked;
  if (!first) return { name: "", url: "" };
  if (!second || first[1].size > second[1].size) return { name: first[0], url: "" };
  throw new AppError("invalid_input", { file: source.name, field: "owner-name", reason: "owner_of_messages_unknown" });
}
