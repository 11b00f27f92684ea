import * as api from "#api/custom-fields.ts";
import { createCustomField } from "#server/custom-fields/create-custom-field.ts";
import { listCustomFields } from "#server/custom-fields/list-custom-fields.ts";
import { updateCustomField } from "#server/custom-fields/update-custom-field.ts";
import { type Route, route } from "#server/platform/routing.ts";

export const customFieldRoutes: readonly Route[] = [
  route(api.listCustomFields, "workspace:read", listCustomFields),
  route(api.createCustomField, "fields:write", createCustomField),
  route(api.updateCustomField, "fields:write", updateCustomField),
];
