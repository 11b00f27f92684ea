import { describe, expect, test } from "vitest";
import { aTable, read, rowsOf } from "#test/reading.ts";

describe("Zoom webinars", () => {
  test("2020: somebody who came back is one participant, with the minutes added up", async () => {
    const report = `Attendee Report,
Report Generated:,"Apr 09, 2020 8:50 PM"
Topic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Registered,# Cancelled,Unique Viewers,Total Users,Max Concurrent Views
Docks at work,123-456-789,"Mar 28, 2020 9:00 AM",60,3,0,2,3,2
Host Details,
Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes),Country/Region Name
Yes,Mei,mei@tallow.example,"Mar 28, 2020 09:00:00","Mar 28, 2020 10:00:00",60,Germany
Attendee Details,
Attended,First Name,Last Name,Email,Registration Time,Approval Status,Join Time,Leave Time,Time in Session (minutes),Country/Region Name
Yes,Ada,Lovelace,ada@example.com,"Mar 20, 2020 08:00:00",approved,"Mar 28, 2020 09:07:39","Mar 28, 2020 09:30:00",23,United States
\0No,Grace,Hopper,grace@example.com,"Mar 21, 2020 08:00:00",approved,--,--,--,--
Yes,,,ADA@example.com,,,"Mar 28, 2020 09:40:00","Mar 28, 2020 10:00:00",20,United States
No,Tom,Reyes,tom@example.com,"Mar 22, 2020 08:00:00",denied,--,--,--,--
`;

    expect(await read(report)).toEqual({
      format: "zoom_webinar",
      rows: [
        ["skipped our_own_people", "Mei, mei@tallow.example, in Germany"],
        [
          "Ada Lovelace, ada@example.com, in United States",
          "webinar_attended 2020-03-28T09:07:39 captured: Docks at work, 43 min",
        ],
        ["Grace Hopper, grace@example.com", "webinar_registered 2020-03-21T08:00:00 captured: Docks at work"],
        ["skipped cancelled", "Tom Reyes, tom@example.com"],
      ],
    });
  });

  test("2026: American times, a question about calls, and people who only dialled in", async () => {
    const report = `Attendee Report,,,,,,,,,,,,,
Report generated time,08/09/2026 02:31:08 PM,,,,,,,,,,,,
Topic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Registrants,Unique Viewers,Total Users,,,,,,,
Docks,847 0000 1045,08/09/2026 10:50:00 AM,60,2,1,2,,,,,,,
Attendee Details,,,,,,,,,,,,,
Attended,User Name (Original Name),First Name,Last Name,Email,Phone,Registration Time,Approval Status,Join Time,Leave Time,Time in Session (minutes),Is Guest,May we call you?,Country/Region Name
Yes,Ada,Ada,Lovelace,ada@example.com,'+12025550100,08/01/2026 09:00:00 AM,approved,08/09/2026 10:50:00 AM,08/09/2026 11:30:00 AM,40,Yes,Yes,United States
Other Attended,,,,,,,,,,,,,
User Name,Join Time,Leave Time,Time in Session (minutes),Country/Region Name,,,,,,,,,
12025550199,08/09/2026 10:55:00 AM,08/09/2026 11:05:00 AM,10,United States,,,,,,,,,
`;

    expect(await rowsOf(report)).toEqual([
      [
        "Ada Lovelace, ada@example.com, +12025550100, in United States",
        "webinar_attended 2026-08-09T10:50:00 captured: Docks, 40 min",
        "consent to call 2026-08-01T09:00:00: May we call you?: Yes",
      ],
      ["12025550199, in United States", "webinar_attended 2026-08-09T10:55:00 captured: Docks, 10 min"],
    ]);
  });

  test("the key of an attendance is the same in every report of it", async () => {
    const header =
      "Attended,First Name,Last Name,Email,Registration Time,Approval Status,Join Time,Leave Time,Time in Session (minutes)";
    const row =
      '"Yes",Ada,Lovelace,ada@example.com,"Mar 20, 2020 08:00:00",approved,"Mar 28, 2020 09:07:39","Mar 28, 2020 09:30:00",23';

    expect(await rowsOf(`Attendee Details,\n${header}\n${row}\n`)).toEqual(
      await rowsOf(`Attendee Details,,,\n${header},,\n${row},,\n`),
    );
  });
});

