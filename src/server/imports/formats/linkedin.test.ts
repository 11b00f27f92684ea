import { describe, expect, test } from "vitest";
import { bytesSource } from "#server/imports/reading/source.ts";
import { aTable, aZip, read, readAll, rowsOf } from "#test/reading.ts";

const connections = "First Name,Last Name,URL,Email Address,Company,Position,Connected On";
const messages =
  "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT,IS CONVERSATION DRAFT";
const ada = "https://www.linkedin.com/in/ada-example";
const tom = "https://www.linkedin.com/in/tom-example";
const me = "https://www.linkedin.com/in/me-self";

describe("connections", () => {
  const row = `Ada,Lovelace,${ada},,Example,CTO,12 Mar 2025`;
  const expected = [
    ["Ada Lovelace, as CTO, at Example, www.linkedin.com/in/ada-example", "linkedin_connected 2025-03-12 captured"],
  ];

  test.each([
    ["with notes above", `Notes:\n"When exporting, you may\nnotice"\n\n${connections}\n${row}`],
    ["without notes", `${connections}\n${row}`],
    ["every field quoted", `${connections.replaceAll(/[^,]+/g, '"$&"')}\n${row.replaceAll(/[^,]+/g, '"$&"')}`],
  ])("%s", async (_name, text) => {
    expect(await read(text)).toEqual({ format: "linkedin_connections", rows: expected });
  });

  test("before 2023 there was no address of the page", async () => {
    expect(
      await rowsOf(
        "First Name,Last Name,Email Address,Company,Position,Connected On\nAda,Lovelace,a@example.com,,,01 Jan 2020\n,,,,,02 Jan 2020\n",
      ),
    ).toEqual([["Ada Lovelace, a@example.com", "linkedin_connected 2020-01-01 captured"], ["skipped date_only"]]);
  });
});

describe("messages", () => {
  const message = {
    "CONVERSATION ID": "1",
    FROM: "Ada Lovelace",
    "SENDER PROFILE URL": ada,
    TO: "Me Myself",
    "RECIPIENT PROFILE URLS": me,
    DATE: "2025-06-01 14:03:22 UTC",
    CONTENT: "Hi",
    FOLDER: "INBOX",
  };
  const fromTom = { ...message, "CONVERSATION ID": "2", FROM: "Tom, MBA", "SENDER PROFILE URL": tom };

  test("one touchpoint for each thread and day, however much was written", async () => {
    const rows = await readAll(
      bytesSource(
        "m",
        aTable(
          messages,
          message,
          { ...message, DATE: "2025-06-01 15:00:00 UTC" },
          { ...message, DATE: "2025-06-02 09:00:00 UTC" },
          fromTom,
        ),
      ),
    );
    const keys = rows.map(({ touchpoints }) => touchpoints[0]?.sourceKey);

    expect(keys[0]).toBe(keys[1]);
    expect(new Set(keys).size).toBe(3);
  });

  test("what is not a person's message is skipped with its reason", async () => {
    const rows = await rowsOf(
      aTable(
        messages,
        message,
        fromTom,
        { ...message, "IS MESSAGE DRAFT": "Yes" },
        { ...message, FOLDER: "SPAM" },
        { ...message, "SENDER PROFILE URL": "" },
        { ...message, CONTENT: '<p class="spinmail-quill-editor__spin-break">x' },
      ),
    );

    expect(rows.slice(2).map(([first]) => first)).toEqual([
      "skipped draft",
      "skipped spam",
      "skipped sponsored_message",
      "skipped sponsored_message",
    ]);
  });

  test("names with commas in a group are not cut apart", async () => {
    const group = {
      ...message,
      FROM: "Me Myself",
      "SENDER PROFILE URL": me,
      TO: "Ada Lovelace, Tom, MBA",
      "RECIPIENT PROFILE URLS": `${ada},${tom}`,
    };

    expect((await rowsOf(aTable(messages, message, fromTom, group)))[2]).toEqual(
      ["www.linkedin.com/in/ada-example", "www.linkedin.com/in/tom-example"].map((url) => url),
    );
  });

  test("a file that does not show whose it is asks, once", async () => {
    const text = aTable(messages, message);

    await expect(rowsOf(text)).rejects.toMatchObject({
      code: "invalid_input",
      details: { field: "owner-name", reason: "owner_of_messages_unknown" },
    });
    expect(await rowsOf(text, { ownerName: "me myself" })).toEqual([
      ["Ada Lovelace, www.linkedin.com/in/ada-example", "social_message 2025-06-01T14:03:22Z captured"],
    ]);
    expect(await rowsOf(text, { ownerName: ada })).toEqual([["Me Myself, www.linkedin.com/in/me-self"]]);
  });

  test("the nine columns of 2022 are enough", async () => {
    const old = messages
      .split(",")
      .filter((name) => !/RECIPIENT|ATTACH|DRAFT/.test(name))
      .join(",");
    const { "RECIPIENT PROFILE URLS": _urls, ...short } = message;

    expect(await rowsOf(aTable(old, short), { ownerName: "Me Myself" })).toEqual([
      ["Ada Lovelace, www.linkedin.com/in/ada-example", "social_message 2025-06-01T14:03:22Z captured"],
    ]);
  });
});

