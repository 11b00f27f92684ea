import { tableFormat } from "#server/imports/formats/table-format.ts";
import { parseMoment } from "#server/imports/reading/moments.ts";
import {
  addPhones,
  addTouchpoint,
  personAt,
  personKey,
  type RowBuilder,
  skip,
} from "#server/imports/reading/row-builder.ts";

/* A call that both sides were in is a conversation. One that nobody took is an attempt, and warms nobody. */

type Call = { at: string; seconds: number; isAnswered: boolean; direction: string; key: string; summary?: string };

export function addCall(builder: RowBuilder, { at, seconds, isAnswered, direction, key, summary }: Call) {
  if (!isAnswered || seconds <= 0) return skip(builder.row, "call_not_answered");
  addTouchpoint(builder, {
    kind: "call_conversation",
    occurredAt: parseMoment(at, builder.dates),
    verification: "captured",
    summary: summary ?? `${Math.max(1, Math.round(seconds / 60))} min`,
    sourceKey: `${key}:${personKey(builder)}`,
    details: { seconds, direction },
  });
}

/**
 * Only `datetime (utc)` is in one zone for the whole file, and only `duration (in call)` leaves the ringing out. Numbers
 * are written without their plus.
 */
const aircall = tableFormat({
  slug: "aircall_calls",
  title: "Aircall calls",
  confidence: "A",
  proof: "captured",
  signatures: [["line", "datetimeutc", "direction", "from", "to", "answered", "durationincall"]],
  columns: { contactname: "name", user: "ignore" },
  patterns: [[/./, "ignore"]],
  dates: { zone: "UTC" },
  row: (cells, builder) => {
    const direction = cells.get("direction").toLowerCase();
    const number = cells.get(direction === "inbound" ? "from" : "to");
    const shown = cells.get("customernumber") || (/^\d+$/.test(number) ? `+${number}` : number);
    if (shown !== "" && !/anonymous/i.test(shown)) addPhones(builder, 0, shown, null, "customer number");
    const user = cells.get("user");
    if (user !== "") personAt(builder, 0).ownerName = user;
    const callId = cells.get("callidinternal") || cells.get("callid");
    return addCall(builder, {
      at: cells.get("datetimeutc"),
      seconds: Number(cells.get("durationincall")) || secondsOf(cells.get("incallduration")),
      isAnswered: /^yes$/i.test(cells.get("answered")) && cells.get("voicemail") === "",
      direction,
      key: `aircall:call:${callId}`,
    });
  },
});

const ringcentral = tableFormat({
  slug: "ringcentral_calls",
  title: "RingCentral call log",
  confidence: "B",
  proof: "captured",
  signatures: [["type", "phonenumber", "name", "date", "time", "action", "actionresult", "duration"]],
  columns: { phonenumber: "phone", name: "name" },
  patterns: [[/./, "ignore"]],
  row: (cells, builder) => {
    if (/fax/i.test(`${cells.get("type")} ${cells.get("action")}`)) return skip(builder.row, "not_a_call");
    const result = cells.get("actionresult");
    const at = `${cells.get("date")} ${cells.get("time")}`;
    return addCall(builder, {
      at,
      seconds: secondsOf(cells.get("duration")),
      isAnswered: /connected|accepted|answered|^call finished/i.test(result),
      direction: /inbound|incoming/i.test(cells.get("type")) ? "inbound" : "outbound",
      key: `ringcentral:call:${at}`,
    });
  },
});

/** A call over two legs stands in two rows; both carry the parent's id, so they are one touchpoint. */
const twilio = tableFormat({
  slug: "twilio_calls",
  title: "Twilio calls",
  confidence: "C",
  proof: "captured",
  signatures: [["sid", "parentcallsid", "to", "from", "status", "starttime", "duration", "direction"]],
  columns: {},
  patterns: [[/./, "ignore"]],
  dates: { zone: "UTC" },
  row: (cells, builder) => {
    const isInbound = /^inbound/i.test(cells.get("direction"));
    const number = cells.get(isInbound ? "from" : "to");
    if (/^(client|sip):/i.test(number) || number === "") return skip(builder.row, "internal_call");
    addPhones(builder, 0, number, null, isInbound ? "From" : "To");
    const name = isInbound ? cells.get("callername") : "";
    if (name !== "") personAt(builder, 0).name = name;
    const isMachine = /machine|fax/i.test(cells.get("answeredby"));
    return addCall(builder, {
      at: cells.get("starttime") || cells.get("datecreated"),
      seconds: Number(cells.get("duration")),
      isAnswered: /^completed$/i.test(cells.get("status")) && !isMachine,
      direction: isInbound ? "inbound" : "outbound",
      key: `twilio:call:${cells.get("parentcallsid") || cells.get("sid")}`,
    });
  },
});

/** "0:05:12", "08:06" or a number of seconds. */
function secondsOf(text: string): number {
  if (!/^\d+(:\d{1,2}){0,2}$/.test(text)) return 0;
  return text.split(":").reduce((total, part) => total * 60 + Number(part), 0);
}

export const callLogs = [aircall, ringcentral, twilio];
