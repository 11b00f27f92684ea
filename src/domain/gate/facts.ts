import type { Consent, GateLocation, GateRequest, Purpose, Relationship } from "#domain/gate/types.ts";
import { timeZonesOfPlace } from "#domain/places.ts";
import { instantRange, isValidTimeZone } from "#domain/time.ts";

const openToThoseWhoRefused: ReadonlySet<Purpose> = new Set(["service", "appointment", "debt", "opt_out_confirmation"]);
const phoneChannels: ReadonlySet<string> = new Set(["call", "voicemail", "sms"]);

/** Whether the attempt wants something of the person, and so needs a prior contact and ends with a stop. */
export function isPromotional({ attempt }: GateRequest): boolean {
  return !openToThoseWhoRefused.has(attempt.purpose);
}

export function isPromotionalPurpose(purpose: string): boolean {
  return !openToThoseWhoRefused.has(purpose as Purpose);
}

export function isPhoneChannel(channel: string): boolean {
  return phoneChannels.has(channel);
}

/** The zones in which a place may lie: its own, else all of its region or country. */
export function zonesOfLocation({ timeZone, country, region }: GateLocation): readonly string[] {
  if (timeZone !== undefined) return isValidTimeZone(timeZone) ? [timeZone] : [];
  return timeZonesOfPlace(country, region);
}

/** Whether a relationship exists at that instant; one that ends on a date has ended when that day begins anywhere. */
export function isAlive({ at: since, endedAt }: Relationship, at: Date): boolean {
  if (instantRange(since).earliest > at) return false;
  return endedAt === undefined || at < instantRange(endedAt).earliest;
}

/** Whether the person himself agreed to just this attempt, and the agreement holds at that instant. */
export function coversAttempt(consent: Consent, request: GateRequest, at: Date): boolean {
  const { attempt } = request;
  if (consent.givenBy !== "contact" || consent.form === "implied" || consent.form === "unknown") return false;
  if (!consent.channels.includes(attempt.channel)) return false;
  if (consent.purpose !== undefined && consent.purpose !== attempt.purpose) return false;
  if (consent.subject !== undefined && consent.subject !== attempt.subject) return false;
  if (consent.point !== undefined && consent.point !== pointOf(request)) return false;
  const technology = attempt.technology ?? "manual";
  if (technology !== "manual" && !consent.technology?.includes(technology)) return false;
  return isInForce(consent, at);
}

function isInForce({ givenAt, withdrawnAt, expiresAt }: Consent, at: Date): boolean {
  if (instantRange(givenAt).earliest > at) return false;
  return [withdrawnAt, expiresAt].every((end) => end === undefined || at < instantRange(end).earliest);
}

function pointOf({ attempt, contact }: GateRequest): string | undefined {
  return attempt.channel === "email" ? contact.email?.address : contact.phone?.e164;
}
