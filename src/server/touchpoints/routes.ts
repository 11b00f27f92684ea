import * as api from "#api/touchpoints.ts";
import { route } from "#server/platform/routing.ts";
import { changeKind, listKinds, resetKind } from "#server/touchpoints/change-kind.ts";
import { getTouchpoint } from "#server/touchpoints/get-touchpoint.ts";
import { listTouchpoints } from "#server/touchpoints/list-touchpoints.ts";
import { confirmTouchpoint, retractTouchpoint } from "#server/touchpoints/mark-touchpoints.ts";
import { recordTouchpoint } from "#server/touchpoints/record-touchpoint.ts";

export const touchpointRoutes = [
  route(api.listTouchpoints, "contacts:read", listTouchpoints),
  route(api.getTouchpoint, "contacts:read", getTouchpoint),
  route(api.recordTouchpoint, "contacts:write", recordTouchpoint),
  route(api.confirmTouchpoint, "touchpoints:confirm", confirmTouchpoint),
  route(api.retractTouchpoint, "contacts:write", retractTouchpoint),
  route(api.listKinds, "workspace:read", listKinds),
  route(api.changeKind, "kinds:write", changeKind),
  route(api.resetKind, "kinds:write", resetKind),
];
