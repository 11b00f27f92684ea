import { describe, expect, test } from "vitest";
import { recordId } from "#server/imports/formats/salesforce.ts";
import { aTable, read, rowsOf } from "#test/reading.ts";

describe("opt-outs of the sales systems", () => {
  const hubspot = "Record ID,First name,Last name,Email,Phone number,Unsubscribed from all email";
  const contact =
    "Id,IsDeleted,MasterRecordId,AccountId,LastName,FirstName,MailingCity,Phone,Fax,MobilePhone,Email,HasOptedOutOfEmail,HasOptedOutOfFax,DoNotCall,EmailBouncedReason,EmailBouncedDate";
  const pipedrive = "Person - Name,Person - ID,Person - Email - Work,Person - Marketing status,Person - Double opt-in";
  const zoho =
    "Record Id,Lead Owner.id,Lead Owner,Company,First Name,Last Name,Email,Email Opt Out,Data Processing Basis,Unsubscribed Mode,Unsubscribed Time";

  test("HubSpot: mail only, and sentence case is the same format", async () => {
    expect(
      await read(
        aTable(hubspot, {
          "Record ID": "1",
          "First name": "Ada",
          Email: "a@example.com",
          "Unsubscribed from all email": "true",
        }),
      ),
    ).toEqual({
      format: "hubspot_contacts",
      rows: [["Ada, a@example.com, hubspot:1", "no email, unsubscribe (Unsubscribed from all email: true)"]],
    });
  });

  test("Salesforce: DoNotCall closes the phone, an opt-out of fax closes nothing, a bounce closes the address", async () => {
    const row = {
      Id: "003000000000001",
      LastName: "Hopper",
      Email: "g@example.com",
      Fax: "+1 202 555 0199",
      HasOptedOutOfEmail: "false",
    };
    const text = aTable(contact, {
      ...row,
      HasOptedOutOfFax: "true",
      DoNotCall: "true",
      EmailBouncedReason: "550",
      EmailBouncedDate: "2026-01-05T10:00:00.000Z",
    });

    expect(await read(text)).toEqual({
      format: "salesforce_contact",
      rows: [
        [
          "Hopper, g@example.com, salesforce:003000000000001AAA",
          "no call,voicemail, do_not_call (DoNotCall: true)",
          "no email, bounced 2026-01-05T10:00:00Z (EmailBouncedDate: 550)",
        ],
      ],
    });
  });

  test("Salesforce: what was deleted or merged away there does not come back here", async () => {
    const text = aTable(
      contact,
      { Id: "1", LastName: "Gone", IsDeleted: "true" },
      { Id: "2", LastName: "Merged", MasterRecordId: "1" },
    );

    expect((await rowsOf(text)).map(([first]) => first)).toEqual([
      "skipped deleted_in_source",
      "skipped merged_in_source",
    ]);
  });

  test.each([
    ["Unsubscribed", "no email, unsubscribe"],
    ["Bounced", "no email, bounced"],
    ["Subscribed", ""],
  ])("Pipedrive: %s", async (status, expected) => {
    const [row = []] = await rowsOf(
      aTable(pipedrive, {
        "Person - Name": "Ada",
        "Person - Marketing status": status,
        "Person - Double opt-in": "Yes",
      }),
    );

    expect(
      row
        .slice(1)
        .map((line) => line.replace(/ \(.*/, ""))
        .join(),
    ).toBe(expected);
  });

  test("Zoho: a processing basis is a fact about the person and nobody's permission to call", async () => {
    const row = {
      "Record Id": "zcrm_1",
      "Last Name": "Lovelace",
      Email: "a@example.com",
      "Email Opt Out": "false",
      "Data Processing Basis": "Consent - Obtained",
    };
    const text = aTable(zoho, row, {
      ...row,
      "Unsubscribed Mode": "Consent form",
      "Unsubscribed Time": "2026-02-09 12:00:00",
    });

    expect(await rowsOf(text)).toEqual([
      ["Lovelace, a@example.com, zoho:zcrm_1"],
      [
        "Lovelace, a@example.com, zoho:zcrm_1",
        "no email, unsubscribe 2026-02-09T12:00:00 (Unsubscribed Time: 2026-02-09 12:00:00)",
      ],
    ]);
  });
});

describe("what was sold", () => {
  test("Pipedrive: a deal that was won is a purchase on that day, any other deal is nothing", async () => {
    const header =
      "Deal - Title,Deal - ID,Deal - Stage,Deal - Status,Deal - Won time,Deal - Contact person,Deal - Organization,Deal - Owner";
    const deal = {
      "Deal - Title": "Docks",
      "Deal - ID": "5",
      "Deal - Contact person": "Ada Lovelace",
      "Deal - Organization": "Example Ltd",
    };
    const text = aTable(
      header,
      { ...deal, "Deal - Status": "Won", "Deal - Won time": "2026-09-30 10:00:00" },
      { ...deal, "Deal - Status": "Open" },
      { "Deal - Title": "Nobody", "Deal - Status": "Won" },
    );

    expect(await read(text)).toEqual({
      format: "pipedrive_deals",
      rows: [
        [
          "Ada Lovelace, at Example Ltd",
          "purchase 2026-09-30T10:00:00 captured: Docks",
          "relationship purchase 2026-09-30T10:00:00",
        ],
        ["skipped deal_not_won", "Ada Lovelace, at Example Ltd"],
        ["skipped no_person"],
      ],
    });
  });

  test("HubSpot: an open deal is nothing, a won one without its day is a warning", async () => {
    const header = "Record ID,Deal Name,Deal Stage,Amount,Deal owner,Associated Contact IDs,Close Date";
    const deal = { "Record ID": "7", "Deal Name": "Docks", "Associated Contact IDs": "8" };
    const rows = await rowsOf(
      aTable(header, { ...deal, "Deal Stage": "Contract sent" }, { ...deal, "Deal Stage": "Closed Won" }),
    );

    expect(rows).toEqual([
      ["skipped deal_not_won", "hubspot:8"],
      ["hubspot:8", "warning touchpoint_without_date purchase"],
    ]);
  });
});

describe("Salesforce activities", () => {
  const header =
    "Id,WhoId,Subject,ActivityDate,Status,OwnerId,Type,IsDeleted,IsClosed,CallDurationInSeconds,CallType,CallDisposition,TaskSubtype";
  const call = {
    Id: "00T1",
    WhoId: "00Q1",
    Subject: "Call",
    ActivityDate: "2026-01-20",
    IsClosed: "true",
    TaskSubtype: "Call",
  };
  const tasks: [name: string, change: Record<string, string>, expected: string][] = [
    [
      "a finished call with some seconds",
      { CallDurationInSeconds: "312" },
      "call_conversation 2026-01-20 captured: Call",
    ],
    ["a finished call that connected", { CallDisposition: "Connected" }, "call_conversation 2026-01-20 captured: Call"],
    ["a voicemail", { CallDurationInSeconds: "40", CallDisposition: "Left voicemail" }, "skipped call_not_answered"],
    ["a call that nobody took", { CallDisposition: "No Answer" }, "skipped call_not_answered"],
    ["a call of which nothing is known", {}, "skipped call_not_answered"],
    ["a call still to be made", { IsClosed: "false", CallDurationInSeconds: "312" }, "skipped not_finished"],
    ["an email", { TaskSubtype: "Email", Type: "Email" }, "skipped not_a_call"],
    ["nobody's task", { WhoId: "" }, "skipped no_person"],
  ];

  test.each(tasks)("%s", async (_name, change, expected) => {
    const [row = []] = await rowsOf(aTable(header, { ...call, ...change }));

    expect(row).toContain(expected);
  });

  const member = "Id,CampaignId,LeadId,ContactId,Status,HasResponded,FirstRespondedDate,CreatedDate";
  test.each([
    ["Attended", "seminar_attended"],
    ["Registered", "webinar_registered"],
    ["Downloaded", "content_downloaded"],
    ["Responded", "survey_answered"],
  ])("a response of the status %s is %s", async (status, kind) => {
    const [row = []] = await rowsOf(
      aTable(member, {
        Id: "1",
        ContactId: "003",
        Status: status,
        HasResponded: "true",
        FirstRespondedDate: "2026-01-10",
      }),
    );

    expect(row[1]).toBe(`${kind} 2026-01-10 captured: ${status}`);
  });

  test("a member who did not respond did nothing", async () => {
    expect(await rowsOf(aTable(member, { Id: "1", LeadId: "00Q", Status: "Sent", HasResponded: "false" }))).toEqual([
      ["salesforce:00Q"],
    ]);
  });
});

test("a Salesforce id of 15 characters and its twin of 18 are one", () => {
  expect(recordId("00Q5e00000AbCdE")).toBe("00Q5e00000AbCdEEAV");
  expect(recordId("00Q000000000001AAA")).toBe("00Q000000000001AAA");
});

describe("Apollo", () => {
  const header =
    "First Name,Last Name,Company,Company Name for Emails,Email,Email Status,First Phone,Corporate Phone,Last Contacted,Email Sent,Email Open,Email Bounced,Replied,Demoed,Apollo Contact Id";
  const person = {
    "First Name": "Lucas",
    Email: "lucas@example.com",
    "Email Status": "Verified",
    "Apollo Contact Id": "5f1",
  };
  const bought = "Lucas, lucas@example.com, apollo:5f1, from a list";

  test("bought people are on a list and nothing happened with them, also where mail was sent, opened or answered long ago", async () => {
    expect(
      await rowsOf(
        aTable(
          header,
          { ...person, "Email Sent": "true", "Email Open": "true" },
          { ...person, "Last Contacted": "2026-03-01" },
          { ...person, Replied: "true" },
        ),
      ),
    ).toEqual([[bought], [bought], [bought, "warning touchpoint_without_date email_replied"]]);
  });

  test("a reply or a demonstration counts on the day of the last contact", async () => {
    expect(
      await rowsOf(aTable(header, { ...person, "Last Contacted": "2026-03-01", Replied: "true", Demoed: "true" })),
    ).toEqual([[bought, "email_replied 2026-03-01 captured", "video_call_held 2026-03-01 captured"]]);
  });
});

test("Attio: a mail of which nobody knows who wrote it is claimed, a meeting is booked", async () => {
  const header =
    "Record ID,Name,Email addresses,Company,Job title,First email interaction,Last email interaction,First interaction,Last interaction,Next interaction,Connection strength,Created at";
  const person = {
    "Record ID": "r1",
    Name: "Ada",
    "Email addresses": "ada@example.com",
    "Last email interaction": "2026-05-01T10:00:00Z",
  };
  const text = aTable(
    header,
    { ...person, "Last interaction": "2026-05-01T10:00:00Z" },
    { ...person, "Last interaction": "2026-06-02T09:00:00Z", "Next interaction": "2026-12-02T09:00:00Z" },
  );

  expect(await read(text)).toEqual({
    format: "attio_people",
    rows: [
      ["Ada, ada@example.com, attio:r1", "email_replied 2026-05-01T10:00:00Z claimed"],
      [
        "Ada, ada@example.com, attio:r1",
        "email_replied 2026-05-01T10:00:00Z claimed",
        "meeting_booked 2026-06-02T09:00:00Z captured",
        "meeting_booked 2026-12-02T09:00:00Z captured",
      ],
    ],
  });
});

test("Zoho: a note stays with the record it was written on", async () => {
  const text = aTable(
    "Record Id,Associated_Id,Created Time,Note Content,Note Owner,Note Title,Parent ID.id,Parent ID",
    { "Record Id": "n1", "Note Content": "Wants a quote", "Note Title": "Fair", "Parent ID.id": "zcrm_1" },
  );

  expect(await read(text)).toEqual({ format: "zoho_notes", rows: [["zoho:zcrm_1"]] });
});
