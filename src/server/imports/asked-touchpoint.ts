import type { ImportOptions } from "#api/imports.ts";
import { AppError } from "#domain/errors.ts";
import type { ImportedRow, Moment } from "#server/imports/imported-row.ts";
import { momentKey, parseMoment } from "#server/imports/reading/moments.ts";

/** What the person who imports says that happened with everybody on a list, and when. */
export type AskedTouchpoint = { kind: string; occurredAt: Moment };

export function askedTouchpoint({ touchpoint, occurredAt }: ImportOptions): AskedTouchpoint | null {
  if (!touchpoint || !occurredAt) return null;
  const moment = parseMoment(occurredAt, { order: "mdy", zone: null });
  if (moment) return { kind: touchpoint, occurredAt: moment };
  throw new AppError("invalid_input", { field: "occurredAt", value: occurredAt, reason: "date_unreadable" });
}

/** The row with that touchpoint, where the file itself says of nothing that happened: a claim, whoever made the list. */
export function withAskedTouchpoint(row: ImportedRow, asked: AskedTouchpoint | null): ImportedRow {
  if (!asked || row.verdict || !row.person || row.touchpoints.length > 0) return row;
  const { externalIds, emails, phones, profiles, name } = row.person;
  const id = externalIds[0];
  const person = id
    ? `${id.system}:${id.id}`
    : (emails[0]?.address ?? phones[0]?.text ?? profiles[0]?.url ?? name ?? "");
  const touchpoint = {
    kind: asked.kind,
    occurredAt: asked.occurredAt,
    verification: "claimed" as const,
    summary: "",
    sourceKey: `list:${asked.kind}:${momentKey(asked.occurredAt)}:${person}`,
    details: {},
  };
  return { ...row, touchpoints: [touchpoint] };
}
