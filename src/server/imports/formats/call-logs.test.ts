import { describe, expect, test } from "vitest";
import { bytesSource } from "#server/imports/reading/source.ts";
import { aTable, inWords, read, readAll, rowsOf } from "#test/reading.ts";

describe("Aircall", () => {
  const header =
    "line,datetime (tz offset incl.),number timezone,datetime (utc),country_code,direction,from,to,answered,missed_call_reason,user,duration (total),duration (in call),voicemail,customer number,in-call duration,call id,call id (internal)";
  const call = {
    "datetime (tz offset incl.)": "2025-12-04 18:33:54",
    "datetime (utc)": "2025-12-04 07:33:54.083",
    direction: "outbound",
    from: "61370100001",
    to: "61400000002",
    answered: "Yes",
    "duration (in call)": "191",
    "call id (internal)": "3",
  };

  test("only the time in UTC and the seconds in the call count", async () => {
    expect(
      await rowsOf(aTable(header, call, { ...call, "duration (in call)": "", "in-call duration": "00:08:06" })),
    ).toEqual([
      ["+61400000002", "call_conversation 2025-12-04T07:33:54Z captured: 3 min"],
      ["+61400000002", "call_conversation 2025-12-04T07:33:54Z captured: 8 min"],
    ]);
  });

  test("a call that came in is the caller's; one that went to voicemail, or was missed, is no conversation", async () => {
    const inbound = { ...call, direction: "inbound", from: "61400000009", to: "61370100001" };

    expect(
      await rowsOf(
        aTable(
          header,
          inbound,
          { ...inbound, voicemail: "https://x" },
          { ...inbound, answered: "No", user: "[No associated user]" },
        ),
      ),
    ).toEqual([
      ["+61400000009", "call_conversation 2025-12-04T07:33:54Z captured: 3 min"],
      ["skipped call_not_answered", "+61400000009"],
      ["skipped call_not_answered", "+61400000009"],
    ]);
  });

  test("the header's capitals vary", async () => {
    expect(
      (
        await read(
          aTable(header.replace("line", "Line").replace("direction", "Direction"), {
            Line: "x",
            Direction: "outbound",
            answered: "no",
          }),
        )
      ).format,
    ).toBe("aircall_calls");
  });
});

test("RingCentral", async () => {
  const header = '"Type","Phone Number","Name","Date","Time","Action","Action Result","Result Description","Duration"';
  const rows = [
    '"Voice","(202) 555-0100","Ada","Wed 05/06/2026","2:03 PM","Phone Call","Call connected","","0:05:12"',
    '"Voice","(202) 555-0101","","Wed 05/06/2026","2:13 PM","Phone Call","Missed","","0:00:00"',
    '"Voice","(202) 555-0101","","Wed 05/06/2026","2:14 PM","Phone Call","Voicemail","","0:00:31"',
    '"Fax","(202) 555-0102","","Wed 05/06/2026","2:15 PM","Incoming Fax","Received","","0:01:00"',
  ];

  expect(await read([header, ...rows].join("\r\n"))).toEqual({
    format: "ringcentral_calls",
    rows: [
      ["Ada, (202) 555-0100", "call_conversation 2026-05-06T14:03:00 captured: 5 min"],
      ["skipped call_not_answered", "(202) 555-0101"],
      ["skipped call_not_answered", "(202) 555-0101"],
      ["skipped not_a_call", "(202) 555-0102"],
    ],
  });
});

test("Twilio: both legs of a call are one touchpoint, machines and our own clients are none", async () => {
  const header = "Sid,ParentCallSid,To,From,Status,StartTime,EndTime,Duration,Direction,AnsweredBy,CallerName";
  const call = {
    To: "+12025550191",
    From: "+12025550192",
    Status: "completed",
    StartTime: "Tue, 31 Aug 2010 20:36:29 +0000",
    Duration: "15",
  };
  const { rowKeys, rows } = await withKeys(
    aTable(
      header,
      { ...call, Sid: "CA1", Direction: "outbound-api" },
      { ...call, Sid: "CA2", ParentCallSid: "CA1", Direction: "outbound-dial" },
      { ...call, Sid: "CA3", To: "client:mei", Direction: "outbound-dial" },
      { ...call, Sid: "CA4", Direction: "outbound-api", AnsweredBy: "machine_start" },
      { ...call, Sid: "CA5", Direction: "outbound-api", Status: "no-answer", Duration: "" },
      { ...call, Sid: "CA6", Direction: "inbound", From: "+12025550193", CallerName: "ADA LOVELACE" },
    ),
  );

  expect(rowKeys[0]).toBe(rowKeys[1]);
  expect(rows.map(([first]) => first)).toEqual([
    "+12025550191",
    "+12025550191",
    "skipped internal_call",
    "skipped call_not_answered",
    "skipped call_not_answered",
    "ADA LOVELACE, +12025550193",
  ]);
});

describe("Asterisk, which has no header", () => {
  const answered =
    '"","1003","12025550190","from-internal","""Mei"" <1003>","SIP/1003","SIP/trunk","Dial","x","2025-12-23 12:41:27","2025-12-23 12:41:30","2025-12-23 12:42:30",63,60,"ANSWERED","DOCUMENTATION"';
  const calls: [name: string, line: string, expected: string[]][] = [
    ["a call out", answered, ["12025550190", "call_conversation 2025-12-23T12:41:27 captured: 1 min"]],
    [
      "a call in, with the caller's name",
      answered.replace('"1003","12025550190"', '"12025550190","1003"').replace("Mei", "Ada"),
      ["Ada, 12025550190", "call_conversation 2025-12-23T12:41:27 captured: 1 min"],
    ],
    ["busy", answered.replace("ANSWERED", "BUSY"), ["skipped call_not_answered", "12025550190"]],
    ["rang, and nobody spoke", answered.replace("63,60", "63,0"), ["skipped call_not_answered", "12025550190"]],
    ["between two extensions", answered.replace("12025550190", "1004"), ["skipped internal_call"]],
  ];

  test.each(calls)("%s", async (_name, line, expected) => {
    expect(await read(`${line}\n`)).toEqual({ format: "asterisk_cdr", rows: [expected] });
    expect(await read(`${line},"1766493687.12",""\n`)).toEqual({ format: "asterisk_cdr", rows: [expected] });
  });

  test("the older layout begins with the date", async () => {
    const line =
      '"2025-12-23 12:41:27","""Ada"" <12025550190>","12025550190","1003","in","SIP/1","SIP/2","Dial","x","63","60","ANSWERED","3",""';

    expect(await rowsOf(`${line}\n`)).toEqual([
      ["Ada, 12025550190", "call_conversation 2025-12-23T12:41:27 captured: 1 min"],
    ]);
  });
});

async function withKeys(text: string) {
  const rows = await readAll(bytesSource("calls", text));
  return { rowKeys: rows.map(({ touchpoints }) => touchpoints[0]?.sourceKey), rows: rows.map(inWords) };
}
