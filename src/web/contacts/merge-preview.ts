import type { Contact } from "#api/contacts.ts";

/** A fact that the one who stays lacks and takes over, or the stricter of two. */
export type Taken = { field: (typeof single)[number] | "tags" | "custom" | "audience"; value: string };

const single = [
  "givenName",
  "familyName",
  "jobTitle",
  "account",
  "owner",
  "language",
  "timeZone",
  "country",
  "region",
  "place",
  "postalCode",
  "notes",
] as const;
const strictestFirst = ["consumer", "sole_trader", "partnership", "business"];

/** What a merge would change of the contact that stays, to look at before; the server does it by its own rule. */
export function mergePreview(stays: Contact, goes: Contact): Taken[] {
  const lacking = single.flatMap((field) => {
    const value = textOf(goes[field]);
    return !textOf(stays[field]) && value ? [{ field, value }] : [];
  });
  const tags = goes.tags.filter((tag) => !stays.tags.includes(tag));
  const custom = Object.entries(goes.custom).filter(([key]) => stays.custom[key] === undefined);
  const audience = stricter(stays.audience, goes.audience);
  return [
    ...lacking,
    ...(tags.length > 0 ? [{ field: "tags" as const, value: tags.join(", ") }] : []),
    ...(custom.length > 0
      ? [{ field: "custom" as const, value: custom.map(([key, value]) => `${key}: ${value}`).join(", ") }]
      : []),
    ...(audience && audience !== stays.audience ? [{ field: "audience" as const, value: audience }] : []),
  ];
}

function textOf(value: string | { name: string } | null): string {
  return typeof value === "string" ? value : (value?.name ?? "");
}

function stricter(one: string | null, other: string | null): string | null {
  if (!one || !other) return one ?? other;
  return strictestFirst.indexOf(one) <= strictestFirst.indexOf(other) ? one : other;
}
