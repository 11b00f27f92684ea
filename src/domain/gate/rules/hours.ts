import { type CallingHours, defaultCallingHours, isOpen, nextOpening } from "#domain/calling-hours.ts";
import { isPhoneChannel, zonesOfLocation } from "#domain/gate/facts.ts";
import type { Finding, Rule } from "#domain/gate/finding.ts";
import { policyPack } from "#domain/gate/packs/policy.ts";
import type { GateRequest } from "#domain/gate/types.ts";
import { clockChanges, dayMs, localTime } from "#domain/time.ts";

const daysAhead = 370;
const daysSearched = 8;

/** Without a place there is no local time, and no law: nothing goes out. */
export const knownPlace: Rule = ({ contact }) => {
  const isKnown = contact.locations.length > 0 && contact.locations.every((each) => zonesOfLocation(each).length > 0);
  if (isKnown) return [];
  return [
    {
      rule: policyPack.rules.unknownPlace,
      effect: "deny",
      reason: "It is not known where this person is, so not what time it is there.",
      missing: { fact: "contact.locations", wouldChange: "A country with its time zone would open this in its hours." },
    },
  ];
};

/** Calls, voicemail and texts keep to the hours, in every zone in which the person may be. */
export const hours: Rule = (request, at) => {
  const { channel, purpose } = request.attempt;
  if (!isPhoneChannel(channel) || purpose === "opt_out_confirmation") return [];

  const zones = zonesOf(request);
  const plan = request.policy?.hours ?? defaultCallingHours;
  const closed = zones.filter((zone) => !isOpen(plan, at, zone));
  if (closed.length === 0) return [];

  const clearsAt = firstOpenEverywhere(plan, zones, at);
  const when = clearsAt ? { effect: "defer" as const, clearsAt } : { effect: "deny" as const };
  const late: Finding = {
    rule: policyPack.rules.hours,
    ...when,
    reason: `Outside the hours: ${readings(closed, at)}.`,
  };
  if (zones.length === 1 || (closed.length === zones.length && clearsAt)) return [late];
  const torn: Finding = {
    rule: policyPack.rules.everyZone,
    ...when,
    reason: clearsAt
      ? "The person may be in several time zones, and not all of them are open."
      : "The person may be in several time zones that are never open together.",
    missing: { fact: "contact.locations", wouldChange: "A verified place would leave one time zone." },
  };
  return [late, torn];
};

function zonesOf({ contact }: GateRequest): string[] {
  return [...new Set(contact.locations.flatMap((location) => [...zonesOfLocation(location)]))].sort();
}

/**
 * The first instant at which all zones are open; null where they never are. The plan repeats every week, so what
 * a week and a day do not show will not come before some zone's clocks are changed.
 */
function firstOpenEverywhere(plan: CallingHours, zones: readonly string[], from: Date): Date | null {
  const horizon = new Date(from.getTime() + daysAhead * dayMs);
  const changes = zones.flatMap((zone) => clockChanges(from, horizon, zone)).map((change) => change.getTime());
  for (const start of [from.getTime(), ...new Set(changes)].sort((one, other) => one - other)) {
    const found = firstOpenWithin(plan, zones, new Date(start), start + daysSearched * dayMs);
    if (found) return found;
  }
  return null;
}

/** Moves on to the latest of the zones' next openings until all are open at once. */
function firstOpenWithin(plan: CallingHours, zones: readonly string[], from: Date, until: number): Date | null {
  let candidate = from;
  while (candidate.getTime() < until) {
    let latest = candidate;
    for (const zone of zones) {
      const next = nextOpening(plan, candidate, zone);
      if (!next) return null;
      if (next > latest) latest = next;
    }
    if (latest === candidate) return candidate;
    candidate = latest;
  }
  return null;
}

/** What the clocks show, each time of day once: a country may have thirty zones. */
function readings(zones: readonly string[], at: Date): string {
  const zoneByClock = new Map(zones.map((zone) => [localTime(at, zone).clock, zone]));
  return [...zoneByClock].map(([clock, zone]) => `${clock} in ${zone}`).join(", ");
}
