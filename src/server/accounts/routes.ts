import * as api from "#api/accounts.ts";
import { createAccount } from "#server/accounts/create-account.ts";
import { getAccount } from "#server/accounts/get-account.ts";
import { listAccounts } from "#server/accounts/list-accounts.ts";
import { updateAccount } from "#server/accounts/update-account.ts";
import { type Route, route } from "#server/platform/routing.ts";

export const accountRoutes: readonly Route[] = [
  route(api.listAccounts, "contacts:read", listAccounts),
  route(api.getAccount, "contacts:read", getAccount),
  route(api.createAccount, "contacts:write", createAccount),
  route(api.updateAccount, "contacts:write", updateAccount),
];
