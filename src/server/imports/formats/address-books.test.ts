import { describe, expect, test } from "vitest";
import { bytesSource } from "#server/imports/reading/source.ts";
import { aTable, read, readAll, rowsOf } from "#test/reading.ts";

describe("Outlook and its relatives", () => {
  const desktop =
    "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,Business City,Business Fax,Business Phone,Mobile Phone,Pager,E-mail Address,E-mail Type,E-mail Display Name,Notes,Office Location,Referred By,Spouse,Birthday";
  const google =
    "First Name,Middle Name,Last Name,Title,Suffix,Initials,Web Page,Gender,Birthday,Anniversary,Location,Language,Internet Free Busy,Notes,E-mail Address,E-mail 2 Address,Primary Phone,Home Phone,Mobile Phone";
  const thunderbird =
    "First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,Work Phone,Home Phone,Fax Number,Pager Number,Mobile Number,Home Address,Home City,Home Country";

  test("the desktop's fax and pager are no phones, who referred somebody is a tie, 0/0/00 is no birthday", async () => {
    const text = aTable(desktop, {
      "First Name": "Grace",
      "Last Name": "Hopper",
      Company: "US Navy",
      "Business Street": "Pier 1",
      "Business City": "Norfolk",
      "Business Fax": "+1 202 555 0199",
      Pager: "123",
      "Business Phone": "(202) 555-0111",
      "E-mail Address": "grace@example.com",
      "E-mail Type": "SMTP",
      "Referred By": "Ada Lovelace",
      Birthday: "0/0/00",
    });

    expect(await read(text)).toEqual({
      format: "outlook_desktop",
      rows: [
        [
          "Grace Hopper, at US Navy, grace@example.com, (202) 555-0111 (work), in Pier 1/Norfolk",
          "referred_by Ada Lovelace",
        ],
      ],
    });
  });

  test("Google's Outlook CSV", async () => {
    expect(
      await read(
        aTable(google, {
          "First Name": "Ada",
          "E-mail Address": "a@example.com",
          "E-mail 2 Address": "b@example.com",
          "Mobile Phone": "+1 202 555 0100",
        }),
      ),
    ).toEqual({
      format: "google_contacts_outlook_csv",
      rows: [["Ada, a@example.com, b@example.com (other), +1 202 555 0100 (mobile)"]],
    });
  });

  test("Thunderbird", async () => {
    expect(
      await read(
        aTable(thunderbird, {
          "First Name": "Ada",
          "Last Name": "Lovelace",
          "Display Name": "Ada L",
          "Primary Email": "ADA@example.com",
          "Fax Number": "1",
          "Mobile Number": "+1 202 555 0100",
          "Home City": "London",
        }),
      ),
    ).toEqual({
      format: "thunderbird",
      rows: [["Ada L, ada@example.com, +1 202 555 0100 (mobile), in London"]],
    });
  });

  test("Google: several values in a cell, the primary one marked, fax numbers left out", async () => {
    const header =
      "First Name,Last Name,File As,Organization Name,Organization Title,Photo,Labels,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,Address 1 - Label,Address 1 - Street,Address 1 - City";
    const text = aTable(header, {
      "First Name": "Ada",
      Labels: "* myContacts ::: Clients",
      "Phone 1 - Label": "* Mobile",
      "Phone 1 - Value": "+1 202 555 0100 ::: +1 202 555 0101",
      "Phone 2 - Label": "Work Fax",
      "Phone 2 - Value": "+1 202 555 0199",
      "Address 1 - Street": "1 Main St",
      "Address 1 - City": "Arlington",
    });
    const [row] = await readAll(bytesSource("contacts", text));

    expect(await rowsOf(text)).toEqual([
      ["Ada, +1 202 555 0100 (mobile), +1 202 555 0101 (mobile), in 1 Main St/Arlington"],
    ]);
    expect(row?.person?.tags).toEqual(["Clients"]);
  });
});

describe("vCard", () => {
  const card = (version: string, ...lines: string[]) =>
    ["BEGIN:VCARD", `VERSION:${version}`, ...lines, "END:VCARD", ""].join("\r\n");

  const cards: [name: string, text: string, expected: string[]][] = [
    [
      "3.0 with an Apple label",
      card(
        "3.0",
        "FN:Ada Lovelace",
        "item1.TEL:+1 202 555 0100",
        "item1.X-ABLabel:_$!<Mobile>!$_",
        "item2.URL:https://www.linkedin.com/in/Ada",
        "item2.X-ABLabel:_$!<HomePage>!$_",
      ),
      ["Ada Lovelace, +1 202 555 0100 (mobile), www.linkedin.com/in/ada"],
    ],
    [
      "2.1 with bare types and quoted-printable",
      card(
        "2.1",
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg",
        "TEL;CELL;VOICE:+49 151 23456789",
        "TEL;WORK;FAX:+49 30 1",
        "ADR;HOME:;;Weg 1;Berlin;;10115;Germany",
      ),
      ["Jörg Müller, +49 151 23456789 (mobile), in Weg 1/Berlin/10115/Germany"],
    ],
    [
      "4.0 with a tel: address",
      card(
        "4.0",
        "FN:陈思远",
        "N:陈;思远;;;",
        'TEL;VALUE=uri;TYPE="cell,voice":tel:+86-138-0000-0001;ext=5',
        "EMAIL;PREF=1:chen@example.com",
        "CATEGORIES:客户,展会",
      ),
      ["陈思远, chen@example.com, +86-138-0000-0001 ext. 5 (mobile)"],
    ],
    [
      "escaped characters and people around",
      card(
        "3.0",
        "FN:Ada\\, Countess",
        "ORG:Example\\; Ltd;Sales",
        "X-ABRELATEDNAMES;type=spouse:William",
        "RELATED;TYPE=friend;VALUE=text:Mary",
      ),
      ["Ada, Countess, at Example; Ltd", "spouse William", "relative Mary"],
    ],
    ["nothing but a picture", card("3.0", "PHOTO;ENCODING=b:AAAA"), ["skipped empty_row"]],
  ];

  test.each(cards)("%s", async (_name, text, expected) => {
    expect(await read(text)).toEqual({ format: "vcard", rows: [expected] });
  });

  test("a line folded in the middle of a character is whole again", async () => {
    const bytes = Buffer.from(card("3.0", "FN:Zoë Durand"));
    const at = bytes.indexOf(0xc3) + 1;
    const folded = Buffer.concat([bytes.subarray(0, at), Buffer.from("\r\n "), bytes.subarray(at)]);

    expect(await read(bytesSource("x.vcf", folded))).toMatchObject({ rows: [["Zoë Durand"]] });
  });

  test("a card that never ends does not swallow the next", async () => {
    const text = `BEGIN:VCARD\nFN:Ada\n${card("3.0", "FN:Grace")}${card("3.0", "FN:Tom")}`;

    expect(await rowsOf(text)).toEqual([["Ada"], ["Grace"], ["Tom"]]);
  });

  test("a picture is not kept as evidence", async () => {
    const [row] = await readAll(
      bytesSource("x.vcf", card("3.0", "FN:Ada", `PHOTO;ENCODING=b:${"A".repeat(100)}`, ` ${"B".repeat(100)}`)),
    );

    expect(row?.cells).toEqual({ FN: "Ada" });
  });
});
