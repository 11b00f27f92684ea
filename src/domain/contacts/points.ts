import { type PhoneRefusal, parsePhone } from "#domain/phones.ts";

export type PointKind = "phone" | "email" | "profile" | "postal";
export type PointLine = "mobile" | "landline" | "voip" | "corporate";

/** A point in the form in which it is stored and compared, with what was typed. */
export type ReadPoint = {
  kind: PointKind;
  value: string;
  original: string;
  extension: string | null;
  label: string | null;
  line: PointLine | null;
  country: string | null;
};

export type WrittenPoint = { kind: PointKind; value: string; label: string | null; line: PointLine | null };
export type PointRefusal = { refused: PhoneRefusal["refused"] | "not_an_email" | "not_a_profile" | "too_long" };

const emailPattern = /^[^\s@<>()[\],;:"]+@[^\s@<>()[\],;:"]+\.[^\s@<>()[\],;:".]{2,}$/u;
const emailLengthMax = 254;
const valueLengthMax = 500;

/** Reads what a person typed. `country` is where a number without "+" belongs. */
export function readPoint(written: WrittenPoint, country: string | null): ReadPoint | PointRefusal {
  const { kind, label, line } = written;
  const original = written.value.trim();
  const plain = { kind, original, extension: null, label, line, country: null };
  switch (kind) {
    case "phone": {
      const phone = parsePhone(original, country);
      if ("refused" in phone) return phone;
      const known = line ?? (phone.line === "unknown" ? null : phone.line);
      return { ...plain, value: phone.e164, extension: phone.extension, line: known, country: phone.country };
    }
    case "email": {
      const value = original.replace(/^mailto:/i, "").toLowerCase();
      return emailPattern.test(value) && value.length <= emailLengthMax
        ? { ...plain, value }
        : { refused: "not_an_email" };
    }
    case "profile": {
      const value = profileKey(original);
      return /^[\p{L}\p{N}.-]+\.\p{L}{2,}\/./u.test(value) ? { ...plain, value } : { refused: "not_a_profile" };
    }
    case "postal":
      return original.length <= valueLengthMax ? { ...plain, value: original } : { refused: "too_long" };
  }
}

/** The same page of a person however the address was copied: without scheme, `www.`, query and trailing slash. */
export function profileKey(url: string): string {
  return url
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/^[a-z]{2,3}\.(?=linkedin\.com)/, "")
    .replace(/^www\./, "")
    .replace(/[?#].*$/, "")
    .replace(/\/+$/, "")
    .slice(0, valueLengthMax);
}
