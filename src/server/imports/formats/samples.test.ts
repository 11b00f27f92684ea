import { globSync } from "node:fs";
import { expect, test } from "vitest";
import { read, sample } from "#test/reading.ts";

/** What each sample becomes: its format, then one line for each of its rows. */
const samples: Record<string, [format: string, ...rows: string[]]> = {
  "aircall/calls.csv": [
    "aircall_calls",
    "skipped call_not_answered | +61 400 000 001",
    "+61 400 000 002, of Agent One | call_conversation 2025-12-04T07:33:54Z captured: 3 min",
  ],
  "apollo/people_export.csv": [
    "apollo_people",
    "Lucas Example, as Co-Founder, at Nimbus Example, lucas@example.com, +1 202-555-0120 (work), +1 202-555-0121 (corporate), www.linkedin.com/in/lucas-example, apollo:5f1, of owner@example.com, from a list",
  ],
  "asterisk/Master.csv": [
    "asterisk_cdr",
    "skipped call_not_answered | Joana D'Arc, 4830258576",
    "skipped call_not_answered | 12025550190",
  ],
  "calendly/events_export.csv": [
    "calendly_events",
    "Ada Lovelace, ada@example.com, +12025550170 (mobile), of sam@example.com | meeting_held 2026-05-01T14:00:00 captured: Intro call",
  ],
  "civicrm/contacts.csv": [
    "civicrm_contacts",
    "Ada Lovelace, ada@example.org, 202-555-0193, civicrm:12 | no call,voicemail, do_not_call (Do Not Phone: 1)",
  ],
  "close/leads.csv": [
    "close_leads",
    "Ada Lovelace, as VP, at Example Ltd, ada@example.com, +12025550151, close:lead_abc",
  ],
  "eventbrite/attendees.csv": [
    "eventbrite_attendees",
    "John Doe, as Engineer, at Example, jdoe1@example.com | webinar_registered 2024-11-29T22:28:00 captured: General Admission",
    "skipped cancelled | Sam Ortiz, sam@example.com",
  ],
  "google/contacts_new_layout.csv": [
    "google_contacts",
    "João Silva, as CFO, at Contoso, joao@example.com (work), j.silva@example.org (home), joao2@example.org (home), +351 21 000 0000 (mobile), (555) 555-0101 (mobile)",
  ],
  "google/contacts_old_layout.csv": [
    "google_contacts_old",
    "Ada Lovelace, as VP, at Analytical Engines, ada@example.com (work), +1 202-555-0101 (mobile), +1 202-555-0102 (mobile)",
  ],
  "google_forms/responses.csv": [
    "google_forms_responses",
    "Ada Lovelace, ada@example.com, +1 202-555-0172 | survey_answered 2026-05-01T12:03:04Z captured | consent to call 2026-05-01T12:03:04Z: I agree to be called about this: Yes",
  ],
  "hubspot/contacts.csv": [
    "hubspot_contacts",
    "Camille Durand, at Example SA, camille@example.com, +33 1 00 00 00 00, hubspot:101, of owner@example.com",
    "John Smith, john@example.com, hubspot:102",
  ],
  "hubspot/deals.csv": [
    "hubspot_deals",
    "hubspot:8001 | hubspot:8002 | 8001: purchase 2026-09-30 captured: Example – renewal | 8002: purchase 2026-09-30 captured: Example – renewal | 8001: relationship purchase 2026-09-30 | 8002: relationship purchase 2026-09-30",
  ],
  "ics/meeting_invite.ics": [
    "ics",
    "Ada Lovelace, ada@example.com | Grace, grace@example.com | Ada Lovelace: meeting_booked 2026-05-04T09:00:00 America/New_York captured: Intro call",
  ],
  "intercom/prodsight_conversations.csv": [
    "intercom_prodsight",
    "Ada Lovelace, ada@example.com, intercom:abc | chat_held 2017-11-14T21:45:08Z captured: Hi, call me please",
  ],
  "linkedin/Connections.csv": [
    "linkedin_connections",
    "Ada Lovelace, PhD, as VP Engineering, at Analytical Engines, Inc., ada@example.com, www.linkedin.com/in/ada-example | linkedin_connected 2025-03-12 captured",
    'Tomás Reyes, as Engineer, "Platform", at Contoso, www.linkedin.com/in/tomas-example | linkedin_connected 2026-02-08 captured',
    "skipped date_only",
  ],
  "linkedin/Invitations.csv": [
    "linkedin_invitations",
    "Ada Lovelace, www.linkedin.com/in/ada-example",
    "Grace Hopper, www.linkedin.com/in/grace-example",
  ],
  "linkedin/messages.csv": [
    "linkedin_messages",
    "Ada Lovelace, www.linkedin.com/in/ada-example | social_message 2025-06-01T14:03:22Z captured",
    "Ada Lovelace, www.linkedin.com/in/ada-example",
    "skipped sponsored_message",
  ],
  "mail/gmail_takeout.mbox": [
    "mbox",
    "Ada Lovelace, ada@example.com | email_replied 2020-01-06T04:49:45Z captured: Re: café",
  ],
  "mail/two_way_and_bulk.mbox": [
    "mbox",
    "Priya Raman, priya.raman@example.com",
    "Priya Raman, priya.raman@example.com | email_replied 2026-08-03T11:40:00Z captured: Re: Your dock rollout",
    "Priya Raman, priya.raman@example.com",
    "Priya Raman, priya.raman@example.com | email_replied 2026-08-21T07:30:00Z captured: Re: Plan",
    "Priya Raman, priya.raman@example.com | Daniel Okafor, daniel.okafor@example.com | Daniel Okafor: introduced_by priya.raman@example.com Priya Raman",
    "Daniel Okafor, daniel.okafor@example.com | email_replied 2026-11-22T18:05:00Z captured: Re: Introduction: Mei Lin",
    "skipped bulk_mail",
    "skipped bulk_mail",
    "skipped automatic_mail",
    "Tom Barrett, tom@barrett.example",
    "skipped automatic_mail",
    "skipped bulk_mail",
  ],
  "mailchimp/subscribed_members_export.csv": [
    "mailchimp_subscribed",
    "Maya White, m.white@example.edu, in WA/US, mailchimp:89501affba | newsletter_opted_in 2016-04-18T13:51:14 captured | consent to email 2016-04-18T13:51:14: CONFIRM_TIME: 2016-04-18 13:51:14, 192.0.2.130",
  ],
  "mailchimp/unsubscribed_members_export.csv": [
    "mailchimp_unsubscribed",
    "Anna Bianchi, anna@example.it, in IT, mailchimp:aa | no email, unsubscribe 2024-05-05T08:00:00 (UNSUB_TIME: NO_LONGER_INTERESTED)",
  ],
  "meetup/members.tsv": [
    "meetup_members",
    "Ada L., www.meetup.com/members/100000001, meetup:user 100000001 | webinar_registered 2026-04-01T10:00:00 captured: Meetup",
  ],
  "npsp/data_import_template.csv": [
    "npsp_import",
    "Ada Lovelace, ada@example.org (home), 202-555-0195 (mobile) | donation 2026-01-02 captured: 50.00, Year End | relationship donation 2026-01-02",
  ],
  "outlook/contacts_outlook_com.csv": [
    "outlook_com",
    "Grace Hopper, at US Navy, grace@example.com, (202) 555-0111 (work), +1 202-555-0110 (mobile)",
  ],
  "pipedrive/people.csv": [
    "pipedrive_people",
    "Ada Lovelace, as VP, at Example Ltd, ada@example.com (work), +12025550150 (work), pipedrive:1",
  ],
  "raisers_edge/constituents.csv": [
    "raisers_edge_constituents",
    "Ada Lovelace, 202-555-0194 (home), in 1 Main St/Arlington/VA/2201, raisers_edge:1001",
  ],
  "raisers_edge/gifts.csv": [
    "raisers_edge_gifts",
    "Ada Lovelace, raisers_edge:1001 | donation 2025-12-31 captured: $2,500.00, Annual Fund | relationship donation 2025-12-31",
  ],
  "salesforce/CampaignMember.csv": [
    "salesforce_campaign_member",
    "salesforce:00Q000000000001AAA | seminar_attended 2026-01-10 captured: Attended",
  ],
  "salesforce/Lead_dataloader.csv": [
    "salesforce_lead",
    "Grace Hopper, as Rear Admiral, at Navy Example, grace@example.com, (202) 555-0130 (work), +12025550131 (mobile), in 1 Main St\nSuite 4/Arlington/VA/22201/USA, salesforce:00Q000000000001AAA | no call,voicemail, do_not_call (DoNotCall: true)",
  ],
  "salesforce/Task.csv": [
    "salesforce_task",
    "salesforce:00Q000000000001AAA | call_conversation 2026-01-20 captured: Call: intro",
  ],
  "transcripts/teams.vtt": [
    "webvtt",
    "skipped spoke_without_date | Ada Lovelace",
    "Grace Hopper | no call,voicemail, do_not_call (Text: 00:00:10.500: Please remove me from your call list & do not call again.)",
  ],
  "transcripts/zoom.vtt": [
    "webvtt",
    "skipped spoke_without_date | Ada Lovelace",
    "skipped spoke_without_date | Grace Hopper",
  ],
  "twilio/call_logs_api_fields.csv": [
    "twilio_calls",
    "+12025550191 | call_conversation 2010-08-31T20:36:29Z captured: 1 min",
  ],
  "typeform/responses.csv": [
    "typeform_responses",
    "+12025550171 | survey_answered 2018-04-03T09:05:40Z captured | consent to call 2018-04-03T09:05:40Z: May we call you?: 1",
  ],
  "vcard/apple-and-v4.vcf": [
    "vcard",
    "Daniel Okafor, as Head of Operations, at Northwind Freight, daniel.okafor@example.com (work), +1 (312) 555-0142 (mobile), in 100 Example Ave/Chicago/IL/60601/United States",
    "陈思远, as 采购总监, at 华辰科技, siyuan.chen@example.com, +86-138-0000-0001 (mobile)",
    "Dr. Jörg Müller, joerg.mueller@example.org, +49 30 23125 014 (work)",
  ],
  "zoho/Leads.csv": [
    "zoho_people",
    "Ada Lovelace, at Example Ltd, ada@example.com, 2025550140, zoho:zcrm_5000000000001, of Sam Sales",
  ],
  "zoom/meeting_participants.csv": [
    "zoom_meeting_participants",
    "Ada Lovelace, ada@example.com | video_call_held 2026-08-12T10:00:00 captured: Weekly, 60 min",
    "skipped no_person | Guest iPhone",
  ],
  "zoom/meeting_registration_report.csv": [
    "zoom_registrations",
    "Ada Lovelace, ada@example.com | webinar_registered 2026-05-09T10:00:00 captured",
  ],
  "zoom/webinar_attendee_report_2025.csv": [
    "zoom_webinar",
    "skipped our_own_people | Host Example, host@example.com, in India",
    "skipped our_own_people | Panel Example, panel@example.com, in India",
    "Ajay Ex 2, ajay@example.com, +910000000001 | webinar_registered 2025-03-15T11:23:29 captured: Example Masterclass",
    "shuaib ex, shuaib@example.com, +910000000002, in India | webinar_attended 2025-03-22T19:52:01 captured: Example Masterclass, 1 min",
  ],
};

test.each(Object.entries(samples))("%s", async (file, [format, ...rows]) => {
  const became = await read(await sample(file));

  expect(became.format).toBe(format);
  expect(became.rows.map((row) => row.join(" | "))).toEqual(rows);
});

test("every sample is among them", () => {
  const files = globSync("**/*.{csv,tsv,vcf,ics,vtt,mbox}", { cwd: "test/fixtures/samples" });

  expect(files.sort()).toEqual(Object.keys(samples).sort());
});
