import { z } from "zod";
import {
  audiences,
  channels,
  type GateRequest as DomainRequest,
  placeBases,
  purposes,
  refusalKinds,
  relationshipKinds,
  sectors,
  technologies,
} from "#domain/gate/types.ts";
import { isValidTimeZone } from "#domain/time.ts";

/** RFC 3339, or a date where no more is known. Kept as text: the gate needs to know which of the two it was. */
export const Moment = z
  .string()
  .refine(isMoment, { error: "write an instant such as 2026-11-24T10:00:00-05:00, or a date" });
const Exactly = z.string().refine((text) => text.includes("T") && isMoment(text), {
  error: "write an instant such as 2026-11-24T10:00:00-05:00",
});
const Clock = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, { error: "write a time of day such as 09:00" });
const Country = z.string().regex(/^[A-Z]{2}$/, { error: "write the country as two capital letters, such as US" });
const openingsMax = 100;
const capsMax = 100;
const hoursMax = 100 * 366 * 24;
const regionLengthMax = 100;
const Openings = z.array(z.object({ from: Clock, until: Clock })).max(openingsMax);
export const Times = z
  .string()
  .refine(isTimes, { error: 'write "any", or intervals such as START/END, comma separated' });

function isMoment(text: string): boolean {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return isRealDay(text);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/i.test(text)) return false;
  return isRealDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text));
}

/** `Date.parse` takes 30 February for 2 March. */
function isRealDay(day: string): boolean {
  const midnight = Date.parse(day);
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(day);
}

function isTimes(text: string): boolean {
  if (text === "any") return true;
  return text.split(",").every((interval) => {
    const [start = "", end = "", ...more] = interval.trim().split("/");
    const isEnd = isMoment(end) || /^P(?=.)(\d{1,6}W|(\d{1,6}D)?(T(?=.)(\d{1,9}H)?(\d{1,9}M)?(\d{1,9}S)?)?)$/.test(end);
    return more.length === 0 && isMoment(start) && isEnd;
  });
}

const Location = z.object({
  country: Country,
  region: z.string().min(1).max(regionLengthMax).optional(),
  county: z.string().optional(),
  place: z.string().optional(),
  timeZone: z.string().refine(isValidTimeZone, { error: "write a time zone such as America/New_York" }).optional(),
  basis: z.enum(placeBases).optional(),
});

const Attempt = z.object({
  channel: z.enum(channels),
  technology: z.enum(technologies).optional(),
  purpose: z.enum(purposes),
  subject: z.string().optional(),
  product: z.string().optional(),
  recorded: z.boolean().optional(),
  callerId: z.string().optional(),
  disclosed: z.array(z.string()).optional(),
  tracking: z.array(z.enum(["open_pixel", "click_redirect"])).optional(),
  agentGuaranteed: z.boolean().optional(),
});

const Seller = z.object({
  name: z.string().optional(),
  country: Country,
  region: z.string().optional(),
  sector: z.enum(sectors).optional(),
  registrations: z.array(z.string()).optional(),
  registers: z.record(z.string(), Moment).optional(),
});

const Contact = z.object({
  audience: z.enum(audiences).optional(),
  locations: z.array(Location),
  phone: z
    .object({
      e164: z.string().regex(/^\+[1-9]\d{3,14}$/, { error: "write the number as +16145550101" }),
      line: z.enum(["mobile", "landline", "voip", "corporate"]).optional(),
      directory: z.enum(["listed", "starred", "unlisted"]).optional(),
    })
    .optional(),
  quietHours: Openings.optional(),
  restricted: z.boolean().optional(),
  source: z
    .object({
      kind: z.enum(["self", "referral", "public", "register", "partner", "list"]),
      obtainedAt: Moment,
      noticeSentAt: Moment.optional(),
    })
    .optional(),
  email: z.object({ address: z.string(), kind: z.enum(["personal", "role", "work"]).optional() }).optional(),
  reassigned: z.object({ checkedAt: Moment, answer: z.enum(["yes", "no", "no_data"]) }).optional(),
});

const Relationship = z.object({
  kind: z.enum(relationshipKinds),
  at: Moment,
  endedAt: Moment.optional(),
  similar: z.boolean().optional(),
  optOutOffered: z.boolean().optional(),
  with: z.string().optional(),
  referrerKnows: z.array(z.enum(["seller", "contact"])).optional(),
  agreedBy: z.literal("contact").optional(),
});

const Consent = z.object({
  point: z.string().optional(),
  names: z.array(z.enum(["seller", "number", "technology"])).optional(),
  channels: z.array(z.string()),
  technology: z.array(z.string()).optional(),
  purpose: z.string().optional(),
  form: z.enum(["written", "electronic", "oral", "implied", "unknown"]),
  givenBy: z.enum(["contact", "third_party"]).optional(),
  givenAt: Moment,
  withdrawnAt: Moment.optional(),
  expiresAt: Moment.optional(),
  ongoing: z.boolean().optional(),
  subject: z.string().optional(),
  evidence: z.string().optional(),
  times: Times.optional(),
});

const Policy = z.object({
  allowCold: z.boolean().optional(),
  hours: z.partialRecord(z.enum(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]), Openings).optional(),
  caps: z
    .array(z.object({ attempts: z.int().min(0), hours: z.number().positive().max(hoursMax) }))
    .max(capsMax)
    .optional(),
  spacingHours: z.number().min(0).max(hoursMax).optional(),
  countries: z.array(Country).optional(),
});

/** A question to the gate, as other programs may put it. Unknown fields are ignored: the shape may grow. */
export const GateRequest = z.object({
  id: z.string().optional(),
  at: Exactly,
  attempt: Attempt,
  seller: Seller,
  contact: Contact,
  relationships: z.array(Relationship).optional(),
  consents: z.array(Consent).optional(),
  refusals: z
    .array(
      z.object({
        at: Moment,
        channels: z.array(z.string()).optional(),
        kind: z.enum(refusalKinds),
        scope: z.string().optional(),
      }),
    )
    .optional(),
  listings: z.array(z.object({ list: z.string().min(1), since: Moment.optional() })).optional(),
  attempts: z
    .array(
      z.object({
        channel: z.string(),
        at: Moment,
        subject: z.string().optional(),
        technology: z.string().optional(),
        purpose: z.string().optional(),
        outcome: z.string().optional(),
      }),
    )
    .optional(),
  policy: Policy.optional(),
  openPurpose: z.string().optional(),
  override: z.object({ rule: z.string(), by: z.string(), approvedBy: z.string(), reason: z.string() }).optional(),
  conditions: z
    .array(
      z.object({
        kind: z.string(),
        country: Country.optional(),
        region: z.string(),
        county: z.string().optional(),
        place: z.string().optional(),
        from: Moment,
        to: Moment.optional(),
      }),
    )
    .optional(),
});

/** Reads what JSON held. What is absent is absent: JSON knows no `undefined`, which zod's types allow. */
export function parseGateRequest(value: unknown): z.ZodSafeParseResult<DomainRequest> {
  return GateRequest.safeParse(value) as z.ZodSafeParseResult<DomainRequest>;
}
