import * as account from "#api/account.ts";
import { personRoute } from "#server/platform/routing.ts";
import { createWorkspace } from "#server/team/create-workspace.ts";
import { getMe } from "#server/team/get-me.ts";
import { getSetup } from "#server/team/setup-token.ts";

export const accountRoutes = [
  personRoute(account.getSetup, "anyone", getSetup),
  personRoute(account.createWorkspace, "anyone", createWorkspace),
  personRoute(account.getMe, "signed_in", getMe),
];
