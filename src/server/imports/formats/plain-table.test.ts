import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { previewRows } from "#server/imports/read-rows.ts";
import { bytesSource } from "#server/imports/reading/source.ts";
import { aTable, aWorkbook, read, readAll, rowsOf } from "#test/reading.ts";

describe("columns are guessed by what they are called", () => {
  const tables: [name: string, text: string, expected: string[]][] = [
    [
      "simplified Chinese",
      "姓名,公司,职位,电话,手机,邮箱,备注\n王芳,华辰科技有限公司,采购总监,010-55550100,13800000001,wang@example.com,展会认识\n",
      ["王芳, as 采购总监, at 华辰科技有限公司, wang@example.com, 010-55550100, 13800000001 (mobile)"],
    ],
    [
      "traditional Chinese",
      "姓名;公司名稱;職稱;電話;手機;電子郵件\n林淑芬;台北貿易;業務經理;02-5550-0100;0912000001;lin@example.com\n",
      ["林淑芬, as 業務經理, at 台北貿易, lin@example.com, 02-5550-0100, 0912000001 (mobile)"],
    ],
    ["family and given name in Chinese", "姓,名,邮箱\n陈,思远,chen@example.com\n", ["陈思远, chen@example.com"]],
    [
      "German",
      "Vorname;Nachname;Firma;E-Mail;Telefon;Handy;Straße;PLZ;Ort\nJörg;Müller;Beispiel GmbH;joerg@example.de;030 23125014;0151 23456789;Weg 1;10115;Berlin\n",
      ["Jörg Müller, at Beispiel GmbH, joerg@example.de, 030 23125014, 0151 23456789 (mobile), in Weg 1/Berlin/10115"],
    ],
    [
      "French",
      "Prénom\tNom\tSociété\tCourriel\nZoë\tDurand\tExemple SA\tzoe@example.fr\n",
      ["Zoë Durand, at Exemple SA, zoe@example.fr"],
    ],
    ["one name in French", "Nom,Courriel\nZoë Durand,zoe@example.fr\n", ["Zoë Durand, zoe@example.fr"]],
    [
      "Spanish",
      "Nombre,Apellidos,Empresa,Correo electrónico,Teléfono\nAna,Peña,Ejemplo,ana@example.es,910 000 000\n",
      ["Ana Peña, at Ejemplo, ana@example.es, 910 000 000"],
    ],
    [
      "a preamble above the header",
      "Guests of the fair\n\nName,Email\nAda,ada@example.com\n",
      ["Ada, ada@example.com"],
    ],
    ["Excel's own first line", "sep=;\nName;Email\nAda;ada@example.com\n", ["Ada, ada@example.com"]],
    [
      "no header",
      "Ada Lovelace,ada@example.com,+1 202 555 0100\nGrace Hopper,grace@example.com,+1 202 555 0101\n",
      ["Ada Lovelace, ada@example.com, +1 202 555 0100", "Grace Hopper, grace@example.com, +1 202 555 0101"],
    ],
    ["numbers only", "+1 202 555 0100\n+1 202 555 0101\n", ["+1 202 555 0100", "+1 202 555 0101"]],
    [
      "columns known only by what is in them",
      "A,B,C\nx,ada@example.com,https://linkedin.com/in/Ada/\n",
      ["ada@example.com, www.linkedin.com/in/ada"],
    ],
  ];

  test.each(tables)("%s", async (_name, text, expected) => {
    expect((await rowsOf(text)).map((row) => row.join(" | "))).toEqual(expected);
  });

  test("the person who imports knows better", async () => {
    const text = "Who,Where,Number\nAda,Example Ltd,5550100\n";

    expect(await rowsOf(text, { mapping: { Who: "name", Where: "company", Number: "phone:work" } })).toEqual([
      ["Ada, at Example Ltd, 5550100 (work)"],
    ]);
    expect(await rowsOf("Name,Email\nAda,ada@example.com\n", { mapping: { name: "ignore" } })).toEqual([
      ["ada@example.com"],
    ]);
  });
});

test.each([
  [{ Nmae: "name" }, { value: "Nmae", reason: "column_unknown" }],
  [{ Name: "nmae" }, { value: "nmae", reason: "field_unknown" }],
])("a mapping with a mistake is refused: %o", async (mapping, details) => {
  await expect(rowsOf("Name,Email\nAda,ada@example.com\n", { mapping })).rejects.toMatchObject({
    code: "invalid_input",
    details,
  });
});

