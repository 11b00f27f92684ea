import type { Channel, ImportedAddress, ImportedPerson } from "#server/imports/imported-row.ts";
import { profileOf, saysNo, splitTags } from "#server/imports/reading/cell.ts";
import { parseMoment } from "#server/imports/reading/moments.ts";
import {
  addEmails,
  addPhones,
  addProfile,
  addSuppression,
  personAt,
  type RowBuilder,
  readMoment,
} from "#server/imports/reading/row-builder.ts";

/** Puts a cell, which is not blank, where it belongs. */
export type Setter = (builder: RowBuilder, text: string, column: string) => void;

type Target = { who: number; label: string | null };
type Field = (target: Target) => Setter;

type TextProperty =
  | "name"
  | "firstName"
  | "middleName"
  | "lastName"
  | "prefix"
  | "suffix"
  | "nickname"
  | "company"
  | "jobTitle"
  | "department"
  | "timeZone"
  | "language"
  | "ownerEmail"
  | "ownerName";

/** Where a column can go: `first_name`, `phone:mobile`, `suppress:call`, and `other.first_name` for a second person. */
const fields: Record<string, Field> = {
  name: property("name"),
  first_name: property("firstName"),
  middle_name: property("middleName"),
  last_name: property("lastName"),
  prefix: property("prefix"),
  suffix: property("suffix"),
  nickname: property("nickname"),
  company: property("company"),
  job_title: property("jobTitle"),
  department: property("department"),
  time_zone: property("timeZone"),
  language: property("language"),
  owner: ownerField,
  email:
    ({ who, label }) =>
    (builder, text, column) =>
      addEmails(builder, who, text, label, column),
  phone:
    ({ who, label }) =>
    (builder, text, column) =>
      addPhones(builder, who, text, label, column),
  profile:
    ({ who }) =>
    (builder, text) =>
      addProfile(builder, who, text),
  website: websiteField,
  street: addressField("street"),
  city: addressField("city"),
  region: addressField("region"),
  postal_code: addressField("postalCode"),
  country: addressField("country"),
  birthday: birthdayField,
  tags:
    ({ who }) =>
    (builder, text) =>
      void personAt(builder, who).tags.push(...splitTags(text)),
  notes:
    ({ who }) =>
    (builder, text) =>
      void personAt(builder, who).notes.push(text),
  external_id:
    ({ who, label }) =>
    (builder, text) =>
      void personAt(builder, who).externalIds.push({ system: label ?? "file", id: text }),
  audience: audienceField,
  occurred_at: momentField,
  suppress: suppressField,
  referred_by: linkField("referred_by"),
  spouse: linkField("spouse"),
  assistant: linkField("assistant"),
  manager: linkField("manager"),
  custom:
    ({ who }) =>
    (builder, text, column) => {
      personAt(builder, who).custom[column] = text;
    },
};

/** The fields that a mapping may name, for the screen that asks. */
export const fieldNames = [...Object.keys(fields), "ignore"];

/** What a field's name does with a cell; null for `ignore` and for names that mean nothing. */
export function setterOf(name: string): Setter | null {
  const isOther = name.startsWith("other.");
  const [base = "", label = null] = (isOther ? name.slice("other.".length) : name).split(":", 2);
  return fields[base]?.({ who: isOther ? 1 : 0, label }) ?? null;
}

export function isField(name: string): boolean {
  return name === "ignore" || setterOf(name) !== null;
}

function property(key: TextProperty): Field {
  return ({ who }) =>
    (builder, text) => {
      personAt(builder, who)[key] ??= text;
    };
}

function ownerField({ who }: Target): Setter {
  return (builder, text) => {
    const person = personAt(builder, who);
    if (text.includes("@")) person.ownerEmail ??= text.toLowerCase();
    else person.ownerName ??= text;
  };
}

function websiteField({ who }: Target): Setter {
  return (builder, text, column) => {
    const network = profileOf(text)?.network;
    if (network && network !== "web") addProfile(builder, who, text);
    else personAt(builder, who).custom[column] = text;
  };
}

function addressField(key: Exclude<keyof ImportedAddress, "label">): Field {
  return ({ who, label }) =>
    (builder, text) => {
      addressOf(personAt(builder, who), label)[key] ??= text;
    };
}

function addressOf(person: ImportedPerson, label: string | null): ImportedAddress {
  const known = person.addresses.find((address) => address.label === label);
  if (known) return known;
  const address: ImportedAddress = { label };
  person.addresses.push(address);
  return address;
}

/** A birthday may lack its year (`--12-10`); then it is kept as written. */
function birthdayField({ who }: Target): Setter {
  return (builder, text) => {
    const moment = parseMoment(text, builder.dates);
    personAt(builder, who).birthday = moment && "day" in moment ? moment.day : text;
  };
}

/** With a kind, as in `occurred_at:meeting_held`, the column says what happened too. "Met at" may hold a place, which stays text. */
function momentField({ label: kind }: Target): Setter {
  if (kind === null) {
    return (builder, text, column) => {
      builder.occurredAt = readMoment(builder, text, column);
    };
  }
  return (builder, text) => {
    const moment = parseMoment(text, builder.dates);
    if (moment) Object.assign(builder, { occurredAt: moment, kind });
  };
}

const audiences = ["consumer", "sole_trader", "partnership", "business"] as const;

function audienceField({ who }: Target): Setter {
  return (builder, text) => {
    const audience = audiences.find((known) => known === text.toLowerCase().replace(" ", "_"));
    if (audience) personAt(builder, who).audience = audience;
  };
}

const channelsOf: Record<string, Channel[]> = {
  call: ["call", "voicemail"],
  email: ["email"],
  sms: ["sms"],
  message: ["message"],
  post: ["post"],
};

/** An opt-out column speaks whatever stands in it, short of a plain no: the safe side. */
function suppressField({ who, label }: Target): Setter {
  return (builder, text, column) => {
    if (saysNo(text)) return;
    addSuppression(builder, {
      who,
      channels: (label && channelsOf[label]) || "all",
      kind: label === "email" ? "unsubscribe" : label === "call" ? "do_not_call" : "opt_out",
      at: parseMoment(text, builder.dates),
      column,
      value: text,
    });
  };
}

function linkField(kind: "referred_by" | "spouse" | "assistant" | "manager"): Field {
  return ({ who }) =>
    ({ row }, text, column) => {
      row.links.push({ who, kind, other: text.includes("@") ? { email: text.toLowerCase() } : { name: text }, column });
    };
}
