import { z } from "zod";
import { GateDecision } from "#api/decisions.ts";
import { endpoint, Nothing, PageInput, pageOf } from "#api/endpoint.ts";
import { Instant } from "#api/instant.ts";
import { QueueContact, Reservation, Temperature } from "#api/queue.ts";
import { LocalTime, Task, TimeZone } from "#api/tasks.ts";

export const noteLengthMax = 10_000;

export const OutcomeCode = z.enum([
  "conversation",
  "voicemail",
  "no_answer",
  "busy",
  "gatekeeper",
  "wrong_number",
  "call_back",
  "not_interested",
  "meeting_agreed",
  "do_not_contact",
  "complaint",
  "unreported",
]);
export type OutcomeCode = z.output<typeof OutcomeCode>;

/** What a rep can report; `unreported` is what the program writes when nobody does. */
export const ReportedOutcome = OutcomeCode.exclude(["unreported"]);
export type ReportedOutcome = z.output<typeof ReportedOutcome>;

/** A note against one question of the playbook; the question stands in words, since playbooks change. */
export const Answer = z.object({
  questionId: z.string().max(60).optional(),
  question: z.string().trim().min(1).max(500),
  answer: z.string().trim().max(4000),
});
export type Answer = z.output<typeof Answer>;

/** What the law wants said or done in a call, ticked off by the rep; in the words of that day. */
export const Said = z.object({ id: z.string(), text: z.string() });
export type Said = z.output<typeof Said>;

export const Attempt = z.object({
  id: z.uuid(),
  contactId: z.uuid(),
  contactName: z.string(),
  pointId: z.uuid(),
  /** Whole only in the answer that is the permit to dial it. */
  phone: z.string(),
  user: z.object({ userId: z.uuid(), name: z.string() }),
  origin: z.enum(["dialled", "logged"]),
  temperature: Temperature,
  startedAt: Instant,
  decisionId: z.uuid(),
  /** The one that stands; null while the call is open. */
  outcome: z
    .object({
      id: z.uuid(),
      outcome: OutcomeCode,
      note: z.string(),
      answers: z.array(Answer),
      said: z.array(Said),
      recordedAt: Instant,
      correctsId: z.uuid().nullable(),
    })
    .nullable(),
});
export type Attempt = z.output<typeof Attempt>;

/* Opening a call. */

export const ContactInPath = z.object({ contactId: z.uuid() });

export const reserveContact = endpoint({
  name: "reserveContact",
  method: "PUT",
  path: "/api/v1/reservations/{contactId}",
  summary: "Open a person's call: nobody else can for five minutes. Repeat every minute while it stays open",
  input: ContactInPath,
  output: Reservation,
  refusals: ["another_call_open", "reserved_by_other"],
});

export const releaseContact = endpoint({
  name: "releaseContact",
  method: "DELETE",
  path: "/api/v1/reservations/{contactId}",
  summary: "Leave a person's call without dialling",
  input: ContactInPath,
  output: Nothing,
});

/** What the rep has open: a person merely opened, or a call whose outcome is missing. */
export const CurrentCall = z.object({ reservation: Reservation.nullable(), attempt: Attempt.nullable() });
export type CurrentCall = z.output<typeof CurrentCall>;

export const currentCall = endpoint({
  name: "currentCall",
  method: "GET",
  path: "/api/v1/attempts/current",
  summary: "The call that I have open, if any",
  input: Nothing,
  output: CurrentCall,
});

/* Dialling. */

export const StartCall = z.object({
  contactId: z.uuid(),
  /** Which number; without it the first that is not closed. */
  pointId: z.uuid().optional(),
  /** What is offered, where it is one thing among several; some laws count per subject. */
  subject: z.string().trim().min(1).max(200).optional(),
  /** What the rep says first, for the figures by opening. */
  playbook: z.object({ playbookId: z.uuid().nullable(), opening: z.string().max(100) }).optional(),
});
export type StartCall = z.output<typeof StartCall>;

export const StartedCall = z.object({ attempt: Attempt, tel: z.string(), decision: GateDecision });
export type StartedCall = z.output<typeof StartedCall>;

