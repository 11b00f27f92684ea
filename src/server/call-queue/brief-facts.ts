import type { BriefTouchpoint } from "#api/brief.ts";
import type { Language } from "#api/settings.ts";
import { spokenDate } from "#domain/playbooks/spoken-date.ts";
import type { TemplateFacts } from "#domain/playbooks/template.ts";
import { type BriefContact, readReferrer } from "#server/call-queue/brief-queries.ts";
import { contactOf } from "#server/call-queue/queue-row.ts";
import type { Answer } from "#server/compliance/ask-gate.ts";
import type { GateWorkspace, PersonFacts } from "#server/compliance/gate-facts.ts";
import type { Context } from "#server/platform/context.ts";

export type Marked = BriefTouchpoint & { details: Record<string, unknown> };

/** The contact's language where we have it, else the rep's own. */
export function languageOf(contact: BriefContact, rep: Rep, { workspace }: GateWorkspace): Language {
  return languageOfTag(contact.language) ?? languageOfTag(rep?.language ?? null) ?? workspace.settings.language;
}

function languageOfTag(tag: string | null): Language | undefined {
  if (!tag) return undefined;
  if (/^zh.*(hant|tw|hk|mo)/i.test(tag)) return "zh-Hant";
  if (/^(zh|chinese|中文)/i.test(tag)) return "zh-Hans";
  return /^en/i.test(tag) ? "en" : undefined;
}

type Rep = { name: string; language: string | null } | undefined;

export async function readRep(tx: Context): Promise<Rep> {
  return tx.db
    .selectFrom("users")
    .select(["name", "language"])
    .where("id", "=", tx.actor.userId ?? "00000000-0000-0000-0000-000000000000")
    .executeTakeFirst();
}

type Speaking = {
  known: PersonFacts;
  contact: BriefContact;
  rep: Rep;
  trigger: Marked | undefined;
  answer: Answer | undefined;
  language: Language;
};

/** What may be named in a sentence; the shared facts are those of the one touchpoint that the call is about. */
export async function briefFacts(
  tx: Context,
  { workspace }: GateWorkspace,
  { known: { person }, contact, rep, trigger, answer, language }: Speaking,
): Promise<TemplateFacts> {
  const { timeZone } = contactOf({ person }, answer, tx.now);
  const facts: Record<string, string | null | undefined> = {
    first_name: contact.givenName ?? person.name.split(" ")[0],
    full_name: person.name,
    rep_name: rep?.name,
    seller: workspace.settings.sellerName || workspace.name,
    company: person.company,
    job_title: person.jobTitle,
  };
  if (trigger) {
    facts.touchpointId = trigger.id;
    facts.when = spokenDate(trigger.occurredAt, tx.now, timeZone ?? workspace.timeZone, language);
    facts.topic = textOf(trigger.details, ["topic", "event", "title", "subject"]);
    facts.referrer =
      textOf(trigger.details, ["referrer", "referrerName", "introducedBy"]) ??
      (trigger.kind === "introduction_made" ? await readReferrer(tx, person.id) : null);
  }
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value));
}

function textOf(details: Record<string, unknown>, names: readonly string[]): string | undefined {
  const found = names.map((name) => details[name]).find((value) => typeof value === "string" && value.trim() !== "");
  return typeof found === "string"
    ? found.trim().replace(/^((re|fwd?|aw|wg|回复|回覆|转发|轉寄)[:：]\s*)+/i, "")
    : undefined;
}
