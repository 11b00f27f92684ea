import { z } from "zod";
import { AppError } from "#domain/errors.ts";

/** Where a page ended, as text that means nothing to anybody else. */
export function writeCursor(position: Record<string, unknown>): string {
  return Buffer.from(JSON.stringify(position)).toString("base64url");
}

export function readCursor<Position extends z.ZodType>(
  position: Position,
  text: string | undefined,
): z.output<Position> | undefined {
  if (text === undefined) return undefined;
  try {
    return position.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
  } catch {
    throw new AppError("invalid_input", { cursor: "not one of ours" });
  }
}

export const instantInCursor = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
