import type { z } from "zod";
import type { MatchAnswer, MatchQuery } from "#api/contact-matches.ts";
import { readPoint } from "#domain/contacts/points.ts";
import { findMatches } from "#server/contacts/find-matches.ts";
import { keysOf, visibleIds } from "#server/contacts/refuse-duplicate.ts";
import { contactReach } from "#server/contacts/visible-contacts.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { loadWorkspace } from "#server/team/load-workspace.ts";

/** "This looks like …": what would be found if somebody added this person now. Half-typed points are left out. */
export async function matchContact(ctx: Context, input: z.output<typeof MatchQuery>): Promise<MatchAnswer> {
  return transaction(ctx, async (tx) => {
    const country = input.country ?? (await loadWorkspace(tx)).country;
    const points = input.points.flatMap((written) => {
      const point = readPoint(written, country);
      return "refused" in point ? [] : [point];
    });
    const [match] = await findMatches(tx, [keysOf({ name: input.name, company: input.company, points })]);
    if (!match || match.found === "none") return { found: "none", by: null, contacts: [], hidden: 0 };

    const ids = match.found === "one" ? [match.contactId, ...match.alsoIds] : match.contactIds;
    const visible = await visibleIds(tx, ids);
    // Who may see only his own learns that a number is known here, not whose it is or how many share it.
    const hidden =
      (await contactReach(tx, "contacts:read")) === "own"
        ? Math.min(1, ids.length - visible.length)
        : ids.length - visible.length;
    return {
      found: match.found,
      by: match.found === "one" ? match.by : null,
      contacts: await nameThem(tx, visible),
      hidden,
    };
  });
}

async function nameThem(tx: Context, ids: readonly string[]): Promise<MatchAnswer["contacts"]> {
  if (ids.length === 0) return [];
  return tx.db
    .selectFrom("contacts as c")
    .leftJoin("accounts as a", (join) =>
      join.onRef("a.workspaceId", "=", "c.workspaceId").onRef("a.id", "=", "c.accountId"),
    )
    .select(["c.id", "c.fullName as name", "a.name as company"])
    .where("c.workspaceId", "=", tx.actor.workspaceId)
    .where("c.id", "in", [...ids])
    .execute();
}
