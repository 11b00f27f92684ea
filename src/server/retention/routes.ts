import * as api from "#api/retention.ts";
import { type Route, route } from "#server/platform/routing.ts";
import { changeRetention, getRetention } from "#server/retention/get-retention.ts";
import { previewRetention, runRetention } from "#server/retention/run-retention.ts";

export const retentionRoutes: readonly Route[] = [
  route(api.getRetention, "rights:read", getRetention),
  route(api.changeRetention, "retention:write", changeRetention),
  route(api.previewRetention, "rights:read", previewRetention, { transactions: "own" }),
  route(api.runRetention, "retention:run", (ctx) => runRetention(ctx), { transactions: "own" }),
];
