import { tableFormat } from "#server/imports/formats/table-format.ts";
import { momentKey, parseMoment } from "#server/imports/reading/moments.ts";
import { addTouchpoint, personAt, skip } from "#server/imports/reading/row-builder.ts";

/** One row for each message; a conversation is one touchpoint, however much was said in it. */
export const intercom = tableFormat({
  slug: "intercom_prodsight",
  title: "Intercom conversations (Prodsight)",
  confidence: "C",
  proof: "captured",
  signatures: [["messageid", "messagebody", "messageauthortype", "messageauthoremail", "conversationid"]],
  columns: {
    messageauthorname: "name",
    messageauthoremail: "email",
    messageauthorcompanies: "company",
  },
  patterns: [[/./, "ignore"]],
  dates: { zone: "UTC" },
  row: (cells, builder) => {
    const isTheirs = /^(lead|user|contact|visitor)$/i.test(cells.get("messageauthortype"));
    if (!isTheirs)
      return skip(builder.row, /bot/i.test(cells.get("messageauthortype")) ? "automatic_mail" : "written_by_us");
    const id = cells.get("messageauthorid");
    if (id !== "") personAt(builder, 0).externalIds.push({ system: "intercom", id });
    const at = parseMoment(cells.get("messagecreatedat") || cells.get("conversationcreatedat"), builder.dates);
    const isAnswered = cells.get("conversationfirstresponseat") !== "";
    const conversation = cells.get("conversationid");
    addTouchpoint(builder, {
      kind: isAnswered ? "chat_held" : "inbound_inquiry",
      occurredAt: at,
      verification: "captured",
      summary: cells.get("messagebody").slice(0, summaryMax),
      sourceKey: `intercom:conversation:${conversation || (at ? momentKey(at) : "")}`,
      details: { platform: "intercom", conversation, state: cells.get("conversationstate") },
    });
  },
});

const summaryMax = 140;