test("Zoom meetings: the host is ours, a display name alone is nobody, re-joins add up", async () => {
  const report = `Meeting ID,Topic,Start Time,End Time,User Email,Durection (Minutes),Participants,
81200000000,Weekly,08/12/2026 10:00:00 AM,08/12/2026 11:00:00 AM,host@example.com,60,3,

Name (Original Name),User Email,Total Durection (Minutes),Guest
Mei (Mei Lin),host@example.com,60,No
Ada Lovelace,ada@example.com,20,No
Ada Lovelace,ada@example.com,25,No
iPhone,,10,Yes
`;

  expect(await read(report)).toEqual({
    format: "zoom_meeting_participants",
    rows: [
      ["skipped our_own_people", "Mei, host@example.com"],
      ["Ada Lovelace, ada@example.com", "video_call_held 2026-08-12T10:00:00 captured: Weekly, 45 min"],
      ["skipped no_person", "iPhone"],
    ],
  });
});

test("GoToWebinar: the session's sections, then one row for each registrant", async () => {
  const report = `General Information
Webinar Name,Webinar ID
Docks at work,123-456-789
Session Details
Attended,First Name,Last Name,Email Address,Registration Date/Time,Join Time,Leave Time,Time in Session (minutes),Interest Rating
Yes,Ada,Lovelace,ada@example.com,"Mar 20, 2026 08:00 AM","Mar 28, 2026 09:07 AM","Mar 28, 2026 09:30 AM",23,80
Yes,Ada,Lovelace,ada@example.com,,"Mar 28, 2026 09:40 AM","Mar 28, 2026 10:00 AM",20,80
No,Grace,Hopper,grace@example.com,"Mar 21, 2026 08:00 AM",,,,
`;

  expect(await read(report)).toEqual({
    format: "gotowebinar",
    rows: [
      ["Ada Lovelace, ada@example.com", "webinar_attended 2026-03-28T09:07:00 captured: Docks at work, 43 min"],
      ["Grace Hopper, grace@example.com", "webinar_registered 2026-03-21T08:00:00 captured: Docks at work"],
    ],
  });
});

describe("tickets", () => {
  const attendees =
    "Order #,Order Date,First Name,Last Name,Email,Quantity,Ticket Type,Attendee #,Barcode #,Attendee Status,Cell Phone,Tieni informato dall'organizzatore";
  const ticket = {
    "Order #": "1",
    "Order Date": "2026-09-26 20:10",
    "First Name": "Ada",
    Email: "ada@example.com",
    "Ticket Type": "Free",
    "Attendee #": "5",
  };

  test.each([
    ["Attending", ["webinar_registered 2026-09-26T20:10:00 captured: Free"]],
    [
      "Checked In",
      ["webinar_registered 2026-09-26T20:10:00 captured: Free", "seminar_attended 2026-09-26T20:10:00 captured: Free"],
    ],
  ])("Eventbrite: %s", async (status, expected) => {
    const [row = []] = await rowsOf(
      aTable(attendees, { ...ticket, "Attendee Status": status, "Cell Phone": "+1 202 555 0100" }),
    );

    expect(row).toEqual(["Ada, ada@example.com, +1 202 555 0100 (mobile)", ...expected]);
  });

  test.each(["Refunded", "Not Attending", "Deleted"])("Eventbrite: %s is nothing", async (status) => {
    const [row = []] = await rowsOf(aTable(attendees, { ...ticket, "Attendee Status": status }));

    expect(row).toEqual(["skipped cancelled", "Ada, ada@example.com"]);
  });

  test("Eventbrite: the organiser's opt-in is a consent to mail in its own words, and to nothing else", async () => {
    const [row = []] = await rowsOf(
      aTable(attendees, { ...ticket, "Attendee Status": "Attending", "Tieni informato dall'organizzatore": "Sì" }),
    );

    expect(row[2]).toBe("consent to email 2026-09-26T20:10:00: Tieni informato dall'organizzatore: Sì");
    expect(row).toHaveLength(3);
  });

  test("Eventbrite orders know the day of the event", async () => {
    const header =
      "Order #,Order Date,First Name,Last Name,Email,Total Paid,Order Status,Promo Code,Event Name,Event Date,Checked In";
    const order = {
      "Order #": "9",
      "Order Date": "Sep 26, 2026 7:05 PM",
      "First Name": "Ada",
      Email: "ada@example.com",
      "Event Name": "Dock fair",
      "Event Date": "2026-10-09 18:00",
    };

    expect(await read(aTable(header, { ...order, "Checked In": "1" }))).toEqual({
      format: "eventbrite_orders",
      rows: [
        [
          "Ada, ada@example.com",
          "webinar_registered 2026-09-26T19:05:00 captured: Dock fair",
          "seminar_attended 2026-10-09T18:00:00 captured: Dock fair",
        ],
      ],
    });
  });

  test("Luma: only who was checked in was there", async () => {
    const header =
      "\ufeffapi_id,name,first_name,last_name,email,phone_number,created_at,approval_status,checked_in_at,custom_source,qr_code_url,ticket_name";
    const guest = {
      name: "Ada Lovelace",
      email: "ada@example.com",
      phone_number: "+12025550100",
      created_at: "2026-08-01T10:00:00.000Z",
      ticket_name: "Standard",
    };
    const guests = [
      { ...guest, approval_status: "approved", checked_in_at: "2026-08-09T17:00:00.000Z" },
      { ...guest, approval_status: "approved" },
      { ...guest, approval_status: "declined" },
      { ...guest, approval_status: "invited" },
    ];

    expect(await rowsOf(aTable(header, ...guests))).toEqual([
      [
        "Ada Lovelace, ada@example.com, +12025550100",
        "webinar_registered 2026-08-01T10:00:00Z captured: Standard",
        "seminar_attended 2026-08-09T17:00:00Z captured: Standard",
      ],
      ["Ada Lovelace, ada@example.com, +12025550100", "webinar_registered 2026-08-01T10:00:00Z captured: Standard"],
      ["skipped cancelled", "Ada Lovelace, ada@example.com, +12025550100"],
      ["skipped not_finished", "Ada Lovelace, ada@example.com, +12025550100"],
    ]);
  });
});

