import { z } from "zod";
import { AppError } from "#domain/errors.ts";

const IdCursor = z.uuid();
const NameCursor = z.tuple([z.string(), z.uuid()]);

/** One row more than the page was read, to know whether the list goes on; keys sort by birth. */
export function pageById<Row extends { id: string }>(rows: Row[], limit: number) {
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

export function readIdCursor(cursor: string | undefined): string | undefined {
  const parsed = IdCursor.optional().safeParse(cursor);
  if (!parsed.success) throw new AppError("invalid_input", { field: "cursor" });
  return parsed.data;
}

/** For lists in the order of a name, which need not be unique. */
export function pageByName<Row extends { name: string }>(rows: Row[], limit: number, idOf: (row: Row) => string) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? JSON.stringify([last.name, idOf(last)]) : null };
}

export function readNameCursor(cursor: string | undefined): [string, string] | undefined {
  if (cursor === undefined) return undefined;
  const parsed = NameCursor.safeParse(jsonOf(cursor));
  if (!parsed.success) throw new AppError("invalid_input", { field: "cursor" });
  return parsed.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
