import * as api from "#api/custom-fields.ts";
import { createCustomField, listCustomFields, updateCustomField } from "#server/custom-fields/custom-fields.ts";
import { route } from "#server/platform/routing.ts";

export const customFieldRoutes = [
  route(api.listCustomFields, "workspace:read", listCustomFields),
  route(api.createCustomField, "fields:write", createCustomField),
  route(api.updateCustomField, "fields:write", updateCustomField),
];
