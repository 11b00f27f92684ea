import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Day, dayText } from "#server/demo/days.ts";
import type { InventedPerson } from "#server/demo/invented-people.ts";
import { importList } from "#server/number-lists/import-list.ts";
import type { Context } from "#server/platform/context.ts";

/** The lists that the gate wants a fresh copy of before it lets anybody ring the people of the demo. */
const LISTS = [
  { list: "us-dnc", country: "US" },
  { list: "gb-tps", country: "GB" },
  { list: "gb-ctps", country: "GB" },
] as const;

/** A copy is good for about four weeks. */
const renewalDays = 21;
const listedOf = 40;

/** Invented copies of do-not-call lists, renewed before they are too old; a few of the invented people stand on them. */
export async function renewLists(
  ctx: Context,
  people: readonly InventedPerson[],
  age: number,
  day: Day,
): Promise<void> {
  if (age % renewalDays !== 0) return;
  const folder = await mkdtemp(join(tmpdir(), "warmline-demo-"));
  try {
    for (const { list, country } of LISTS) {
      const listed = people.filter((person, index) => person.country === country && index % listedOf === 0);
      const file = {
        path: join(folder, `${list}.csv`),
        name: `${list}.csv`,
        rejectedPath: join(folder, "rejected.csv"),
      };
      await writeFile(file.path, ["phone", ...listed.map(({ phone }) => `"${phone}"`), ""].join("\n"));
      await importList(ctx, { list, files: [file], copiedOn: dayText(day), column: "phone", isWhole: true });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