test("endorsements and recommendations say who would speak for us", async () => {
  const endorsed = aTable(
    "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,Endorsement Status",
    {
      "Endorsement Date": "2024/01/05 10:00:00 UTC",
      "Skill Name": "Docks",
      "Endorser First Name": "Ada",
      "Endorser Public Url": "www.linkedin.com/in/ada-example",
      "Endorsement Status": "ACCEPTED",
    },
  );
  const recommended = aTable("First Name,Last Name,Company,Job Title,Text,Creation Date,Status", {
    "First Name": "Grace",
    Text: "Excellent",
    "Creation Date": "2024-02-02",
  });
  const [ofAda] = await readAll(bytesSource("e", endorsed));
  const [ofGrace] = await readAll(bytesSource("r", recommended));

  expect(ofAda?.person).toMatchObject({
    tags: ["endorsed us"],
    custom: { "LinkedIn endorsement: Docks": "endorsed us (2024-01-05)" },
  });
  expect(ofGrace?.person).toMatchObject({ tags: ["recommended us"], notes: ["Excellent"] });
  expect([ofAda?.touchpoints, ofGrace?.touchpoints]).toEqual([[], []]);
});

describe("the archive as a whole", () => {
  const archive = aZip({
    "Profile.csv": "First Name,Last Name,Headline\nMe,Myself,Seller\n",
    "Connections.csv": `Notes:\n"x"\n\n${connections}\nAda,Lovelace,${ada},,Example,CTO,12 Mar 2025`,
    "Invitations.csv": `From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\nMe Myself,Ada Lovelace,"1/29/26, 2:37 PM",,OUTGOING,${me},${ada}\nMe Myself,Tom,"1/29/26, 2:38 PM",,OUTGOING,${me},${tom}\n`,
    "messages.csv": aTable(messages, {
      "CONVERSATION ID": "1",
      FROM: "Ada Lovelace",
      "SENDER PROFILE URL": ada,
      TO: "Me Myself",
      "RECIPIENT PROFILE URLS": me,
      DATE: "2025-06-01 14:03:22 UTC",
      CONTENT: "Hi",
    }),
    "guide_messages.csv": aTable(messages, { "CONVERSATION ID": "9", FROM: "LinkedIn" }),
    "Events.csv": "Event Name,Event Time,Status,External Url\nFair,2024,GOING,https://x\n",
    "Jobs/Saved Jobs.csv": "Saved Date,Job Url\n1,2\n",
    "picture.jpg": "x",
  });

  test("every file that holds people is read, in one count of rows, and says where each row stands", async () => {
    const rows = await readAll(bytesSource("Basic_LinkedInDataExport.zip", archive));

    expect(await read(bytesSource("x", archive))).toMatchObject({ format: "linkedin_archive" });
    expect(rows.map(({ line, part }) => `${line} ${part}`)).toEqual([
      "1 Connections.csv",
      "2 Invitations.csv",
      "3 Invitations.csv",
      "4 messages.csv",
      "5 Events.csv",
    ]);
    expect(rows[3]?.touchpoints.map(({ kind }) => kind)).toEqual(["social_message"]);
    expect(rows[4]?.verdict?.reason.code).toBe("not_a_contact_file");
  });

  test("an invitation of ours was accepted by whoever is connected", async () => {
    const rows = await readAll(bytesSource("x", archive));

    expect(rows[1]?.person?.custom["LinkedIn invitation accepted"]).toBe("yes");
    expect(rows[2]?.person?.custom["LinkedIn invitation accepted"]).toBeUndefined();
  });

  test("a zip that is broken says so", async () => {
    await expect(readAll(bytesSource("x.zip", archive.subarray(0, 200)))).rejects.toMatchObject({
      code: "invalid_input",
      details: { reason: "archive_unreadable" },
    });
  });
});

test("a Mailchimp archive: each list is what it is, also the one that never subscribed", async () => {
  const header =
    '"Email Address","First Name","Last Name",MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LAST_CHANGED,LEID,EUID,NOTES';
  const row = (email: string) =>
    `${email},Ada,,2,"2024-01-01 10:00:00",192.0.2.1,"2024-01-01 10:05:00",192.0.2.1,,1,e-${email},`;
  const archive = aZip({
    "subscribed_members_export_1.csv": `${header}\n${row("a@example.com")}\n`,
    "unsubscribed_members_export_1.csv": `${header},UNSUB_TIME,UNSUB_REASON\n${row("b@example.com")},"2024-05-05 08:00:00",NORMAL\n`,
    "cleaned_members_export_1.csv": `${header}\n${row("c@example.com")}\n`,
    "nonsubscribed_members_export_1.csv": `${header}\n${row("d@example.com")}\n`,
  });
  const { format, rows } = await read(bytesSource("audience.zip", archive));

  expect(format).toBe("mailchimp_archive");
  expect(rows.map((row) => row.slice(1).map((line) => line.replace(/[:(].*/, "").trim()))).toEqual([
    ["newsletter_opted_in 2024-01-01T10", "consent to email 2024-01-01T10"],
    ["no email, unsubscribe 2024-05-05T08"],
    ["no email, bounced"],
    [],
  ]);
});
