import { expect, test } from "vitest";
import type { Contact } from "#api/contacts.ts";
import type { CustomField } from "#api/custom-fields.ts";
import { changesOf, emptyValues, valuesOf } from "#web/contacts/contact-values.ts";

const contact = {
  fullName: "Ada Ray",
  givenName: "Ada",
  account: { id: "1", name: "Tallow" },
  owner: null,
  profile: "default",
  audience: "business",
  provenance: "self",
  tags: ["vip"],
  custom: { seats: 4, renewed: true, gone: "x" },
} as unknown as Contact;

const field = (key: string, type: CustomField["type"]) => ({ key, type }) as CustomField;
const fields = [field("seats", "number"), field("renewed", "boolean")];

test("to open a contact and save it changes nothing", () => {
  expect(changesOf(valuesOf(contact), valuesOf(contact), fields)).toEqual({});
});

test("only what was changed is sent, emptied texts as nothing, numbers as numbers", () => {
  const before = valuesOf(contact);
  const after = { ...before, givenName: " ", company: "Wick ", tags: [], custom: { ...before.custom, seats: "12" } };

  expect(changesOf(before, after, fields)).toEqual({
    givenName: null,
    company: "Wick",
    tags: [],
    custom: { seats: 12 },
  });
});

test("a field that was emptied is taken away, one that is archived is left alone", () => {
  const before = valuesOf(contact);

  expect(changesOf(before, { ...before, custom: {} }, fields)).toEqual({ custom: { seats: null, renewed: null } });
});

test("a new contact has what was typed and no more", () => {
  expect(changesOf(emptyValues, { ...emptyValues, fullName: "Bo", place: "Leeds" }, [])).toEqual({
    fullName: "Bo",
    place: "Leeds",
  });
});
