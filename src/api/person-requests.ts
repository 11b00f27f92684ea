import { z } from "zod";
import { UpdateContact } from "#api/contacts.ts";
import { endpoint, PageInput, pageOf } from "#api/endpoint.ts";
import { Instant } from "#api/instant.ts";
import { Country } from "#api/settings.ts";
import { urgencies } from "#domain/rights/clock.ts";
import { refusalReasons, requestKinds, requestStates, requestSteps } from "#domain/rights/request-kinds.ts";

export const RequestKind = z.enum(requestKinds);
export type RequestKind = z.output<typeof RequestKind>;
export const RequestState = z.enum(requestStates);
export const RefusalReason = z.enum(refusalReasons);
export const RequestChannel = z.enum(["email", "phone", "letter", "form", "in_person", "other"]);
export type RequestChannel = z.output<typeof RequestChannel>;
/** A day, "2026-12-24", where the workspace is. */
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const Words = z.string().trim().max(4000);

export const PersonRequest = z.object({
  id: z.uuid(),
  kind: RequestKind,
  state: RequestState,
  /** Null while nobody knows who it is, and after an erasure. */
  contact: z.object({ id: z.uuid(), name: z.string(), restrictedAt: Instant.nullable() }).nullable(),
  requester: z.string(),
  replyTo: z.string(),
  channel: RequestChannel,
  words: z.string(),
  law: z.object({ id: z.string(), citation: z.string(), basis: z.enum(["law", "policy"]) }),
  country: z.string().nullable(),
  receivedAt: Instant,
  receivedOn: Day,
  acknowledgeBy: Day.nullable(),
  acknowledgedAt: Instant.nullable(),
  /** The last day, inclusive; the later one once it was extended. */
  answerBy: Day,
  extendableTo: Day.nullable(),
  extendedAt: Instant.nullable(),
  /** What is wanted must stop at once, whenever the answer is due. */
  actAtOnce: z.boolean(),
  urgency: z.enum([...urgencies, "closed"]),
  carriedOutAt: Instant.nullable(),
  refusal: RefusalReason.nullable(),
  answer: z.string().nullable(),
  certificateId: z.uuid().nullable(),
  closedAt: Instant.nullable(),
  createdAt: Instant,
  /** What may be done next. */
  steps: z.array(z.enum(requestSteps)),
});
export type PersonRequest = z.output<typeof PersonRequest>;

export const RequestEvent = z.object({
  id: z.uuid(),
  event: z.string(),
  details: z.record(z.string(), z.unknown()),
  happenedAt: Instant,
  by: z.string().nullable(),
});
export type RequestEvent = z.output<typeof RequestEvent>;

export const PersonRequestWithHistory = PersonRequest.extend({ events: z.array(RequestEvent) });
export type PersonRequestWithHistory = z.output<typeof PersonRequestWithHistory>;

const RequestId = z.object({ id: z.uuid() });

export const TakeRequest = z.object({
  kind: RequestKind,
  contactId: z.uuid().optional(),
  requester: z.string().trim().max(300).default(""),
  /** Where the answer goes. */
  replyTo: z.string().trim().max(320).default(""),
  channel: RequestChannel.default("email"),
  words: Words.default(""),
  receivedAt: Instant.optional(),
  /** Where the person lives, if it is not in the contact: it decides which law's clock runs. */
  country: Country.optional(),
  region: z.string().trim().max(10).optional(),
});
export type TakeRequest = z.output<typeof TakeRequest>;

export const takeRequest = endpoint({
  name: "takePersonRequest",
  method: "POST",
  path: "/api/v1/person-requests",
  summary: "A person asks about her own data: write it down and start the legal clock",
  input: TakeRequest,
  output: PersonRequestWithHistory,
  refusals: ["contact_not_found"],
});

export const ListRequests = PageInput.extend({
  state: z.enum(["open", "closed"]).default("open"),
  contactId: z.uuid().optional(),
});
export type ListRequests = z.output<typeof ListRequests>;

export const listRequests = endpoint({
  name: "listPersonRequests",
  method: "GET",
  path: "/api/v1/person-requests",
  summary: "Requests of persons: the open ones by their last day, the closed ones newest first",
  input: ListRequests,
  output: pageOf(PersonRequest),
});

export const countRequests = endpoint({
  name: "countPersonRequests",
  method: "GET",
  path: "/api/v1/person-requests/count",
  summary: "How many requests are open, due within a week, and overdue",
  input: z.object({}),
  output: z.object({ open: z.number().int(), soon: z.number().int(), overdue: z.number().int() }),
});

export const getRequest = endpoint({
  name: "getPersonRequest",
  method: "GET",
  path: "/api/v1/person-requests/{id}",
  summary: "One request with all that was done about it",
  input: RequestId,
  output: PersonRequestWithHistory,
});

function step<Input extends z.ZodRawShape>(name: string, verb: string, summary: string, input: Input) {
  return endpoint({
    name,
    method: "POST",
    path: `/api/v1/person-requests/{id}/${verb}`,
    summary,
    input: RequestId.extend(input),
    output: PersonRequestWithHistory,
    refusals: ["request_step_closed", "legal_hold", "conflict"],
  });
}

export const linkRequest = step("linkPersonRequest", "link", "Say which contact the request is about", {
  contactId: z.uuid(),
});
export const acknowledgeRequest = step("acknowledgePersonRequest", "acknowledge", "Tell the person that it came", {});
export const checkIdentity = step("checkIdentityOfPersonRequest", "identity", "Say how it was made sure who asks", {
  how: z.string().trim().min(3).max(1000),
});
export const startRequest = step("startPersonRequest", "start", "Begin to work on it", {});
export const extendRequest = step(
  "extendPersonRequest",
  "extend",
  "Take the longer period, once, and tell the person",
  {
    reason: z.string().trim().min(3).max(2000),
    noticeSentAt: Instant.optional(),
  },
);
export const answerRequest = step("answerPersonRequest", "answer", "It is answered", {
  answer: Words.min(1),
});
export const refuseRequest = step("refusePersonRequest", "refuse", "Refuse it, with the ground that the answer names", {
  reason: RefusalReason,
  answer: Words.min(3),
});

export const correctPerson = step("correctPerson", "correct", "Correct what is wrong; before and after are kept", {
  changes: UpdateContact.omit({ id: true, seenAt: true }),
});
export type CorrectPerson = z.output<typeof correctPerson.input>;
export const objectForPerson = step("objectForPerson", "object", "Stop all advertising to the person, at once", {});
export const restrictPerson = step("restrictPerson", "restrict", "From now on the data is stored and not used", {});
export const erasePerson = step("erasePerson", "erase", "Erase the person everywhere; gives the certificate", {
  /** Typed by hand, so that nobody erases by a slip: "erase". */
  confirm: z.literal("erase"),
});

export const LiftRestriction = z.object({
  id: z.uuid(),
  reason: z.string().trim().min(3).max(2000),
  /** GDPR Art. 18(3): the person is told before. */
  informedAt: Instant,
});
export type LiftRestriction = z.output<typeof LiftRestriction>;

export const liftRestriction = endpoint({
  name: "liftRestriction",
  method: "POST",
  path: "/api/v1/contacts/{id}/restriction/lift",
  summary: "Use the data of a person again, after telling her",
  input: LiftRestriction,
  output: z.object({}),
  refusals: ["contact_not_found", "conflict"],
});
