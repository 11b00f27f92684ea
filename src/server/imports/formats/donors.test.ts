import { describe, expect, test } from "vitest";
import { aTable, read, rowsOf } from "#test/reading.ts";

describe("Raiser's Edge", () => {
  const header =
    "CnBio_System_ID,CnBio_ID,CnBio_First_Name,CnBio_Last_Name,CnBio_Deceased,CnAdrPrf_Addrline1,CnAdrPrf_City,CnAdrPrf_State,CnAdrPrf_ZIP,CnPh_1_01_Phone_type,CnPh_1_01_Phone_number,CnPh_1_01_Inactive,CnPh_1_02_Phone_type,CnPh_1_02_Phone_number,CnPh_1_02_Inactive,CnPh_1_03_Phone_type,CnPh_1_03_Phone_number,CnSolicitCodes_1_01,CnRelInd_1_01_First_Name,CnRelInd_1_01_Last_Name,CnRelInd_1_01_Relation_Code";
  const ada = { CnBio_ID: "1", CnBio_First_Name: "Ada", CnBio_Last_Name: "Lovelace" };

  test("numbered groups: mail among the phones, fax and inactive numbers left out, relatives as ties", async () => {
    const text = aTable(header, {
      ...ada,
      CnPh_1_01_Phone_type: "Home",
      CnPh_1_01_Phone_number: "202-555-0194",
      CnPh_1_01_Inactive: "Yes",
      CnPh_1_02_Phone_type: "E-Mail",
      CnPh_1_02_Phone_number: "ADA@example.org",
      CnPh_1_03_Phone_type: "Business Fax",
      CnPh_1_03_Phone_number: "202-555-0199",
      CnRelInd_1_01_First_Name: "William",
      CnRelInd_1_01_Last_Name: "King",
      CnRelInd_1_01_Relation_Code: "Husband",
    });

    expect(await read(text)).toEqual({
      format: "raisers_edge_constituents",
      rows: [["Ada Lovelace, ada@example.org (e-mail), raisers_edge:1", "spouse William King"]],
    });
  });

  test("a postal code gets its zero back only where the state proves it", async () => {
    const rows = await rowsOf(
      aTable(
        header,
        { ...ada, CnAdrPrf_State: "MA", CnAdrPrf_ZIP: "2201" },
        { ...ada, CnAdrPrf_State: "VA", CnAdrPrf_ZIP: "2201" },
      ),
    );

    expect(rows).toEqual([
      ["Ada Lovelace, in MA/02201, raisers_edge:1", "warning postal_code_repaired 2201"],
      ["Ada Lovelace, in VA/2201, raisers_edge:1"],
    ]);
  });

  test.each([
    ["Do Not Phone", "no call,voicemail, do_not_call"],
    ["Do not email", "no email, opt_out"],
    ["Do Not Mail", "no post, opt_out"],
    ["Do Not Contact", "no all, opt_out"],
    ["Phone OK", ""],
  ])("solicit code %s", async (code, expected) => {
    const [row = []] = await rowsOf(aTable(header, { ...ada, CnSolicitCodes_1_01: code }));

    expect(
      row
        .slice(1)
        .map((line) => line.replace(/ \(.*/, ""))
        .join(),
    ).toBe(expected);
  });

  test("nobody calls the dead", async () => {
    expect((await rowsOf(aTable(header, { ...ada, CnBio_Deceased: "Yes" })))[0]).toContain(
      "no all, deceased (CnBio_Deceased: Yes)",
    );
  });
});

test("NPSP: two people to a row, one household, the gift is the first one's", async () => {
  const header =
    "Contact1 Salutation,Contact1 First Name,Contact1 Last Name,Contact1 Personal Email,Contact2 First Name,Contact2 Last Name,Contact2 Mobile Phone,Donation Amount,Donation Date,Donation Campaign Name";
  const text = aTable(header, {
    "Contact1 First Name": "Ada",
    "Contact1 Last Name": "Lovelace",
    "Contact1 Personal Email": "ada@example.org",
    "Contact2 First Name": "William",
    "Contact2 Last Name": "King",
    "Contact2 Mobile Phone": "202-555-0195",
    "Donation Amount": "50.00",
    "Donation Date": "2026-01-02",
  });

  expect(await rowsOf(text)).toEqual([
    [
      "Ada Lovelace, ada@example.org (home)",
      "William King, 202-555-0195 (mobile)",
      "Ada Lovelace: donation 2026-01-02 captured: 50.00",
      "Ada Lovelace: relationship donation 2026-01-02",
      "Ada Lovelace: household William King",
    ],
  ]);
});

test("CiviCRM: each Do Not closes its own channel, and Do Not Trade none", async () => {
  const header =
    "Internal Contact ID,Contact Type,Do Not Email,Do Not Phone,Do Not Mail,Do Not Sms,Do Not Trade,No Bulk Emails (User Opt Out),Sort Name,Display Name,Email";
  const [row = []] = await rowsOf(
    aTable(header, {
      "Internal Contact ID": "3",
      "Display Name": "Ada",
      "Do Not Phone": "1",
      "Do Not Mail": "Yes",
      "Do Not Sms": "1",
      "Do Not Trade": "1",
      "Do Not Email": "No",
      "No Bulk Emails (User Opt Out)": "1",
    }),
  );

  expect(row.map((line) => line.replace(/ \(.*/, ""))).toEqual([
    "Ada, civicrm:3",
    "no call,voicemail, do_not_call",
    "no post, opt_out",
    "no sms, opt_out",
    "no email, unsubscribe",
  ]);
});
