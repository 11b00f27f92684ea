import { describe, expect, test } from "vitest";
import { bytesSource } from "#server/imports/reading/source.ts";
import { read, readAll, rowsOf } from "#test/reading.ts";

describe("a mailbox", () => {
  const letter = (headers: Record<string, string>, body = "Hi.") =>
    [
      "From 1@xxx Mon Aug 03 09:12:00 +0000 2026",
      ...Object.entries({ Date: "Mon, 03 Aug 2026 09:12:00 +0000", ...headers }).map(
        ([name, value]) => `${name}: ${value}`,
      ),
      "",
      body,
      "",
      "",
    ].join("\r\n");
  const toMe = { From: "Ada <ada@example.com>", To: "Me <me@example.org>", "Message-ID": "<a@x>" };
  const mine = { From: "Me <me@example.org>", To: "Ada <ada@example.com>", "Message-ID": "<m@x>" };
  const me = { ownerEmails: ["ME@example.org"] };

  const letters: [name: string, headers: Record<string, string>, expected: string[]][] = [
    [
      "a reply to us",
      { ...toMe, "In-Reply-To": "<m@x>", Subject: "Re: Docks" },
      ["Ada, ada@example.com", "email_replied 2026-08-03T09:12:00Z captured: Re: Docks"],
    ],
    [
      "a reply that only its subject shows",
      { ...toMe, Subject: "回复：报价" },
      ["Ada, ada@example.com", "email_replied 2026-08-03T09:12:00Z captured: 回复：报价"],
    ],
    ["a new letter to us is known contact and no reply", { ...toMe, Subject: "Docks" }, ["Ada, ada@example.com"]],
    [
      "a reply between two others, with us in copy",
      {
        From: "Ada <ada@example.com>",
        To: "Tom <tom@example.com>",
        Cc: "me@example.org",
        "In-Reply-To": "<t@x>",
        Subject: "Re: x",
      },
      ["Ada, ada@example.com"],
    ],
    ["what we wrote warms nobody", { ...mine, Subject: "Re: Docks", "In-Reply-To": "<a@x>" }, ["Ada, ada@example.com"]],
    ["a newsletter", { ...toMe, "List-Unsubscribe": "<https://x>", "In-Reply-To": "<m@x>" }, ["skipped bulk_mail"]],
    ["precedence bulk", { ...toMe, Precedence: "bulk" }, ["skipped bulk_mail"]],
    [
      "an answering machine",
      { ...toMe, "Auto-Submitted": "auto-replied", "In-Reply-To": "<m@x>" },
      ["skipped automatic_mail"],
    ],
    [
      "not automatic, and says so",
      { ...toMe, "Auto-Submitted": "no", "In-Reply-To": "<m@x>", Subject: "x" },
      ["Ada, ada@example.com", "email_replied 2026-08-03T09:12:00Z captured: x"],
    ],
    ["a robot", { ...toMe, From: "no-reply@example.com" }, ["skipped automatic_mail"]],
    ["spam", { ...toMe, "X-Gmail-Labels": "Spam,Unread" }, ["skipped spam"]],
    ["a draft", { ...mine, "X-Gmail-Labels": "Drafts" }, ["skipped draft"]],
    ["a name turned round", { ...toMe, From: '"Lovelace, Ada" <ada@example.com>' }, ["Ada Lovelace, ada@example.com"]],
    ["from nobody", { To: "me@example.org" }, ["skipped no_person"]],
  ];

  test.each(letters)("%s", async (_name, headers, expected) => {
    expect(await read(letter(headers), me)).toEqual({ format: "mbox", rows: [expected] });
  });

  test("lines of a body that begin with From are no messages", async () => {
    expect(await rowsOf(letter(toMe, ">From here on\r\nFrom there on 2026") + letter(mine), me)).toHaveLength(2);
  });

  test.each([
    ["by what is labelled as sent", letter({ ...mine, "X-Gmail-Labels": "Sent" })],
    [
      "by whom it was delivered to",
      letter({ ...toMe, To: "list@example.net", "Delivered-To": "me@example.org" }) +
        letter({ ...toMe, Cc: "b@example.com" }),
    ],
    ["by who is in most letters", letter(toMe) + letter({ ...toMe, From: "tom@example.com" }) + letter(mine)],
  ])("who we are is seen %s", async (_name, others) => {
    const reply = letter({ ...toMe, "In-Reply-To": "<m@x>", Subject: "Re: x" });

    expect((await rowsOf(others + reply)).at(-1)).toEqual([
      "Ada, ada@example.com",
      "email_replied 2026-08-03T09:12:00Z captured: Re: x",
    ]);
  });
});

