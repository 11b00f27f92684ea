import { z } from "zod";
import { QuietHours } from "#api/calling-hours.ts";
import { endpoint, PageInput } from "#api/endpoint.ts";
import { Instant } from "#api/instant.ts";
import { CallWindow, Temperature } from "#api/queue.ts";
import { Country } from "#api/settings.ts";
import { audiences, placeBases } from "#domain/gate/types.ts";

export const Audience = z.enum(audiences);
export const PlaceBasis = z.enum(placeBases);
export const Provenance = z.enum(["self", "referral", "public", "register", "partner", "list"]);
export const PointKind = z.enum(["phone", "email", "profile", "postal"]);
export const PhoneLine = z.enum(["mobile", "landline", "voip", "corporate"]);
/** How a directory lists a number; "starred" in Switzerland: no advertising. */
export const DirectoryEntry = z.enum(["listed", "starred", "unlisted"]);
export const EmailKind = z.enum(["personal", "role", "work"]);
export const ReassignedAnswer = z.enum(["yes", "no", "no_data"]);
export const ClosedBecause = z.enum(["no_number", "suppressed", "restricted", "withdrawn"]);
const Reference = z.object({ id: z.uuid(), name: z.string() });

export const nameLengthMax = 300;
const shortLengthMax = 200;
const notesLengthMax = 20_000;
const tagLengthMax = 60;
export const tagsMax = 50;
export const pointsMax = 30;

const Short = z.string().trim().max(shortLengthMax);
export const Tag = z.string().trim().min(1).max(tagLengthMax);
export const CustomValue = z.union([z.string().trim().max(1000), z.number(), z.boolean()]);
const Flag = z.stringbool();

/** A number, address or profile. `value` is masked for everybody until it is revealed, which is logged. */
export const ContactPoint = z.object({
  id: z.uuid(),
  kind: PointKind,
  value: z.string(),
  masked: z.boolean(),
  extension: z.string().nullable(),
  label: z.string().nullable(),
  line: PhoneLine.nullable(),
  country: z.string().nullable(),
  state: z.enum(["active", "withdrawn", "wrong"]),
  directory: DirectoryEntry.nullable(),
  emailKind: EmailKind.nullable(),
  /** What a reassigned-numbers database has answered. */
  reassigned: z.object({ checkedAt: Instant, answer: ReassignedAnswer }).nullable(),
});
export type ContactPoint = z.output<typeof ContactPoint>;

const Warmth = z.object({
  temperature: Temperature,
  /** 0 to 100. */
  heat: z.number(),
  window: CallWindow,
  lastTouchAt: Instant.nullable(),
  closedBecause: ClosedBecause.nullable(),
});

export const ContactRow = Warmth.extend({
  id: z.uuid(),
  name: z.string(),
  jobTitle: z.string().nullable(),
  account: Reference.nullable(),
  owner: Reference.nullable(),
  country: z.string().nullable(),
  place: z.string().nullable(),
  tags: z.array(z.string()),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  createdAt: Instant,
});
export type ContactRow = z.output<typeof ContactRow>;

export const ContactSort = z.enum(["name", "heat", "last_touch", "created"]);
export type ContactSort = z.output<typeof ContactSort>;

/** Flags are given as "true" or "false", since they travel in addresses. */
export const ContactFilters = z.object({
  /** Words of the name or company, an email address, a profile, or a number in any spelling. */
  q: z.string().trim().max(shortLengthMax).optional(),
  ownerId: z.uuid().optional(),
  unassigned: Flag.optional(),
  temperature: Temperature.optional(),
  inWindow: Flag.optional(),
  tag: Tag.optional(),
  accountId: z.uuid().optional(),
  country: Country.optional(),
  provenance: Provenance.optional(),
  audience: Audience.optional(),
  hasPhone: Flag.optional(),
  suppressed: Flag.optional(),
  neverCalled: Flag.optional(),
  importId: z.uuid().optional(),
  /** The key of a custom field, with the `value` that it must have. */
  field: z.string().max(63).optional(),
  value: z.string().trim().max(shortLengthMax).optional(),
  archived: Flag.optional(),
});
export type ContactFilters = z.output<typeof ContactFilters>;

export const ListContacts = ContactFilters.extend({
  ...PageInput.shape,
  sort: ContactSort.default("name"),
  /** Begins where names of these first letters stand; for the sort by name. */
  from: z.string().trim().max(60).optional(),
});
export type ListContacts = z.output<typeof ListContacts>;

export const ContactPage = z.object({
  items: z.array(ContactRow),
  nextCursor: z.string().nullable(),
  /** On the first page only. `exact: false` is an estimate, to be shown as "about". */
  total: z.object({ count: z.number().int(), exact: z.boolean() }).nullable(),
});
export type ContactPage = z.output<typeof ContactPage>;

/** Why a contact has his temperature: the touchpoints that weigh most, with what each still adds to the heat. */
export const WarmthReason = z.object({
  code: z.enum(["expects_call", "opens_window", "keeps_warm", "adds_heat", "relationship"]),
  touchpointId: z.uuid().nullable(),
  kind: z.string(),
  at: Instant,
  until: Instant.nullable(),
  share: z.number().nullable(),
});
export type WarmthReason = z.output<typeof WarmthReason>;

