import { monday } from "#test/e2e/product.ts";

const dayMs = 86_400_000;

export type Person = { given: string; family: string; email: string; phone: string; company: string };

export const sarah: Person = {
  given: "Sarah",
  family: "Lindqvist",
  email: "sarah@tallgren.example",
  phone: "+1 212 555 0101",
  company: "Tallgren",
};

/** As LinkedIn exports connections: notes first, then the table. */
export function linkedinConnections(people: Person[]): string {
  const rows = people.map(
    ({ given, family, email, company }) =>
      `${given},${family},https://www.linkedin.com/in/${email.split("@")[0]},${email},${company},Buyer,12 Mar 2025`,
  );
  return [
    "Notes:",
    '"Some addresses may be missing."',
    "",
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
    ...rows,
  ].join("\n");
}

/** As Zoom reports a webinar that took place two days before the story's Monday. */
export function zoomAttendees(topic: string, people: Person[]): string {
  const day = new Date(monday.getTime() - 2 * dayMs);
  const on = `${String(day.getUTCMonth() + 1).padStart(2, "0")}/${String(day.getUTCDate()).padStart(2, "0")}/${day.getUTCFullYear()}`;
  const rows = people.map(
    ({ given, family, email, phone }, index) =>
      `Yes,${given} ${family},${given},${family},${email},${phone},${on} 09:00:00 AM,approved,${on} 0${1 + (index % 9)}:00:00 PM,${on} 0${1 + (index % 9)}:47:00 PM,47,Yes,United States`,
  );
  return [
    "Attendee Report,",
    `Report generated time,${on} 06:31:08 PM`,
    "Topic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Registrants,Unique Viewers,Total Users",
    `${topic},847 0000 1045,${on} 01:00:00 PM,60,${people.length},${people.length},${people.length}`,
    "Attendee Details,",
    "Attended,User Name (Original Name),First Name,Last Name,Email,Phone,Registration Time,Approval Status,Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name",
    ...rows,
  ].join("\n");
}
