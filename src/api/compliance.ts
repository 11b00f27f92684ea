import { z } from "zod";
import { endpoint, PageInput, pageOf } from "#api/endpoint.ts";
import { Times } from "#api/gate-request.ts";
import { Instant } from "#api/instant.ts";
import { channels, technologies } from "#domain/gate/types.ts";

export const SuppressionKind = z.enum([
  "stop",
  "do_not_call",
  "unsubscribe",
  "objection",
  "complaint",
  "not_interested",
  "wrong_person",
  "deceased",
  "litigator",
  "list",
  "bounced",
]);
export type SuppressionKind = z.output<typeof SuppressionKind>;

/** A standing "no", of a person, of a number or address for everybody, or of both. */
export const Suppression = z.object({
  id: z.uuid(),
  contactId: z.uuid().nullable(),
  point: z.string().nullable(),
  kind: SuppressionKind,
  channels: z.array(z.string()).nullable(),
  scope: z.string().nullable(),
  saidAt: Instant,
  attemptId: z.uuid().nullable(),
  recordedAt: Instant,
  recordedBy: z.uuid().nullable(),
  endedAt: Instant.nullable(),
  ending: z.enum(["lifted", "retracted"]).nullable(),
});
export type Suppression = z.output<typeof Suppression>;

export const Stop = z
  .object({
    contactId: z.uuid().optional(),
    point: z.string().trim().min(3).max(320).optional(),
    kind: SuppressionKind.exclude(["list", "bounced"]).default("do_not_call"),
    /** The call during which it was said. */
    attemptId: z.uuid().optional(),
    scope: z.string().trim().min(1).max(200).optional(),
    saidAt: Instant.optional(),
    words: z.string().trim().max(2000).default(""),
  })
  .refine(({ contactId, point }) => Boolean(contactId ?? point), { error: "contactId or point is needed" });
export type Stop = z.output<typeof Stop>;

export const Stopped = z.object({ suppression: Suppression, cancelledTasks: z.number().int() });
export type Stopped = z.output<typeof Stopped>;

/** Acts at once, before any wrap-up: on all channels, also for what is already planned. */
export const recordSuppression = endpoint({
  name: "recordSuppression",
  method: "POST",
  path: "/api/v1/suppressions",
  summary: "Somebody said no: close everything that is open or planned with this person",
  input: Stop,
  output: Stopped,
});

/** Without a contact: of everybody within reach, the latest entry first. `standing`: without what has ended. */
export const ListPermissions = PageInput.extend({
  contactId: z.uuid().optional(),
  standing: z.stringbool().default(false),
});
export type ListPermissions = z.output<typeof ListPermissions>;

const ofPerson = { contactName: z.string().nullable() };
export const ListedSuppression = Suppression.extend(ofPerson);
export type ListedSuppression = z.output<typeof ListedSuppression>;

export const listSuppressions = endpoint({
  name: "listSuppressions",
  method: "GET",
  path: "/api/v1/suppressions",
  summary: "Every no of a contact, of the person and of the numbers and addresses; or of everybody",
  input: ListPermissions,
  output: pageOf(ListedSuppression),
});

const Channel = z.enum(channels);
const ConsentForm = z.enum(["written", "electronic", "oral", "implied", "unknown"]);
const Named = z.enum(["seller", "number", "technology"]);

export const Consent = z.object({
  id: z.uuid(),
  contactId: z.uuid(),
  point: z.string().nullable(),
  channels: z.array(z.string()),
  purpose: z.string(),
  form: ConsentForm,
  givenBy: z.enum(["contact", "third_party"]),
  givenAt: Instant,
  expiresAt: Instant.nullable(),
  words: z.string().nullable(),
  evidence: z.record(z.string(), z.unknown()),
  /** What its words name; null = not known. */
  names: z.array(Named).nullable(),
  technology: z.array(z.string()).nullable(),
  subject: z.string().nullable(),
  times: z.string().nullable(),
  ongoing: z.boolean().nullable(),
  recordedAt: Instant,
  withdrawnAt: Instant.nullable(),
  /** The number got a new owner, or the person another job. */
  voidAt: Instant.nullable(),
});
export type Consent = z.output<typeof Consent>;

export const RecordConsent = z.object({
  contactId: z.uuid(),
  point: z.string().trim().max(320).optional(),
  channels: z.array(Channel).min(1),
  purpose: z.string().trim().max(60).default("marketing"),
  form: ConsentForm,
  givenAt: Instant.optional(),
  expiresAt: Instant.optional(),
  /** What the person agreed to, in the words used. */
  words: z.string().trim().min(1).max(4000),
  witness: z.string().trim().max(200).optional(),
  givenBy: z.enum(["contact", "third_party"]).optional(),
  names: z.array(Named).max(3).optional(),
  technology: z.array(z.enum(technologies)).max(6).optional(),
  /** Absent: all that we offer. */
  subject: z.string().trim().min(1).max(200).optional(),
  /** "any", or ISO 8601 intervals START/END, comma separated. */
  times: Times.optional(),
  /** Given until it is withdrawn, in so many words. */
  ongoing: z.boolean().optional(),
});
export type RecordConsent = z.output<typeof RecordConsent>;

export const recordConsent = endpoint({
  name: "recordConsent",
  method: "POST",
  path: "/api/v1/consents",
  summary: "Write down a permission that the contact gave",
  input: RecordConsent,
  output: Consent,
});

export const ListedConsent = Consent.extend(ofPerson);
export type ListedConsent = z.output<typeof ListedConsent>;

export const listConsents = endpoint({
  name: "listConsents",
  method: "GET",
  path: "/api/v1/consents",
  summary: "The permissions of a contact, withdrawn ones too; or of everybody",
  input: ListPermissions,
  output: pageOf(ListedConsent),
});

export const WithdrawConsent = z.object({ id: z.uuid(), words: z.string().trim().max(2000).default("") });
export type WithdrawConsent = z.output<typeof WithdrawConsent>;

export const withdrawConsent = endpoint({
  name: "withdrawConsent",
  method: "POST",
  path: "/api/v1/consents/{id}/withdraw",
  summary: "The contact takes a permission back; it counts at once",
  input: WithdrawConsent,
  output: Consent,
});
