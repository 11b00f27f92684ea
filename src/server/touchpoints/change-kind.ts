import type { z } from "zod";
import type { changeKind as changeEndpoint, TouchpointKind } from "#api/touchpoints.ts";
import { AppError } from "#domain/errors.ts";
import { flawOfKind, type TouchpointKind as Kind } from "#domain/touchpoints/kinds.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { wantStandingsAnew } from "#server/touchpoints/jobs.ts";
import { loadKinds } from "#server/touchpoints/load-kinds.ts";
import { deleteKindChange, loadKindChanges, saveKindChange } from "#server/touchpoints/queries.ts";

const plainKind: Omit<Kind, "slug"> = {
  direction: "contact",
  weight: 0,
  memoryDays: null,
  window: null,
  expectation: null,
  isConversation: false,
  hotUnderReferralOnly: false,
  gateRelationship: null,
};

export async function listKinds(ctx: Context): Promise<{ items: TouchpointKind[] }> {
  return transaction(ctx, async (tx) => {
    const changed = new Set((await loadKindChanges(tx)).map(({ slug }) => slug));
    const kinds = await loadKinds(tx);
    return { items: [...kinds.values()].map((kind) => ({ ...kind, changed: changed.has(kind.slug) })) };
  });
}

/** Changes a kind, or adds one of the workspace's own. What it is to the gate stays: that is not for a team to decide. */
export async function changeKind(ctx: Context, input: z.output<typeof changeEndpoint.input>): Promise<TouchpointKind> {
  return transaction(ctx, async (tx) => {
    const known = (await loadKinds(tx)).get(input.slug);
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
    const kind: Kind = { ...plainKind, ...known, ...given, slug: input.slug };
    const flaw = known && kind.direction !== known.direction ? "direction" : flawOfKind(kind);
    if (flaw) throw new AppError("invalid_input", { problems: [{ field: flaw, message: "not_possible" }] });
    const { slug: _slug, ...settings } = kind;
    await saveKindChange(tx, input.slug, settings);
    await wantStandingsAnew(tx);
    return { ...kind, changed: true };
  });
}

/** Gives a kind back what it has for the industry. A kind of the workspace's own goes; its touchpoints stay, as context. */
export async function resetKind(ctx: Context, { slug }: { slug: string }): Promise<{ items: TouchpointKind[] }> {
  return transaction(ctx, async (tx) => {
    if (!(await deleteKindChange(tx, slug))) throw new AppError("not_found", { slug });
    await wantStandingsAnew(tx);
    return listKinds(tx);
  });
}
