/**
 * Time zones of regions, where a country has several and the region settles it. Parts of a region that keep
 * another time are named too: every candidate must be open. Regions are ISO 3166-2 without the country.
 */
const pacific = "America/Los_Angeles";
const mountain = "America/Denver";
const central = "America/Chicago";
const eastern = "America/New_York";

const regionsByZones: Record<string, Record<string, readonly string[]>> = {
  US: {
    "CT DC DE GA MA MD ME NC NH NJ NY OH PA RI SC VA VT WV": [eastern],
    "AL AR IA IL LA MN MO MS OK WI": [central],
    "FL TN": [eastern, central],
    KY: [eastern, central, "America/Kentucky/Louisville", "America/Kentucky/Monticello"],
    IN: [eastern, central, "America/Indiana/Indianapolis"],
    MI: ["America/Detroit", "America/Menominee"],
    "KS ND NE SD TX": [central, mountain],
    "CO MT NM UT WY": [mountain],
    AZ: ["America/Phoenix", mountain],
    ID: ["America/Boise", pacific],
    NV: [pacific, mountain],
    OR: [pacific, "America/Boise"],
    "CA WA": [pacific],
    AK: ["America/Anchorage", "America/Adak"],
    HI: ["Pacific/Honolulu"],
    PR: ["America/Puerto_Rico"],
    VI: ["America/St_Thomas"],
    GU: ["Pacific/Guam"],
    MP: ["Pacific/Saipan"],
    AS: ["Pacific/Pago_Pago"],
  },
  CA: {
    AB: ["America/Edmonton"],
    BC: ["America/Vancouver", "America/Edmonton", "America/Creston", "America/Fort_Nelson"],
    MB: ["America/Winnipeg"],
    NB: ["America/Moncton"],
    NL: ["America/St_Johns", "America/Goose_Bay"],
    "NS PE": ["America/Halifax"],
    NT: ["America/Edmonton", "America/Inuvik"],
    NU: [
      "America/Iqaluit",
      "America/Rankin_Inlet",
      "America/Resolute",
      "America/Cambridge_Bay",
      "America/Coral_Harbour",
    ],
    ON: ["America/Toronto", "America/Winnipeg", "America/Coral_Harbour"],
    QC: ["America/Toronto", "America/Halifax", "America/Blanc-Sablon"],
    SK: ["America/Regina", "America/Edmonton"],
    YT: ["America/Whitehorse"],
  },
  // Its regions overseas; the country's own zone is that of Paris alone.
  FR: {
    971: ["America/Guadeloupe"],
    972: ["America/Martinique"],
    973: ["America/Cayenne"],
    974: ["Indian/Reunion"],
    976: ["Indian/Mayotte"],
    "BL MF": ["America/Guadeloupe"],
    PM: ["America/Miquelon"],
    NC: ["Pacific/Noumea"],
    PF: ["Pacific/Tahiti", "Pacific/Marquesas", "Pacific/Gambier"],
    WF: ["Pacific/Wallis"],
  },
  AU: {
    ACT: ["Australia/Sydney"],
    NSW: ["Australia/Sydney", "Australia/Broken_Hill"],
    NT: ["Australia/Darwin"],
    QLD: ["Australia/Brisbane"],
    SA: ["Australia/Adelaide"],
    TAS: ["Australia/Hobart"],
    VIC: ["Australia/Melbourne"],
    WA: ["Australia/Perth", "Australia/Eucla"],
  },
};

/** By region ("US-OH"), or by country where the law knows one time and the zone data more. */
export const zonesOfRegion: ReadonlyMap<string, readonly string[]> = new Map([
  ["CN", ["Asia/Shanghai"]],
  ["CN-XJ", ["Asia/Shanghai", "Asia/Urumqi"]],
  ...Object.entries(regionsByZones).flatMap(([country, regions]) =>
    Object.entries(regions).flatMap(([codes, zones]) =>
      codes.split(" ").map((code) => [`${country}-${code}`, zones] as const),
    ),
  ),
]);
