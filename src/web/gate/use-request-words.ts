import { useTranslation } from "react-i18next";
import type { Consent, GateLocation, GateRequest, PastAttempt, Refusal, Relationship } from "#domain/gate/types.ts";
import { ownTimeZone, useDates } from "#web/platform/dates.ts";

export type FactLine = { name: string; texts: string[] };

/** The facts of a question to the gate, one line each, in the reader's language; what is not known has no line. */
export function useRequestWords(): (request: GateRequest) => FactLine[] {
  const words = useWords();
  return (request) =>
    [
      { name: "at", texts: words.instant(request) },
      { name: "attempt", texts: words.attempt(request) },
      { name: "seller", texts: words.seller(request) },
      { name: "registers", texts: words.registers(request) },
      { name: "person", texts: words.person(request) },
      { name: "places", texts: request.contact.locations.map(words.place) },
      { name: "relationships", texts: (request.relationships ?? []).map(words.relationship) },
      { name: "consents", texts: (request.consents ?? []).map(words.consent) },
      { name: "refusals", texts: (request.refusals ?? []).map(words.refusal) },
      { name: "listings", texts: (request.listings ?? []).map(({ list }) => list) },
      { name: "attempts", texts: words.attempts(request.attempts ?? []) },
      { name: "policy", texts: words.policy(request) },
      { name: "conditions", texts: (request.conditions ?? []).map(({ kind, region }) => `${kind} · ${region}`) },
      { name: "override", texts: request.override ? [`${request.override.rule}: ${request.override.reason}`] : [] },
    ].filter(({ texts }) => texts.length > 0);
}

function useWords() {
  const { t, i18n } = useTranslation("gate");
  const dates = useDates();
  const regions = new Intl.DisplayNames([i18n.language], { type: "region", fallback: "code" });
  const country = (code: string) => (/^[A-Z]{2}$/.test(code) ? (regions.of(code) ?? code) : code);
  const moment = (at: string) => (at.includes("T") ? dates.dateTime(new Date(at), ownTimeZone) : at);
  const joined = (parts: (string | false | null | undefined)[]) => parts.filter(Boolean).join(" · ");
  const channelsOf = (channels: readonly string[]) =>
    dates.list(channels.map((channel) => t(`contacts:channel.${channel}`, { defaultValue: channel })));

  return {
    instant: ({ at, contact }: GateRequest) => {
      const zone = contact.locations[0]?.timeZone;
      return [moment(at), ...(zone && zone !== ownTimeZone ? [`${dates.dateTime(new Date(at), zone)} · ${zone}`] : [])];
    },
    attempt: ({ attempt, openPurpose }: GateRequest) => [
      joined([
        t(`channel.${attempt.channel}`),
        t(`technology.${attempt.technology ?? "manual"}`),
        t(`purpose.${attempt.purpose}`),
        attempt.subject,
        attempt.product,
        attempt.recorded && t("fact.recorded"),
        openPurpose && t("fact.openPurpose", { purpose: openPurpose }),
      ]),
    ],
    seller: ({ seller }: GateRequest) => [
      joined([seller.name, country(seller.country), seller.region, seller.sector, ...(seller.registrations ?? [])]),
    ],
    registers: ({ seller }: GateRequest) =>
      Object.entries(seller.registers ?? {}).map(([list, day]) => t("fact.copy", { list, day })),
    person: ({ contact }: GateRequest) => [
      joined([
        contact.audience ? t(`audience.${contact.audience}`) : t("fact.audienceUnknown"),
        contact.phone && `${contact.phone.e164} (${t(`line.${contact.phone.line ?? "unknown"}`)})`,
        contact.email?.address,
        contact.source && t(`fact.source.${contact.source.kind}`),
        contact.restricted && t("fact.restricted"),
        contact.quietHours?.map(({ from, until }) => `${from}–${until}`).join(", "),
      ]),
    ],
    place: ({ country: code, region, county, place, timeZone, basis }: GateLocation) =>
      joined([country(code), region, county, place, timeZone, basis && t(`fact.basis.${basis}`)]),
    relationship: ({ kind, at, endedAt }: Relationship) =>
      joined([t(`relationship.${kind}`), moment(at), endedAt && t("fact.ended", { when: moment(endedAt) })]),
    consent: ({ channels, form, givenAt, withdrawnAt, expiresAt, evidence }: Consent) =>
      joined([
        channelsOf(channels),
        t(`contacts:form.${form}`),
        moment(givenAt),
        expiresAt && t("until", { when: moment(expiresAt) }),
        withdrawnAt && t("fact.withdrawn", { when: moment(withdrawnAt) }),
        evidence && t("evidence", { what: evidence }),
      ]),
    refusal: ({ kind, at, channels, scope }: Refusal) =>
      joined([t(`contacts:suppression.${kind}`), moment(at), channels && channelsOf(channels), scope]),
    attempts: (past: readonly PastAttempt[]) => {
      const [last] = past.toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
      return last ? [t("fact.earlier", { count: past.length, when: moment(last.at) })] : [];
    },
    policy: ({ policy = {} }: GateRequest) => [
      ...(policy.allowCold === undefined ? [] : [policy.allowCold ? t("fact.cold.yes") : t("fact.cold.no")]),
      ...(policy.hours ? [t("fact.ownHours")] : []),
      ...(policy.caps ?? []).map(({ attempts, hours }) => t("fact.cap", { attempts, hours })),
    ],
  };
}
