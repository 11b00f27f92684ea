import { addressBooks } from "#server/imports/formats/address-books.ts";
import { archiveFormats } from "#server/imports/formats/archive.ts";
import { asterisk } from "#server/imports/formats/asterisk.ts";
import { calendar } from "#server/imports/formats/calendar.ts";
import { calendly } from "#server/imports/formats/calendly.ts";
import { callLogs } from "#server/imports/formats/call-logs.ts";
import { donors } from "#server/imports/formats/donors.ts";
import { events } from "#server/imports/formats/events.ts";
import type { Format } from "#server/imports/formats/format.ts";
import { forms } from "#server/imports/formats/forms.ts";
import { gotowebinar } from "#server/imports/formats/gotowebinar.ts";
import { hubspot } from "#server/imports/formats/hubspot.ts";
import { intercom } from "#server/imports/formats/intercom.ts";
import { linkedinTables } from "#server/imports/formats/linkedin.ts";
import { linkedinMessages } from "#server/imports/formats/linkedin-messages.ts";
import { mailbox } from "#server/imports/formats/mail.ts";
import { mailchimp } from "#server/imports/formats/mailchimp.ts";
import { pipedrive } from "#server/imports/formats/pipedrive.ts";
import { plainTable } from "#server/imports/formats/plain-table.ts";
import { salesTools } from "#server/imports/formats/sales-tools.ts";
import { salesforce } from "#server/imports/formats/salesforce.ts";
import { transcript } from "#server/imports/formats/transcript.ts";
import { vcard } from "#server/imports/formats/vcard.ts";
import { zoho } from "#server/imports/formats/zoho.ts";
import { zoomMeetings } from "#server/imports/formats/zoom-meeting.ts";
import { zoomWebinar } from "#server/imports/formats/zoom-webinar.ts";

const singleFiles: Format[] = [
  ...linkedinTables,
  linkedinMessages,
  ...addressBooks,
  vcard,
  ...hubspot,
  ...salesforce,
  ...pipedrive,
  ...zoho,
  ...salesTools,
  ...mailchimp,
  zoomWebinar,
  ...zoomMeetings,
  gotowebinar,
  ...events,
  calendly,
  ...forms,
  intercom,
  mailbox,
  calendar,
  transcript,
  ...callLogs,
  asterisk,
  ...donors,
  plainTable,
];

/** Every format that Warmline reads. To add one, write its file and name it here. */
export const formats: Format[] = [...singleFiles, ...archiveFormats(singleFiles)];

export function formatBySlug(slug: string): Format | undefined {
  return formats.find((format) => format.slug === slug);
}
