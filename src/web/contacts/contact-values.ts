import type { z } from "zod";
import type { Contact, UpdateContact } from "#api/contacts.ts";
import type { CustomField } from "#api/custom-fields.ts";

/** A contact as the form holds it: text and choices, nothing undefined. */
export type ContactValues = {
  fullName: string;
  givenName: string;
  familyName: string;
  jobTitle: string;
  company: string;
  ownerId: string | null;
  language: string;
  profile: string;
  audience: Contact["audience"];
  timeZone: string | null;
  country: string | null;
  region: string;
  place: string;
  postalCode: string;
  placeBasis: Contact["placeBasis"];
  provenance: Contact["provenance"];
  provenanceNote: string;
  tags: string[];
  custom: Record<string, string | boolean>;
  notes: string;
};

export const emptyValues: ContactValues = {
  fullName: "",
  givenName: "",
  familyName: "",
  jobTitle: "",
  company: "",
  ownerId: null,
  language: "",
  profile: "default",
  audience: null,
  timeZone: null,
  country: null,
  region: "",
  place: "",
  postalCode: "",
  placeBasis: null,
  provenance: "self",
  provenanceNote: "",
  tags: [],
  custom: {},
  notes: "",
};

export function valuesOf(contact: Contact): ContactValues {
  const { account, owner, custom } = contact;
  const texts = ["givenName", "familyName", "jobTitle", "language", "region", "place", "postalCode"] as const;
  const optional = ["provenanceNote", "notes"] as const;
  const { fullName, profile, audience, timeZone, country, placeBasis, provenance, tags } = contact;
  return {
    ...emptyValues,
    ...{ fullName, profile, audience, timeZone, country, placeBasis, provenance, tags },
    ...Object.fromEntries([...texts, ...optional].map((name) => [name, contact[name] ?? ""])),
    company: account?.name ?? "",
    ownerId: owner?.id ?? null,
    custom: Object.fromEntries(
      Object.entries(custom).map(([key, value]) => [key, typeof value === "boolean" ? value : String(value)]),
    ),
  };
}

type Changes = Omit<z.input<typeof UpdateContact>, "id" | "seenAt">;

/** Only what a person changed, so that to open and save changes nothing. */
export function changesOf(before: ContactValues, after: ContactValues, fields: readonly CustomField[]): Changes {
  const names = (Object.keys(after) as (keyof ContactValues)[]).filter((name) => name !== "custom");
  const changed = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  const custom = fields
    .filter(({ key }) => before.custom[key] !== after.custom[key])
    .map((field) => [field.key, customValue(field, after.custom[field.key])] as const);
  return {
    ...Object.fromEntries(changed.map((name) => [name, wireValue(name, after[name])])),
    ...(custom.length > 0 && { custom: Object.fromEntries(custom) }),
  };
}

function wireValue(name: keyof ContactValues, value: ContactValues[keyof ContactValues]): unknown {
  if (typeof value !== "string") return value;
  const text = value.trim();
  if (name === "profile") return text || "default";
  return text === "" && name !== "fullName" ? null : text;
}

function customValue({ type }: CustomField, value: string | boolean | undefined): string | number | boolean | null {
  if (value === undefined || value === "") return null;
  return type === "number" ? Number(value) : value;
}
