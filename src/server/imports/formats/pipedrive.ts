import { tableFormat } from "#server/imports/formats/table-format.ts";
import { parseMoment } from "#server/imports/reading/moments.ts";
import { addSuppression, addTouchpoint, personKey, skip } from "#server/imports/reading/row-builder.ts";

const people = tableFormat({
  slug: "pipedrive_people",
  title: "Pipedrive people",
  confidence: "B",
  proof: "captured",
  signatures: [
    ["personname", "personid"],
    ["personname", "personorganization"],
  ],
  without: ["dealtitle"],
  columns: {
    personid: "external_id:pipedrive",
    personname: "name",
    personfirstname: "first_name",
    personlastname: "last_name",
    personorganization: "company",
    persontitle: "job_title",
    personjobtitle: "job_title",
    personowner: "owner",
    personlabels: "tags",
    personlabel: "tags",
    personnotes: "notes",
    personbirthday: "birthday",
    personphone: "phone",
    personphonework: "phone:work",
    personphonehome: "phone:home",
    personphonemobile: "phone:mobile",
    personphoneother: "phone:other",
    personemail: "email",
    personemailwork: "email:work",
    personemailhome: "email:home",
    personemailother: "email:other",
  },
  row: (cells, builder) => {
    const status = cells.get("personmarketingstatus");
    const kind = /unsubscribed/i.test(status) ? "unsubscribe" : /bounced/i.test(status) ? "bounced" : null;
    if (!kind) return;
    addSuppression(builder, {
      channels: ["email"],
      kind,
      at: null,
      column: "Person - Marketing status",
      value: status,
    });
  },
});

const deals = tableFormat({
  slug: "pipedrive_deals",
  title: "Pipedrive deals",
  confidence: "B",
  proof: "captured",
  signatures: [["dealtitle", "dealstatus", "dealcontactperson"]],
  columns: { dealcontactperson: "name", dealorganization: "company", dealowner: "owner" },
  patterns: [[/./, "ignore"]],
  row: (cells, builder) => {
    if (cells.get("dealcontactperson") === "") return skip(builder.row, "no_person");
    if (!/^won$/i.test(cells.get("dealstatus"))) return skip(builder.row, "deal_not_won");
    const wonOn = parseMoment(cells.get("dealwontime") || cells.get("dealdealclosedon"), builder.dates);
    const summary = cells.get("dealtitle");
    const sourceKey = `pipedrive:deal:${cells.get("dealid") || summary}:${personKey(builder)}`;
    const details = { deal: summary, value: cells.get("dealvalue") };
    addTouchpoint(builder, {
      kind: "purchase",
      occurredAt: wonOn,
      verification: "captured",
      summary,
      sourceKey,
      details,
    });
    if (wonOn) builder.row.relationships.push({ kind: "purchase", startedAt: wonOn, sourceKey, details });
  },
});

export const pipedrive = [people, deals];