/** What happened with somebody else of the same account. */
export const ColleagueTouch = z.object({
  /** Null, with an empty name, for somebody who is not within the reader's reach. */
  contactId: z.uuid().nullable(),
  /** Who looks after this person. */
  ownerName: z.string().nullable(),
  name: z.string(),
  kind: z.string(),
  at: Instant,
  temperature: Temperature,
});
export type ColleagueTouch = z.output<typeof ColleagueTouch>;

export const Contact = Warmth.extend({
  id: z.uuid(),
  fullName: z.string(),
  givenName: z.string().nullable(),
  familyName: z.string().nullable(),
  jobTitle: z.string().nullable(),
  account: Reference.nullable(),
  owner: Reference.nullable(),
  language: z.string().nullable(),
  profile: z.string(),
  audience: Audience.nullable(),
  timeZone: z.string().nullable(),
  country: z.string().nullable(),
  region: z.string().nullable(),
  place: z.string().nullable(),
  postalCode: z.string().nullable(),
  placeBasis: PlaceBasis.nullable(),
  provenance: Provenance,
  provenanceNote: z.string().nullable(),
  tags: z.array(z.string()),
  custom: z.record(z.string(), CustomValue),
  notes: z.string().nullable(),
  /** When the person wants to be left in peace, as the clock shows it there. */
  quietHours: QuietHours,
  /** When we got the data, and when the person was told where from. */
  obtainedAt: Instant.nullable(),
  noticeSentAt: Instant.nullable(),
  state: z.enum(["active", "merged", "withdrawn"]),
  points: z.array(ContactPoint),
  hotUntil: Instant.nullable(),
  warmUntil: Instant.nullable(),
  reasons: z.array(WarmthReason),
  colleagues: z.array(ColleagueTouch),
  merged: z.array(z.object({ mergeId: z.uuid(), contactId: z.uuid(), name: z.string(), mergedAt: Instant })),
  importId: z.uuid().nullable(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Contact = z.output<typeof Contact>;

const Facts = z.object({
  givenName: Short.nullable(),
  familyName: Short.nullable(),
  jobTitle: Short.nullable(),
  /** The name of the company, household or foundation; one that is not known yet is created. */
  company: z.string().trim().max(nameLengthMax).nullable(),
  ownerId: z.uuid().nullable(),
  language: z.string().trim().max(35).nullable(),
  profile: Short.min(1),
  audience: Audience.nullable(),
  timeZone: z.string().trim().max(64).nullable(),
  country: Country.nullable(),
  region: z.string().trim().max(10).nullable(),
  place: Short.nullable(),
  postalCode: z.string().trim().max(20).nullable(),
  placeBasis: PlaceBasis.nullable(),
  provenance: Provenance,
  provenanceNote: z.string().trim().max(1000).nullable(),
  tags: z.array(Tag).max(tagsMax),
  custom: z.record(z.string().max(63), CustomValue.nullable()),
  notes: z.string().trim().max(notesLengthMax).nullable(),
  quietHours: QuietHours,
  obtainedAt: Instant.nullable(),
  noticeSentAt: Instant.nullable(),
});

export const NewPoint = z.object({
  kind: PointKind,
  value: z.string().trim().min(1).max(500),
  label: z.string().trim().max(60).nullable().default(null),
  line: PhoneLine.nullable().default(null),
});
export type NewPoint = z.output<typeof NewPoint>;

export const CreateContact = Facts.partial().extend({
  fullName: z.string().trim().min(1).max(nameLengthMax),
  points: z.array(NewPoint).max(pointsMax).default([]),
  /** Says "it is somebody else" where only name and company are alike. */
  allowAlike: z.boolean().default(false),
});
export type CreateContact = z.output<typeof CreateContact>;

export const UpdateContact = Facts.partial().extend({
  id: z.uuid(),
  fullName: z.string().trim().min(1).max(nameLengthMax).optional(),
  /** The `updatedAt` that the person saw; refused when somebody else has changed the contact since. */
  seenAt: Instant.optional(),
});
export type UpdateContact = z.output<typeof UpdateContact>;

const ById = z.object({ id: z.uuid() });

export const listContacts = endpoint({
  name: "listContacts",
  method: "GET",
  path: "/api/v1/contacts",
  summary: "Contacts by filters, search and sort, page by page",
  input: ListContacts,
  output: ContactPage,
});

export const getContact = endpoint({
  name: "getContact",
  method: "GET",
  path: "/api/v1/contacts/{id}",
  summary: "One contact with points, temperature and its reasons; a merged one answers with its survivor",
  input: ById,
  output: Contact,
});

export const createContact = endpoint({
  name: "createContact",
  method: "POST",
  path: "/api/v1/contacts",
  summary: "Add a contact by hand; refused where it is somebody whom there is already",
  input: CreateContact,
  output: Contact,
  refusals: ["conflict"],
});

export const updateContact = endpoint({
  name: "updateContact",
  method: "PATCH",
  path: "/api/v1/contacts/{id}",
  summary: "Change facts, tags, custom fields, notes or owner; what is left out stays",
  input: UpdateContact,
  output: Contact,
  refusals: ["conflict"],
});

export const archiveContact = endpoint({
  name: "archiveContact",
  method: "POST",
  path: "/api/v1/contacts/{id}/archive",
  summary: "Take a contact out of lists and queues; nothing of the record is deleted",
  input: ById,
  output: Contact,
});

export const restoreContact = endpoint({
  name: "restoreContact",
  method: "POST",
  path: "/api/v1/contacts/{id}/restore",
  summary: "Take an archived contact back",
  input: ById,
  output: Contact,
});