describe("a column that says when they met is a touchpoint, and a claim", () => {
  test.each([
    ["Met at", "2026-03-02", "meeting_held 2026-03-02 claimed"],
    ["Meeting date", "03/02/2026", "meeting_held 2026-03-02 claimed"],
    ["见面日期", "2026年3月2日", "meeting_held 2026-03-02 claimed"],
    ["會面日期", "2026/3/2", "meeting_held 2026-03-02 claimed"],
    ["拜訪日期", "2026-03-02", "visit_held 2026-03-02 claimed"],
  ])("%s: %s", async (column, text, expected) => {
    const [row] = await rowsOf(`Name,Email,${column}\nAda,ada@example.com,${text}\n`);

    expect(row?.[1]).toContain(expected);
    expect(row).toHaveLength(2);
  });

  test.each([
    ["a day that is still to come", "Meeting date", "2099-03-02"],
    ["a place", "Met at", "the trade fair"],
    ["a date of anything", "Date", "2026-03-02"],
  ])("%s is none", async (_name, column, text) => {
    const rows = await rowsOf(`Name,Email,${column}\nAda,ada@example.com,${text}\n`);

    expect(rows).toEqual([["Ada, ada@example.com"]]);
  });
});

test("a number without a country is reported by the column of the file", async () => {
  const [row] = await readAll(bytesSource("list.csv", "Name,Office line\nAda,020 7946 0000\n"));

  expect(row?.person?.phones).toMatchObject([{ text: "020 7946 0000", column: "Office line" }]);
});

test("a number that a spreadsheet ruined is never stored, and its row comes back with the reason", async () => {
  const rows = await rowsOf('Name,Phone\nAda,6.28123E+12\nGrace,"6,28123E+12"\nTom,6281230000000\n');

  expect(rows[0]).toContain("rejected phone_ruined_by_spreadsheet");
  expect(rows[1]).toContain("rejected phone_ruined_by_spreadsheet");
  expect(rows[2]).toEqual(["Tom, 6281230000000"]);
});

test("fax and pager are no phones, and what surrounds a number is taken off", async () => {
  const rows = await rowsOf(
    'Name,Phone,Fax,Pager\nAda,\'+1 202 555 0100,+1 202 555 0199,123\nGrace,"=""12025550101""",,\nTom,12025550102.0,,\n',
  );

  expect(rows).toEqual([["Ada, +1 202 555 0100"], ["Grace, 12025550101"], ["Tom, 12025550102"]]);
});

test("rows that were quoted again as one cell are still rows", async () => {
  const text = 'Name,Company,Email\nAda,"Example, Ltd",ada@example.com\n"Grace,""Navy, US"",grace@example.com"\n';

  expect(await rowsOf(text)).toEqual([
    ["Ada, at Example, Ltd, ada@example.com"],
    ["Grace, at Navy, US, grace@example.com"],
  ]);
});

describe("formats whose layout is hearsay go through the guess", () => {
  const layouts: [name: string, header: string, cells: Record<string, string>, expected: string[]][] = [
    [
      "Salesloft",
      "first_name,last_name,email_address,phone,mobile_phone,title,person_company_name,do_not_contact,last_contacted_at",
      {
        first_name: "Ada",
        email_address: "a@example.com",
        mobile_phone: "1",
        person_company_name: "Ex",
        do_not_contact: "true",
      },
      ["Ada, at Ex, a@example.com, 1 (mobile)", "no all, opt_out (do_not_contact: true)"],
    ],
    [
      "Outreach",
      "First Name,Last Name,Emails,Work Phones,Mobile Phones,Title,Company,Stage,Owner,Tags,Opted Out,Last Contacted",
      {
        "First Name": "Ada",
        Emails: "a@example.com; b@example.com",
        "Work Phones": "+1 202 555 0100",
        Owner: "Mei",
        "Opted Out": "No",
      },
      ["Ada, a@example.com, b@example.com, +1 202 555 0100, of Mei"],
    ],
    [
      "Greenhouse",
      "Candidate Name,Candidate ID,Job Name,Stage,Source,Referrer,Applied On,Phone,Email",
      { "Candidate Name": "Ada", Referrer: "Grace", Email: "a@example.com", "Applied On": "2026-01-02" },
      ["Ada, a@example.com", "referred_by Grace"],
    ],
    [
      "an open house",
      "First Name,Last Name,Email,Phone,Property Address,Visit Date,Working with an agent?,Pre-approved?,Notes",
      { "First Name": "Ada", Phone: "202-555-0100", "Visit Date": "2026-01-02", "Pre-approved?": "Yes" },
      ["Ada, 202-555-0100"],
    ],
    [
      "ON24",
      "Event ID,First Name,Last Name,Email,Company,Registration Date,Live Minutes,Engagement Score",
      { "First Name": "Ada", Email: "a@example.com", "Live Minutes": "30" },
      ["Ada, a@example.com"],
    ],
  ];

  test.each(layouts)("%s", async (_name, header, cells, expected) => {
    expect(await read(aTable(header, cells))).toEqual({ format: "table", rows: [expected] });
  });
});

