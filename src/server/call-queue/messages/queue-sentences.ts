import type { QueueRow } from "#api/queue.ts";
import { localTime } from "#domain/time.ts";

const whatHappened: Record<string, string> = {
  introduction_made: "was introduced to us",
  callback_requested: "asked for a call back",
  demo_requested: "asked for a demo",
  reply_agreeing_to_talk: "replied that we can talk",
  meeting_booked: "has booked a meeting",
  inbound_inquiry: "got in touch with us",
  trial_started: "started a trial",
  application_submitted: "sent an application",
  meeting_held: "met us",
  visit_held: "met us",
  video_call_held: "spoke with us by video",
  call_conversation: "spoke with us on the phone",
  event_conversation: "talked with us at an event",
  card_exchanged: "exchanged cards with us",
  open_house_visited: "came to an open house",
  seminar_attended: "attended a seminar",
  webinar_attended: "attended a webinar",
  webinar_registered: "registered for a webinar",
  content_downloaded: "downloaded something of ours",
  newsletter_opted_in: "subscribed to our news",
  email_replied: "answered an email",
  social_message: "wrote to us",
  social_comment: "commented on what we wrote",
  chat_held: "chatted with us",
  survey_answered: "answered a survey",
  purchase: "bought from us",
  contract_signed: "signed a contract",
  contract_renewed: "renewed a contract",
  donation: "gave to us",
  support_conversation: "had a question for support",
  past_client: "was a client",
  alumni: "used to be one of us",
  mail_delivered: "received our letter",
  email_opened: "opened an email",
  email_clicked: "followed a link in an email",
  page_visited: "visited our pages",
};

/** Why this person, why now, in one sentence for the terminal. Screens word the same reasons in their own languages. */
export function reasonSentence({ reason: { code, params } }: QueueRow, timeZone: string): string {
  switch (code) {
    case "expects_call":
      return `Expects us: ${touchpointWords(params, timeZone)}`;
    case "prior_contact":
      return capital(touchpointWords(params, timeZone));
    case "relationship":
      return `Is connected with us by ${params.kind?.replaceAll("_", " ") ?? "a relationship"}${since(params.since, timeZone)}`;
    case "callback_due":
      return `Call back agreed for ${taskWords(params)}`;
    case "meeting_due":
      return `Meeting at ${taskWords(params)}`;
    case "follow_up_due":
      return `Follow-up planned for ${taskWords(params)}`;
    case "later_due":
      return `Put off until ${taskWords(params)}`;
    case "cold":
      return params.provenance === "list" ? "Cold: known from a list only" : "Cold: no verified contact so far";
  }
}

type Params = QueueRow["reason"]["params"];

function touchpointWords({ kind = "", summary, occurredAt }: Params, timeZone: string): string {
  const what = whatHappened[kind] ?? kind.replaceAll("_", " ");
  return `${what}${occurredAt ? ` on ${localTime(occurredAt, timeZone).day}` : ""}${summary ? ` (${summary})` : ""}`;
}

function taskWords({ dueLocal = "", timeZone, title }: Params): string {
  return `${dueLocal.replace("T", " ")}${timeZone ? ` ${timeZone}` : ""}${title ? `: ${title}` : ""}`;
}

function since(at: Date | undefined, timeZone: string): string {
  return at ? ` since ${localTime(at, timeZone).day}` : "";
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