export const startCall = endpoint({
  name: "startCall",
  method: "POST",
  path: "/api/v1/attempts",
  summary: "Ask the gate and, if it agrees, write the attempt down and give the number to dial",
  input: StartCall,
  output: StartedCall,
  anew: true,
  refusals: ["call_not_opened", "no_number_to_call", "call_not_allowed", "reserved_by_other"],
});

export const CallBack = z.object({
  local: LocalTime,
  timeZone: TimeZone,
  title: z.string().trim().max(500).default(""),
});

const Report = z.object({
  outcome: ReportedOutcome,
  note: z.string().trim().max(noteLengthMax).default(""),
  answers: z.array(Answer).max(50).default([]),
  /** Which obligations of the decision were met, by their ids. */
  said: z.array(z.string().min(1).max(100)).max(50).default([]),
  /** Needed for `call_back`: when, as the clock shows it where the contact is. */
  callBack: CallBack.optional(),
  /** For `meeting_agreed`, where the time is known already; else it comes with the next step. */
  meeting: CallBack.extend({ durationMinutes: z.number().int().min(5).max(480).default(30) }).optional(),
});

export const LogCall = Report.extend({
  contactId: z.uuid(),
  pointId: z.uuid().optional(),
  startedAt: Instant.optional(),
});
export type LogCall = z.output<typeof LogCall>;

/** The next person whom the queue would show. */
export const NextPerson = z.object({ contact: QueueContact, temperature: Temperature });
export type NextPerson = z.output<typeof NextPerson>;

export const ReportedCall = z.object({
  attempt: Attempt,
  task: Task.nullable(),
  nextPerson: NextPerson.nullable(),
});
export type ReportedCall = z.output<typeof ReportedCall>;

export const logCall = endpoint({
  name: "logCall",
  method: "POST",
  path: "/api/v1/attempts/log",
  summary: "Write down a call that was made elsewhere; it counts as an attempt, on the rep's word",
  input: LogCall,
  output: ReportedCall,
  refusals: ["no_number_to_call"],
});

/* What came of it. */

export const ReportOutcome = Report.extend({
  id: z.uuid(),
  /** Corrects the outcome that stands. */
  correctsId: z.uuid().optional(),
});
export type ReportOutcome = z.output<typeof ReportOutcome>;

export const reportOutcome = endpoint({
  name: "reportOutcome",
  method: "POST",
  path: "/api/v1/attempts/{id}/outcome",
  summary: "Say what came of a call, or correct it",
  input: ReportOutcome,
  output: ReportedCall,
  refusals: ["outcome_reported"],
});

export const NextStep = z.discriminatedUnion("step", [
  z.object({ step: z.literal("nothing") }),
  z.object({
    step: z.enum(["callback", "follow_up", "later"]),
    local: LocalTime,
    timeZone: TimeZone,
    title: z.string().trim().max(500).default(""),
  }),
  z.object({
    step: z.literal("meeting"),
    /** One time, or two to choose from; the first becomes the task. */
    options: z
      .array(z.object({ local: LocalTime, timeZone: TimeZone }))
      .min(1)
      .max(2),
    durationMinutes: z.number().int().min(5).max(480).default(30),
    title: z.string().trim().max(500).default(""),
  }),
]);
export type NextStep = z.output<typeof NextStep>;

export const PlanNextStep = z.object({ id: z.uuid(), next: NextStep });
export type PlanNextStep = z.output<typeof PlanNextStep>;

export const planNextStep = endpoint({
  name: "planNextStep",
  method: "POST",
  path: "/api/v1/attempts/{id}/next-step",
  summary: "Plan what follows a call, and hear who is next",
  input: PlanNextStep,
  output: ReportedCall,
  refusals: ["conflict", "call_not_allowed"],
});

export const ListAttempts = PageInput.extend({ contactId: z.uuid().optional() });
export type ListAttempts = z.output<typeof ListAttempts>;

export const listAttempts = endpoint({
  name: "listAttempts",
  method: "GET",
  path: "/api/v1/attempts",
  summary: "Calls, newest first: a contact's, or one's own",
  input: ListAttempts,
  output: pageOf(Attempt),
});
