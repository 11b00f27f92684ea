import type { Workspace } from "#api/settings.ts";
import type { GateRequest } from "#domain/gate/types.ts";
import { locationsFor } from "#domain/places.ts";
import type { StoredPerson, StoredPoint } from "#server/compliance/gate-fact-queries.ts";
import type { GateWorkspace, PersonFacts } from "#server/compliance/gate-facts.ts";
import { purposeOf } from "#server/compliance/purpose-of.ts";
import { openPurposeOf, present, whatIsTold } from "#server/compliance/what-is-told.ts";
import { onNoList } from "#server/number-lists/listings-of.ts";

/** What an attempt is about, where somebody said so. */
export type Ask = { subject?: string | undefined };

/** What the gate is asked before this number of this person is dialled. */
export function gateRequestFor(
  workspace: GateWorkspace,
  known: PersonFacts & { phone: StoredPoint; isWarm: boolean; ask?: Ask | undefined },
  at: Date,
): GateRequest {
  const { person, phone, isWarm, ask = {} } = known;
  const { settings, preset } = workspace.workspace;
  // Without another word a call is about what is planned with the person.
  const subject = ask.subject ?? openPurposeOf(known.facts);
  const { listings, registers } = known.lists.get(phone.value) ?? onNoList;
  const told = whatIsTold(workspace, known);
  return {
    at: at.toISOString(),
    attempt: {
      channel: "call",
      technology: "manual",
      purpose: purposeOf[preset],
      ...present({ subject, product: settings.product || null, callerId: settings.callerId || null }),
      ...(settings.recordsCalls ? { recorded: true } : {}),
    },
    seller: { ...sellerOf(workspace.workspace), registers },
    contact: contactOf(person, phone),
    ...told,
    listings: [...told.listings, ...listings],
    // A verified touchpoint of a kind that is no relationship to the law warms all the same; our own rule follows it.
    policy: { ...policyOf(settings), allowCold: settings.allowCold || isWarm },
  };
}

// ISO 3166 keeps it for users: the workspace has not said where it is.
const nowhere = "ZZ";

function sellerOf({ name, country, region, settings }: Workspace): GateRequest["seller"] {
  const { sellerName, sector, registrations } = settings;
  return { name: sellerName || name, country: country ?? nowhere, ...present({ region }), sector, registrations };
}

function contactOf(person: StoredPerson, { value, line, directory, reassigned }: StoredPoint): GateRequest["contact"] {
  const { audience, provenance, obtainedAt, noticeSentAt, quietHours } = person;
  const noticeSent = noticeSentAt ? { noticeSentAt: noticeSentAt.toISOString() } : {};
  return {
    ...present({ audience }),
    ...(person.restricted ? { restricted: true } : {}),
    locations: locationsFor(placeOf(person, value)),
    phone: { e164: value, ...present({ line, directory }) },
    source: { kind: provenance, obtainedAt: obtainedAt.toISOString(), ...noticeSent },
    ...(quietHours.length > 0 ? { quietHours } : {}),
    ...present({ reassigned }),
  };
}

/** Only what the workspace has set: without it the law's own hours and caps hold, and ours where it has none. */
function policyOf({ callingHours, caps, spacingHours, openedCountries }: Workspace["settings"]) {
  return {
    ...present({ hours: callingHours }),
    ...(caps.length > 0 ? { caps } : {}),
    ...(spacingHours > 0 ? { spacingHours } : {}),
    ...(openedCountries.length > 0 ? { countries: openedCountries } : {}),
  };
}

function placeOf({ country, region, place, timeZone, placeBasis }: StoredPerson, phone: string) {
  const phones = [phone];
  if (placeBasis === "number") return { phones, timeZone };
  return { phones, country, region, place, timeZone, ...(placeBasis ? { basis: placeBasis } : {}) };
}
