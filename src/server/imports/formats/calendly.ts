import { isValidTimeZone } from "#domain/time.ts";
import { tableFormat } from "#server/imports/formats/table-format.ts";
import type { Moment } from "#server/imports/imported-row.ts";
import { saysYes, splitEmails } from "#server/imports/reading/cell.ts";
import { readConsentQuestion } from "#server/imports/reading/consent-question.ts";
import { instantOf, parseMoment } from "#server/imports/reading/moments.ts";
import type { ReadOptions } from "#server/imports/reading/read-options.ts";
import {
  addConsent,
  addEmails,
  addTouchpoint,
  personAt,
  personKey,
  type RowBuilder,
  skip,
} from "#server/imports/reading/row-builder.ts";
import type { Cells } from "#server/imports/reading/table.ts";

/** A meeting to come was booked; one that is over, was not cancelled and not missed was held. */
export const calendly = tableFormat({
  slug: "calendly_events",
  title: "Calendly events",
  confidence: "A",
  proof: "captured",
  signatures: [["inviteename", "inviteeemail", "eventtypename", "startdatetime", "canceled"]],
  columns: {
    inviteename: "name",
    inviteefirstname: "first_name",
    inviteelastname: "last_name",
    inviteeemail: "email",
    textremindernumber: "phone:mobile",
    useremail: "owner",
    username: "owner",
  },
  patterns: [
    [/^utm/, "custom"],
    [/./, "ignore"],
  ],
  row: readBooking,
});

function readBooking(cells: Cells, builder: RowBuilder, options: ReadOptions) {
  const zone = cells.get("inviteetimezone");
  if (isValidTimeZone(zone)) personAt(builder, 0).timeZone = zone;
  const bookedAt = parseMoment(cells.get("eventcreateddatetime"), builder.dates);
  readAnswers(cells, builder);
  addMailConsent(cells, builder, bookedAt);
  addGuests(cells, builder);
  if (saysYes(cells.get("canceled"))) return skip(builder.row, "cancelled");

  const startsAt = parseMoment(cells.get("startdatetime"), builder.dates);
  const endsAt = parseMoment(cells.get("enddatetime"), builder.dates) ?? startsAt;
  const isOver = endsAt !== null && instantOf(endsAt, options.timeZone ?? "UTC") <= options.now;
  if (isOver && saysYes(cells.get("markedasnoshow"))) return skip(builder.row, "nobody_else_there");
  addTouchpoint(builder, {
    kind: isOver ? "meeting_held" : "meeting_booked",
    occurredAt: isOver ? startsAt : (bookedAt ?? startsAt),
    ...(startsAt && { startsAt }),
    ...(endsAt && { endsAt }),
    verification: "captured",
    summary: cells.get("eventtypename"),
    sourceKey: `calendly:${cells.get("inviteeuuid") || cells.get("eventuuid") || personKey(builder)}:${isOver ? "held" : "booked"}`,
    details: { platform: "calendly", event: cells.get("eventtypename"), place: cells.get("location") },
  });
}

function addMailConsent(cells: Cells, builder: RowBuilder, givenAt: Moment | null): void {
  const column = "Invitee accepted marketing emails";
  const answer = cells.get("inviteeacceptedmarketingemails");
  if (!givenAt || !saysYes(answer)) return;
  const words = `${column}: ${answer}`;
  addConsent(builder, { channels: ["email"], form: "electronic", givenAt, words, column, evidence: builder.row.cells });
}

/** Up to ten questions, each with its answer in the next column. */
function readAnswers(cells: Cells, builder: RowBuilder): void {
  for (let number = 1; number <= 10; number += 1) {
    const header = cells.get(`question${number}`);
    const answer = cells.get(`response${number}`);
    if (header === "" || answer === "") continue;
    personAt(builder, 0).custom[header] = answer;
    const at = parseMoment(cells.get("eventcreateddatetime"), builder.dates);
    readConsentQuestion(builder, { header, answer, at, evidence: builder.row.cells });
  }
}

function addGuests(cells: Cells, builder: RowBuilder): void {
  for (const [index, address] of splitEmails(cells.get("guestemails")).entries()) {
    addEmails(builder, index + 1, address, null, "Guest Email(s)");
  }
}
