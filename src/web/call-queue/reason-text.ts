import type { QueueReason } from "#api/queue.ts";
import { dueText, pastText, type Wording } from "#web/call-queue/when-text.ts";

type Worded = Wording & { kindName: (slug: string) => string };

/** Why this person, why now, in one sentence. */
export function reasonText({ code, params }: QueueReason, wording: Worded): string {
  const { t, dates, now, timeZone } = wording;
  const due = params.dueAt ? dueText(params.dueAt, wording) : "";
  switch (code) {
    case "expects_call":
    case "prior_contact":
      return withSummary(contactText(params, wording), params.summary, wording);
    case "relationship":
      return t(`reason.relationship.${params.kind ?? "purchase"}`, {
        date: params.since ? dates.date(params.since, timeZone, now) : "",
        defaultValue: params.kind ?? "",
      });
    case "cold":
      return t(`reason.cold.${params.provenance ?? "self"}`, { defaultValue: t("reason.cold.self") });
    case "callback_due":
    case "meeting_due":
    case "follow_up_due":
    case "later_due":
      return withSummary(t(`reason.${code}`, { when: due }), params.title, wording);
  }
}

function contactText({ kind = "", occurredAt }: QueueReason["params"], wording: Worded): string {
  const { t, kindName } = wording;
  const when = occurredAt ? pastText(occurredAt, wording) : "";
  const other = t("reason.prior.other", { kind: kindName(kind), when: when.trim() });
  return t(`reason.prior.${kind}`, { when, defaultValue: other }).trim();
}

function withSummary(sentence: string, summary: string | undefined, { t }: Worded): string {
  return summary ? t("reason.withSummary", { sentence, summary }) : sentence;
}