describe("opt-outs", () => {
  const columns: [header: string, value: string, expected: string][] = [
    ["Do Not Call", "1", "no call,voicemail, do_not_call"],
    ["Opted out of email", "yes", "no email, unsubscribe"],
    ["Unsubscribed", "2026-01-05", "no all, opt_out 2026-01-05"],
    ["SMS opt out", "x", "no sms, opt_out"],
    ["Do Not Contact", "per lawyer", "no all, opt_out"],
    ["拒绝来电", "是", "no call,voicemail, do_not_call"],
    ["Do Not Mail", "1", "no post, opt_out"],
    ["Working with an agent?", "Yes", "no all, opt_out"],
    ["Working with an agent?", "No", ""],
    ["Do Not Call", "No", ""],
    ["Do Not Call", "", ""],
    ["Email opt-in", "yes", ""],
    ["Phone consent", "yes", ""],
  ];

  test.each(columns)("%s = %s", async (header, value, expected) => {
    const [row = []] = await rowsOf(
      aTable(`Name,Email,${header}`, { Name: "Ada", Email: "ada@example.com", [header]: value }),
    );

    expect(
      row
        .filter((line) => /^no |consent/.test(line))
        .map((line) => line.replace(/ \(.*/, ""))
        .join(),
    ).toBe(expected);
  });
});

describe("a list whose touchpoint is given by hand", () => {
  test("is a claim, dated as said or as its own column says", async () => {
    const text = "Name,Email,Visit date\nAda,ada@example.com,3/25/2026\nGrace,grace@example.com,\n";

    expect(await rowsOf(text, { touchpoint: "open_house_visited", occurredAt: "2026-03-26 14:00" })).toEqual([
      ["Ada, ada@example.com", "open_house_visited 2026-03-25 claimed"],
      ["Grace, grace@example.com", "open_house_visited 2026-03-26T14:00:00 claimed"],
    ]);
  });

  test("says which date it cannot read", async () => {
    await expect(rowsOf("Name\nAda\n", { touchpoint: "card_exchanged", occurredAt: "soon" })).rejects.toMatchObject({
      code: "invalid_input",
      details: { field: "occurred-at", value: "soon" },
    });
  });
});

test("a workbook is read from its first sheet that has rows", async () => {
  const bytes = aWorkbook([
    [],
    [
      ["Name", "Email", "Phone"],
      ["Ada & Co", "ada@example.com", 12025550100],
    ],
  ]);

  expect(await read(bytesSource("people.xlsx", bytes))).toEqual({
    format: "table",
    rows: [["Ada & Co, ada@example.com, 12025550100"]],
  });
});

test("a workbook may hold an export that we know", async () => {
  const rows = [
    ["Record ID", "First Name", "Last Name", "Email", "Phone Number"],
    [7, "Ada", "Lovelace", "ada@example.com", ""],
  ];

  expect(await read(bytesSource("x", aWorkbook([rows])))).toEqual({
    format: "hubspot_contacts",
    rows: [["Ada Lovelace, ada@example.com, hubspot:7"]],
  });
});

test("files that nobody can import are named, not read", async () => {
  for (const [bytes, is] of [
    ["%PDF-1.7", "pdf"],
    ["\u00d0\u00cf\u0011\u00e0", "old_excel"],
  ] as const) {
    await expect(readAll(bytesSource("file", Buffer.from(bytes, "latin1")))).rejects.toMatchObject({
      details: { reason: "not_importable", is },
    });
  }
  const noise = Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919 + (index >> 3) * 104_729) % 256);
  await expect(readAll(bytesSource("noise.csv", noise))).rejects.toMatchObject({
    details: { reason: "not_importable", is: "binary" },
  });
  await expect(readAll(bytesSource("x.json", '{"name": "Ada", "email": "a@b.co"}'))).rejects.toMatchObject({
    details: { reason: "format_not_recognised" },
  });
  await expect(readAll(bytesSource("empty.csv", ""))).rejects.toMatchObject({
    details: { reason: "format_not_recognised" },
  });
  await expect(readAll(bytesSource("a", "x"), { encoding: "klingon" })).rejects.toMatchObject({
    details: { reason: "encoding_unknown" },
  });
});

test("the preview shows each column, where it would go, and the first rows as they will become", async () => {
  const bytes = iconv.encode("姓名,公司,颜色\n王芳,华辰科技,红\n李娜,上海贸易,蓝\n", "gb18030");
  const preview = await previewRows(bytesSource("客户.csv", bytes), { now: new Date(0) }, 1);

  expect(preview).toMatchObject({ format: { slug: "table", proof: "claimed" }, encoding: "gb18030", delimiter: "," });
  expect(preview.columns).toEqual([
    { name: "姓名", field: "name", examples: ["王芳", "李娜"] },
    { name: "公司", field: "company", examples: ["华辰科技", "上海贸易"] },
    { name: "颜色", field: "custom", examples: ["红", "蓝"] },
  ]);
  expect(preview.rows.map(({ person }) => person?.name)).toEqual(["王芳"]);
});
