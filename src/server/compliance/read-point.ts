import { AppError } from "#domain/errors.ts";
import { parsePhone } from "#domain/phones.ts";

/** A number or address as it is kept, in whatever spelling somebody wrote it. */
export function readPoint(text: string): string {
  if (text.includes("@")) return text.toLowerCase();
  const phone = parsePhone(text);
  if ("refused" in phone) throw new AppError("invalid_input", { point: phone.refused });
  return phone.e164;
}