describe("a calendar", () => {
  const event = (...lines: string[]) =>
    ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:e1", "SUMMARY:Intro", ...lines, "END:VEVENT", "END:VCALENDAR", ""].join(
      "\r\n",
    );
  const times = ["DTSTART:20260504T130000Z", "DTEND:20260504T133000Z"];
  const organizer = "ORGANIZER;CN=Me:mailto:me@example.org";
  const ada = (answer: string) => `ATTENDEE;CN=Ada;PARTSTAT=${answer}:mailto:ada@example.com`;
  const booked = "meeting_booked 2026-05-04T13:00:00Z captured: Intro";

  const events: [name: string, lines: string[], expected: string[]][] = [
    ["accepted and over is booked, not held", [...times, organizer, ada("ACCEPTED")], ["Ada, ada@example.com", booked]],
    ["declined", [...times, organizer, ada("DECLINED")], ["Ada, ada@example.com"]],
    ["not answered", [...times, organizer, ada("NEEDS-ACTION")], ["Ada, ada@example.com"]],
    ["cancelled", [...times, organizer, ada("ACCEPTED"), "STATUS:CANCELLED"], ["skipped cancelled"]],
    ["nobody but us", [...times, organizer], ["skipped nobody_else_there"]],
    [
      "a room is nobody",
      [...times, organizer, "ATTENDEE;CUTYPE=ROOM;PARTSTAT=ACCEPTED:mailto:room@example.org"],
      ["skipped nobody_else_there"],
    ],
    [
      "she invited us",
      [...times, "ORGANIZER;CN=Ada:mailto:ada@example.com", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:me@example.org"],
      ["Ada, ada@example.com", booked],
    ],
    [
      "she invited us and we declined",
      [...times, "ORGANIZER;CN=Ada:mailto:ada@example.com", "ATTENDEE;PARTSTAT=DECLINED:mailto:me@example.org"],
      ["skipped cancelled"],
    ],
    [
      "to come: booked when it was made",
      ["CREATED:20261120T080000Z", "DTSTART:20261201T090000Z", "DTEND:20261201T093000Z", organizer, ada("ACCEPTED")],
      ["Ada, ada@example.com", "meeting_booked 2026-11-20T08:00:00Z captured: Intro"],
    ],
    [
      "Outlook's name of a zone",
      ["DTSTART;TZID=W. Europe Standard Time:20260504T090000", organizer, ada("ACCEPTED")],
      ["Ada, ada@example.com", "meeting_booked 2026-05-04T09:00:00 Europe/Berlin captured: Intro"],
    ],
    [
      "a zone that nobody knows",
      ["DTSTART;TZID=Custom:20260504T090000", organizer, ada("ACCEPTED")],
      ["Ada, ada@example.com", "meeting_booked 2026-05-04T09:00:00 captured: Intro"],
    ],
    [
      "a series: its last meeting that is over",
      ["DTSTART:20261102T130000Z", "DTEND:20261102T133000Z", "RRULE:FREQ=WEEKLY", organizer, ada("ACCEPTED")],
      ["Ada, ada@example.com", "meeting_booked 2026-11-23T13:00:00Z captured: Intro"],
    ],
    [
      "an alarm inside is not the event",
      [
        ...times,
        organizer,
        ada("ACCEPTED"),
        "BEGIN:VALARM",
        "SUMMARY:Alarm",
        "ATTENDEE:mailto:x@example.com",
        "END:VALARM",
      ],
      ["Ada, ada@example.com", booked],
    ],
  ];

  test.each(events)("%s", async (_name, lines, expected) => {
    expect(await read(event(...lines), { ownerEmails: ["me@example.org"] })).toEqual({
      format: "ics",
      rows: [expected],
    });
  });

  test("whose it is shows in its name, else in who is everywhere", async () => {
    const named = event(...times, organizer, ada("ACCEPTED")).replace(
      "BEGIN:VEVENT",
      "X-WR-CALNAME:ada@example.com\r\nBEGIN:VEVENT",
    );

    expect(await rowsOf(named)).toEqual([
      ["Me, me@example.org", "meeting_booked 2026-05-04T13:00:00Z captured: Intro"],
    ]);
    expect(await rowsOf(event(...times, organizer, ada("ACCEPTED")))).toEqual([["Ada, ada@example.com", booked]]);
  });
});

describe("a transcript", () => {
  const spoken = (...lines: string[]) =>
    `WEBVTT\n\n${lines.map((line, index) => `${index + 1}\n00:00:0${index}.000 --> 00:00:0${index + 1}.000\n${line}\n`).join("\n")}`;

  test.each([
    "Please don't call me again.",
    "take my number off your list",
    "Stop calling.",
    "请不要再给我打电话",
    "Rufen Sie mich nicht mehr an, bitte. Rufen Sie mich nicht an.",
  ])("%s", async (words) => {
    const [ada = [], tom = []] = await rowsOf(spoken(`Ada: ${words}`, "Tom: of course"));

    expect(ada[1]).toContain("no call,voicemail, do_not_call (Text: 00:00:00.000");
    expect(tom).toEqual(["skipped spoke_without_date", "Tom"]);
  });

  test.each(["I will call you again.", "Don't call it a failure.", "Call me again!", "We never call before nine."])(
    "%s is no opt-out",
    async (words) => {
      const [ada = []] = await rowsOf(spoken(`Ada: ${words}`));

      expect(ada.filter((line) => line.startsWith("no "))).toEqual([]);
    },
  );

  test("with a date each speaker but ourselves was in the call, as a claim", async () => {
    const text = spoken("<v Ada Lovelace>Hello &amp; welcome</v>", "(Tom)\nHi", "Mei Lin: and bye");

    expect(await rowsOf(text, { occurredAt: "2026-05-01 14:00", ownerName: "Mei Lin" })).toEqual([
      ["Ada Lovelace", "video_call_held 2026-05-01T14:00:00 claimed: 3 words"],
      ["Tom", "video_call_held 2026-05-01T14:00:00 claimed: 1 words"],
      ["skipped our_own_people"],
    ]);
  });

  test("what was said without a name goes on with whoever spoke before", async () => {
    const rows = await readAll(bytesSource("x", spoken("Ada: one two", "three", "Tom: four")));

    expect(rows.map(({ cells }) => cells)).toMatchObject([
      { Speaker: "Ada", Words: "3" },
      { Speaker: "Tom", Words: "1" },
    ]);
  });
});
