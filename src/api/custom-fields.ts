import { z } from "zod";
import { endpoint, Nothing } from "#api/endpoint.ts";

export const CustomFieldType = z.enum(["text", "number", "date", "choice", "boolean"]);

const Key = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/);
const Label = z.string().trim().min(1).max(100);
const Choices = z.array(z.string().trim().min(1).max(100)).max(200);

export const CustomField = z.object({
  id: z.uuid(),
  key: Key,
  label: Label,
  type: CustomFieldType,
  choices: Choices,
  position: z.number().int(),
  archived: z.boolean(),
});
export type CustomField = z.output<typeof CustomField>;

export const listCustomFields = endpoint({
  name: "listCustomFields",
  method: "GET",
  path: "/api/v1/custom-fields",
  summary: "The fields that the workspace has added to contacts",
  input: Nothing,
  output: z.object({ items: z.array(CustomField) }),
});

export const createCustomField = endpoint({
  name: "createCustomField",
  method: "POST",
  path: "/api/v1/custom-fields",
  summary: "Add a field to contacts; its type stays",
  input: z.object({ key: Key, label: Label, type: CustomFieldType, choices: Choices.default([]) }),
  output: CustomField,
  refusals: ["conflict"],
});

export const updateCustomField = endpoint({
  name: "updateCustomField",
  method: "PATCH",
  path: "/api/v1/custom-fields/{id}",
  summary: "Rename, order or archive a field; what contacts have in it stays",
  input: z.object({
    id: z.uuid(),
    label: Label.optional(),
    choices: Choices.optional(),
    position: z.number().int().min(0).max(1000).optional(),
    archived: z.boolean().optional(),
  }),
  output: CustomField,
});
