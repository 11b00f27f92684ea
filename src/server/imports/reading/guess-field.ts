import { cellText, isEmail, isRuinedPhone } from "#server/imports/reading/cell.ts";
import { normaliseColumn } from "#server/imports/reading/column-name.ts";
import { knownColumns, knownParts } from "#server/imports/reading/known-columns.ts";

const fieldByKnownName = new Map(
  Object.entries(knownColumns).flatMap(([field, names]) =>
    names.split(", ").map((name): [string, string] => [normaliseColumn(name), field]),
  ),
);

/** The field that a column's name says; null where it says none. */
export function fieldByName(column: string): string | null {
  const name = normaliseColumn(column);
  if (name === "") return null;
  return fieldByKnownName.get(name) ?? knownParts.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

/** The field that a column's values show, where its name says nothing. */
export function fieldByValues(values: string[]): string | null {
  const texts = values.map(cellText).filter((text) => text !== "");
  if (texts.length === 0) return null;
  const share = (test: (text: string) => boolean) => texts.filter(test).length / texts.length;

  if (share(isEmail) > 0.6) return "email";
  if (share((text) => /linkedin\.com\/in\//i.test(text)) > 0.6) return "profile";
  if (share(looksLikePhone) > 0.6) return "phone";
  return null;
}

/** Guesses each column once: the second column that claims to be *the* name goes where nothing is lost. */
export function guessMapping(columns: string[], records: string[][]): Record<string, string> {
  const mapping: Record<string, string> = {};
  const taken = new Set<string>();
  columns.forEach((column, index) => {
    const field =
      fieldByName(column) ?? fieldByValues(records.slice(0, 100).map((record) => record[index] ?? "")) ?? "custom";
    const [base = ""] = field.split(":");
    const isSingle = singleFields.has(field) || base === "occurred_at";
    mapping[column] = isSingle && taken.has(base) ? "custom" : field;
    if (isSingle) taken.add(base);
  });
  if (!taken.has("name") && taken.has("first_name") !== taken.has("last_name")) wholeNames(mapping);
  if (!taken.has("name") && !taken.has("first_name") && !taken.has("last_name"))
    nameByValues(mapping, columns, records);
  return mapping;
}

/** Whether nothing tells what the columns are: no name that we know, and no address, number or profile below. */
export function isUnknownTable(columns: string[], records: string[][]): boolean {
  return columns.every((column, index) => {
    const byName = fieldByName(column);
    const isNamed = byName !== null && byName !== "custom";
    return !isNamed && fieldByValues(records.slice(0, 100).map((record) => record[index] ?? "")) === null;
  });
}

const singleFields = new Set([
  "name",
  "first_name",
  "middle_name",
  "last_name",
  "company",
  "job_title",
  "department",
  "street",
  "city",
  "region",
  "postal_code",
  "country",
  "birthday",
  "time_zone",
  "language",
  "owner",
]);

/** "Nom", "Nome" and "名" alone are the whole name; beside the other half they are one half. */
function wholeNames(mapping: Record<string, string>): void {
  for (const [column, field] of Object.entries(mapping)) {
    if (field === "first_name" || field === "last_name") mapping[column] = "name";
  }
}

/** A list without header has no "Name" above its names: they are the first column of words. */
function nameByValues(mapping: Record<string, string>, columns: string[], records: string[][]): void {
  const named = columns.find((column, index) => {
    if (mapping[column] !== "custom" || !/^Column \d+$/.test(column)) return false;
    const texts = records.slice(0, 100).map((record) => cellText(record[index]));
    const words = texts.filter(
      (text) => /^[\p{L}][\p{L}.'’ -]{1,60}$/u.test(text) && !/^(yes|no|true|false)$/i.test(text),
    );
    return words.length > 0 && words.length > texts.length * 0.6;
  });
  if (named) mapping[named] = "name";
}

function looksLikePhone(text: string): boolean {
  if (isRuinedPhone(text)) return true;
  const digits = text.replace(/\D/g, "").length;
  const isDate = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/.test(text);
  return (
    digits >= 8 &&
    digits <= 15 &&
    !isDate &&
    /^['+(]?[\d\s().+/-]+$/.test(text) &&
    /^['+(0]|[\s()-]|^1[3-9]\d{9}$/.test(text)
  );
}
