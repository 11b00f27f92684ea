import { type Day, dayText, usText } from "#server/demo/days.ts";
import type { InventedPerson } from "#server/demo/invented-people.ts";
import type { Random } from "#server/demo/random.ts";

/** A file as its vendor would have exported it on that day, about invented people. */
export type InventedFile = { name: string; day: Day; text: string };

type Sheet = (string | number)[][];

export function hubspotContacts(people: InventedPerson[], owners: string[], day: Day): InventedFile {
  const head =
    "Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Job Title,Company name,City,State/Region,Country/Region,LinkedIn URL";
  const rows = people.map((person, index) => [
    1000 + index,
    person.givenName,
    person.familyName,
    person.email,
    person.phone,
    owners[index % owners.length] ?? "",
    person.jobTitle,
    person.company,
    person.city,
    person.region,
    person.country,
    person.profileUrl,
  ]);
  return { name: "hubspot-crm-exports-all-contacts.csv", day, text: csv([head.split(","), ...rows]) };
}

export function linkedinConnections(people: InventedPerson[], random: Random, day: Day): InventedFile {
  const notes = ["Notes:", '"When exporting your connection data, some of the email addresses may be missing."', ""];
  const head = "First Name,Last Name,URL,Email Address,Company,Position,Connected On";
  const rows = people.map((person) => [
    person.givenName,
    person.familyName,
    person.profileUrl,
    random.chance(0.4) ? person.email : "",
    person.company,
    person.jobTitle,
    usText(day - random.between(10, 900), "day month year"),
  ]);
  return { name: "Connections.csv", day, text: `${notes.join("\n")}\n${csv([head.split(","), ...rows])}` };
}

export function zoomWebinar(topic: string, people: InventedPerson[], random: Random, day: Day): InventedFile {
  const id = `84${random.between(1, 9)} ${random.between(1000, 9999)} ${random.between(1000, 9999)}`;
  const attendees = people.map((person) => {
    const minutes = random.between(8, 52);
    const came = random.chance(0.62);
    return [
      came ? "Yes" : "No",
      person.fullName,
      person.givenName,
      person.familyName,
      person.email,
      person.phone,
      `${usText(day - random.between(2, 12), "month day year")} 09:1${random.between(0, 9)}:29`,
      "approved",
      ...(came
        ? [
            `${usText(day, "month day year")} 16:02:01`,
            `${usText(day, "month day year")} 16:${minutes + 3}:39`,
            minutes,
            "Yes",
          ]
        : ["--", "--", "--", "--"]),
      person.country,
    ];
  });
  const sheet: Sheet = [
    ["Attendee Report"],
    ["Report Generated:", `${usText(day + 1, "month day year")} 8:26 AM`],
    [
      "Topic",
      "Webinar ID",
      "Actual Start Time",
      "Actual Duration (minutes)",
      "# Registered",
      "# Cancelled",
      "Unique Viewers",
    ],
    [topic, id, `${usText(day, "month day year")} 4:00 PM`, 58, people.length, 0, people.length],
    ["Attendee Details"],
    "Attended,User Name (Original Name),First Name,Last Name,Email,Phone,Registration Time,Approval Status,Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name".split(
      ",",
    ),
    ...attendees,
  ];
  return { name: `attendee_${id.replaceAll(" ", "")}.csv`, day: day + 1, text: csv(sheet) };
}

export function eventbriteAttendees(event: string, people: InventedPerson[], random: Random, day: Day): InventedFile {
  const head =
    "Order #,Order Date,First Name,Last Name,Email,Quantity,Ticket Type,Attendee #,Attendee Status,Cell Phone,Company,Job Title,Event Name,Event Date";
  const rows = people.map((person, index) => [
    11_300_000_000 + index,
    dayText(day - random.between(3, 20)),
    person.givenName,
    person.familyName,
    person.email,
    1,
    "General Admission",
    1_900_000_000 + index,
    random.chance(0.7) ? "Checked In" : "Attending",
    person.phone,
    person.company,
    person.jobTitle,
    event,
    dayText(day),
  ]);
  return { name: "eventbrite-attendees.csv", day: day + 1, text: csv([head.split(","), ...rows]) };
}

export function calendlyEvents(people: InventedPerson[], hosts: string[], random: Random, day: Day): InventedFile {
  const head =
    "User Name,Invitee Name,Invitee First Name,Invitee Last Name,Invitee Email,Invitee Time Zone,Text Reminder Number,Event Type Name,Start Date & Time,End Date & Time,Location,Event Created Date & Time,Canceled,Marked as No-Show,User Email,Event UUID,Invitee UUID";
  const rows = people.map((person, index) => {
    const when = index < people.length - 4 ? day - random.between(1, 25) : day + random.between(1, 3);
    const hour = random.between(10, 16);
    const host = hosts[index % hosts.length] ?? "";
    return [
      host,
      person.fullName,
      person.givenName,
      person.familyName,
      person.email,
      person.timeZone,
      person.phone,
      "Discovery call",
      `${dayText(when)} ${hour}:00`,
      `${dayText(when)} ${hour}:30`,
      "Zoom",
      `${dayText(when - 4)} 09:12`,
      "false",
      random.chance(0.12) ? "Yes" : "No",
      host,
      `EVT${random.between(1e6, 9e6)}${index}`,
      `INV${random.between(1e6, 9e6)}${index}`,
    ];
  });
  return { name: "calendly-events-export.csv", day, text: csv([head.split(","), ...rows]) };
}

/** A bought list: provenance, not warmth. */
export function apolloPeople(people: InventedPerson[], day: Day): InventedFile {
  const head =
    "First Name,Last Name,Title,Company,Email,Email Status,Seniority,Mobile Phone,Stage,Lists,Last Contacted,# Employees,Person Linkedin Url,City,State,Country,Replied,Demoed,Apollo Contact Id,Apollo Account Id";
  const rows = people.map((person, index) => [
    person.givenName,
    person.familyName,
    person.jobTitle,
    person.company,
    person.email,
    "Verified",
    "Manager",
    `'${person.phone}`,
    "Cold",
    "Logistics Q4",
    "",
    120,
    person.profileUrl,
    person.city,
    person.region,
    person.country,
    "false",
    "false",
    `5f${index}`,
    `6a${index}`,
  ]);
  return { name: "apollo-contacts-export.csv", day, text: csv([head.split(","), ...rows]) };
}

export function mailchimpUnsubscribed(people: InventedPerson[], day: Day): InventedFile {
  const head =
    "Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,UNSUB_TIME,UNSUB_CAMPAIGN_TITLE,UNSUB_CAMPAIGN_ID,UNSUB_REASON,LEID,EUID,NOTES";
  const rows = people.map((person, index) => [
    person.email,
    person.givenName,
    person.familyName,
    2,
    `${dayText(day - 400)} 10:00:00`,
    "",
    `${dayText(day - 400)} 10:00:00`,
    "",
    `${dayText(day - 9)} 08:00:00`,
    "Dock letter",
    "abc123",
    "NO_LONGER_INTERESTED",
    5000 + index,
    `e${index}`,
    "",
  ]);
  return { name: "unsubscribed_members_export.csv", day, text: csv([head.split(","), ...rows]) };
}

function csv(sheet: Sheet): string {
  return `${sheet.map((row) => row.map(cell).join(",")).join("\n")}\n`;
}

function cell(value: string | number): string {
  const text = String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
