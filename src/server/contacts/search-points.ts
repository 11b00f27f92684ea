import { sql } from "kysely";
import { profileKey } from "#domain/contacts/points.ts";
import { parsePhone } from "#domain/phones.ts";
import { reachOf } from "#domain/policy.ts";
import type { Context } from "#server/platform/context.ts";
import { loadWorkspace } from "#server/team/load-workspace.ts";

const foundMax = 500;
const digitsMin = 4;
/* Who may not see numbers could find one digit by digit; with seven of them there is nothing left to find. */
const digitsMinMasked = 7;
const afterEveryText = "\u{10FFFF}";

const numberShape = /^[+\d\s().\-/]+$/;
const profileShape = /^(?:https?:\/\/|www\.)|\.\p{L}{2,}\//iu;

/** Whether the text can be something else than words. */
export function mayBePoint(text: string): boolean {
  return text.includes("@") || numberShape.test(text) || profileShape.test(text);
}

/**
 * The contacts with a number, address or profile like the text; null where the text is none of these. Under a mask
 * only what the searcher knows already is found: a whole address, or the greater part of a number.
 */
export async function searchPoints(tx: Context, text: string): Promise<string[] | null> {
  const isMasked = reachOf(tx.actor, "numbers:reveal") === undefined;
  if (text.includes("@")) {
    const email = text.toLowerCase();
    return isMasked ? withValue(tx, "email", email, email) : withValue(tx, "email", email, email + afterEveryText);
  }
  if (numberShape.test(text)) {
    const digits = text.replace(/\D/g, "");
    if (digits.length < digitsMin) return null;
    return withNumber(tx, text, digits, isMasked ? digitsMinMasked : digitsMin);
  }
  if (profileShape.test(text)) {
    const profile = profileKey(text);
    return withValue(tx, "profile", profile, profile + afterEveryText);
  }
  return null;
}

async function withNumber(tx: Context, text: string, digits: string, lengthMin: number): Promise<string[]> {
  const { country } = await loadWorkspace(tx);
  const phone = parsePhone(text, country);
  const exact = "refused" in phone ? [] : await withReversed(tx, reversed(phone.e164), "");
  if (exact.length > 0 || digits.length < lengthMin) return exact;
  const asTyped = await withEnding(tx, digits);
  // Some write a zero before the area code that the international form does not have.
  const national = digits.replace(/^0+/, "");
  return asTyped.length > 0 || national.length < lengthMin ? asTyped : withEnding(tx, national);
}

async function withEnding(tx: Context, digits: string): Promise<string[]> {
  return withReversed(tx, reversed(digits), afterEveryText);
}

function reversed(text: string): string {
  return [...text].reverse().join("");
}

/** Numbers are indexed from their end, whole ones too. */
async function withReversed(tx: Context, from: string, more: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct coalesce(c.merged_into_id, c.id) as id from contact_points p
    join contacts c on c.workspace_id = p.workspace_id and c.id = p.contact_id
    where p.workspace_id = ${tx.actor.workspaceId}::uuid and reversed is not null
      and reversed >= ${from} and reversed <= ${from + more} and p.state = 'active'
    limit ${foundMax}`.execute(tx.db.withoutPlugins());
  return rows.map(({ id }) => id);
}

async function withValue(tx: Context, kind: "email" | "profile", from: string, until: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct coalesce(c.merged_into_id, c.id) as id from contact_points p
    join contacts c on c.workspace_id = p.workspace_id and c.id = p.contact_id
    where p.workspace_id = ${tx.actor.workspaceId}::uuid and p.kind = ${sql.lit(kind)} and p.state = 'active'
      and value >= ${from} and value <= ${until}
    limit ${foundMax}`.execute(tx.db.withoutPlugins());
  return rows.map(({ id }) => id);
}
