import fc from "fast-check";
import { expect, test } from "vitest";
import { deriveStanding } from "#domain/temperature/derive-standing.ts";
import type { HistoryTouchpoint } from "#domain/temperature/history.ts";
import { defaultKinds, type Verification, verifications } from "#domain/touchpoints/kinds.ts";
import { mergeContacts } from "#server/contacts/merge-contacts.ts";
import { unmergeContacts } from "#server/contacts/unmerge-contacts.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { checkStandings } from "#server/touchpoints/check-standings.ts";
import { loadWorkspaceWarmth } from "#server/touchpoints/load-warmth-rules.ts";
import { insertMark } from "#server/touchpoints/queries.ts";
import { readStandings } from "#server/touchpoints/read-standings.ts";
import { refreshStandings } from "#server/touchpoints/refresh-standings.ts";
import { testDatabase } from "#test/database.ts";
import { aContact, aTouchpoint, at, aWorkspace } from "#test/factories.ts";

const database = testDatabase();
const dayMs = 86_400_000;
const start = new Date("2026-11-23T09:30:00Z");

type Step =
  | { do: "touch"; who: number; kind: string; daysAgo: number; verification: Verification; inDays: number }
  | { do: "mark"; which: number; mark: "confirmed" | "fulfilled" | "retracted" }
  | { do: "merge"; one: number; other: number }
  | { do: "unmerge" };

const people = 3;
const who = fc.nat(people - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("touch" as const),
      who,
      kind: fc.constantFrom(...defaultKinds.map(({ slug }) => slug), "no_such_kind"),
      daysAgo: fc.nat(400),
      verification: fc.constantFrom(...verifications),
      inDays: fc.nat(20),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("mark" as const),
      which: fc.nat(20),
      mark: fc.constantFrom("confirmed" as const, "fulfilled" as const, "retracted" as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("merge" as const), one: who, other: who }) },
  { weight: 1, arbitrary: fc.constant({ do: "unmerge" as const }) },
);

/** What should be known, kept beside the database in the plainest way. */
type Model = {
  ids: string[];
  touchpoints: (HistoryTouchpoint & { contactId: string })[];
  survivorOf: Map<string, string>;
  merges: { survivor: string; merged: string; mergeId: string; children: string[] }[];
};

test("every stored standing is what the whole history gives from scratch, whatever happened and in whatever order", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const ctx = await aWorkspace(database, { now: start, timeZone: "Europe/Berlin", country: "DE" });
      const model: Model = { ids: [], touchpoints: [], survivorOf: new Map(), merges: [] };
      for (let each = 0; each < people; each++) model.ids.push((await aContact(ctx)).id);

      for (const [index, each] of steps.entries()) {
        await perform(at(ctx, new Date(start.getTime() + index * 60_000)), each, model);
      }

      await expectStandings(ctx, model);
      expect(await checkStandings(ctx)).toMatchObject({ checked: people, different: 0, first: null });
    }),
    { numRuns: 25 },
  );
}, 120_000);

async function perform(ctx: Context, each: Step, model: Model): Promise<void> {
  if (each.do === "touch") return touch(ctx, each, model);
  if (each.do === "mark") return mark(ctx, each, model);
  if (each.do === "unmerge") return takeApart(ctx, model);
  const [one = "", other = ""] = [model.ids[each.one], model.ids[each.other]];
  const [survivor, merged] = [survivorIn(model, one), survivorIn(model, other)];
  if (survivor === merged) return;
  const contact = await mergeContacts(ctx, { id: survivor, otherId: merged });
  const children = [...model.survivorOf].filter(([, of]) => of === merged).map(([id]) => id);
  for (const id of [merged, ...children]) model.survivorOf.set(id, survivor);
  const mergeId = contact.merged.find(({ contactId }) => contactId === merged)?.mergeId ?? "";
  model.merges.push({ survivor, merged, mergeId, children });
}

async function touch(ctx: Context, each: Step & { do: "touch" }, model: Model): Promise<void> {
  const contactId = model.ids[each.who] ?? "";
  const occurredAt = new Date(start.getTime() - each.daysAgo * dayMs);
  const endsAt = each.kind === "meeting_booked" ? new Date(occurredAt.getTime() + each.inDays * dayMs) : null;
  const { kind, verification } = each;
  const { id } = await aTouchpoint(ctx, contactId, {
    ...{ kind, verification, occurredAt },
    ...(endsAt ? { scheduledAt: endsAt } : {}),
  });
  model.touchpoints.push({ id, contactId, kind, occurredAt, verification, endsAt });
}

async function mark(ctx: Context, each: Step & { do: "mark" }, model: Model): Promise<void> {
  const touchpoint = model.touchpoints[each.which % Math.max(1, model.touchpoints.length)];
  if (!touchpoint) return;
  await transaction(ctx, async (tx) => {
    await insertMark(tx, { touchpointId: touchpoint.id, mark: each.mark, markedBy: null });
    await refreshStandings(tx, [touchpoint.contactId]);
  });
  if (each.mark === "confirmed") touchpoint.verification = "confirmed";
  if (each.mark === "retracted") touchpoint.retracted = true;
  if (each.mark === "fulfilled") touchpoint.fulfilledAt ??= ctx.now;
}

async function takeApart(ctx: Context, model: Model): Promise<void> {
  const merge = model.merges.pop();
  if (!merge) return;
  await unmergeContacts(ctx, { id: merge.survivor, mergeId: merge.mergeId });
  model.survivorOf.delete(merge.merged);
  for (const id of merge.children) model.survivorOf.set(id, merge.merged);
}

function survivorIn({ survivorOf }: Model, id: string): string {
  return survivorOf.get(id) ?? id;
}

async function expectStandings(ctx: Context, model: Model): Promise<void> {
  await transaction(ctx, async (tx) => {
    const { rules } = await loadWorkspaceWarmth(tx);
    const stored = await readStandings(tx, model.ids);
    for (const id of model.ids) {
      if (model.survivorOf.has(id)) {
        expect(stored.get(id)).toBeUndefined();
        continue;
      }
      const touchpoints = model.touchpoints.filter(({ contactId }) => survivorIn(model, contactId) === id);
      const history = { touchpoints, timeZone: "Europe/Berlin", place: { country: "DE" } };
      const { heatLog, ...expected } = deriveStanding(history, rules);
      expect(stored.get(id)).toMatchObject(expected);
      const notHeated = -1e9;
      expect(stored.get(id)?.heatLog ?? notHeated).toBeCloseTo(heatLog ?? notHeated, 9);
    }
  });
}