describe("Calendly", () => {
  const header =
    "User Name,Invitee Name,Invitee Email,Invitee Time Zone,Invitee accepted marketing emails,Text Reminder Number,Event Type Name,Start Date & Time,End Date & Time,Event Created Date & Time,Canceled,Question 1,Response 1,Guest Email(s),Marked as No-Show,Event UUID,Invitee UUID";
  const booking = {
    "Invitee Name": "Ada",
    "Invitee Email": "ada@example.com",
    "Event Type Name": "Intro",
    "Start Date & Time": "2026-11-24 09:00",
    "End Date & Time": "2026-11-24 09:30",
    "Event Created Date & Time": "2026-11-20 08:00",
    Canceled: "false",
    "Invitee UUID": "I1",
  };
  const cases: [name: string, change: Record<string, string>, expected: string[]][] = [
    ["over", {}, ["Ada, ada@example.com", "meeting_held 2026-11-24T09:00:00 captured: Intro"]],
    [
      "to come",
      { "Start Date & Time": "2026-11-24 15:00", "End Date & Time": "2026-11-24 15:30" },
      ["Ada, ada@example.com", "meeting_booked 2026-11-20T08:00:00 captured: Intro"],
    ],
    ["cancelled", { Canceled: "true" }, ["skipped cancelled", "Ada, ada@example.com"]],
    ["missed", { "Marked as No-Show": "Yes" }, ["skipped nobody_else_there", "Ada, ada@example.com"]],
    [
      "with an opt-in to mail and a yes to calls",
      { "Invitee accepted marketing emails": "Yes", "Question 1": "May we phone you before?", "Response 1": "yes" },
      [
        "Ada, ada@example.com",
        "meeting_held 2026-11-24T09:00:00 captured: Intro",
        "consent to call 2026-11-20T08:00:00: May we phone you before?: yes",
        "consent to email 2026-11-20T08:00:00: Invitee accepted marketing emails: Yes",
      ],
    ],
    [
      "with a guest",
      { "Guest Email(s)": "grace@example.com" },
      ["Ada, ada@example.com", "grace@example.com", "Ada: meeting_held 2026-11-24T09:00:00 captured: Intro"],
    ],
  ];

  test.each(cases)("a meeting %s", async (_name, change, expected) => {
    expect(await rowsOf(aTable(header, { ...booking, ...change }))).toEqual([expected]);
  });

  test("whether it is over depends on the zone of the import", async () => {
    const [inUtc = []] = await rowsOf(aTable(header, { ...booking, "End Date & Time": "2026-11-24 11:30" }));
    const [inNewYork = []] = await rowsOf(aTable(header, { ...booking, "End Date & Time": "2026-11-24 11:30" }), {
      timeZone: "America/New_York",
    });

    expect(inUtc[1]).toContain("meeting_held");
    expect(inNewYork[1]).toContain("meeting_booked");
  });
});

test("a form in which the person says no to calls is a no, with everything else it says", async () => {
  const text = aTable("#,Your name,May we call you?,Phone,Start Date (UTC),Submit Date (UTC),Network ID", {
    "#": "r1",
    "Your name": "Ada",
    "May we call you?": "No",
    Phone: "+1 202 555 0171",
    "Submit Date (UTC)": "2018-04-03 09:05:40",
  });

  expect(await rowsOf(text)).toEqual([
    [
      "+1 202 555 0171",
      "survey_answered 2018-04-03T09:05:40Z captured",
      "no call, opt_out 2018-04-03T09:05:40Z (May we call you?: No)",
    ],
  ]);
});
