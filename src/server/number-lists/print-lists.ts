import { listLists } from "#server/number-lists/list-lists.ts";
import type { CommandResult, Terminal } from "#server/platform/command.ts";
import { type Context, transaction } from "#server/platform/context.ts";

const copiesMax = 200;

export async function printLists(
  ctx: Context,
  { json }: { json: boolean },
  terminal: Terminal,
): Promise<CommandResult> {
  const { items } = await transaction(ctx, (tx) => listLists(tx, { all: "false", limit: copiesMax }));
  if (json) {
    terminal.out(JSON.stringify(items.map((copy) => ({ ...copy, importedAt: copy.importedAt.toISOString() }))));
    return "ok";
  }
  for (const { list, copiedOn, numbers, areaCodes, ageDays, freshUntil, isFresh } of items) {
    const isAdditions = areaCodes?.length === 0;
    const scope = isAdditions
      ? " added by changes, without the list"
      : areaCodes
        ? ` of ${areaCodes.length} area codes`
        : "";
    const fresh = isFresh ? `good until ${freshUntil}` : `STALE since ${freshUntil}`;
    terminal.out(`${list}: ${numbers} numbers${scope}, copy of ${copiedOn} (${ageDays} days old), ${fresh}`);
  }
  if (items.length === 0) terminal.out("no do-not-call list has been imported");
  return "ok";
}
