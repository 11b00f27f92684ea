import * as api from "#api/accounts.ts";
import { createAccount, updateAccount } from "#server/accounts/change-accounts.ts";
import { getAccount } from "#server/accounts/get-account.ts";
import { listAccounts } from "#server/accounts/list-accounts.ts";
import { route } from "#server/platform/routing.ts";

export const accountRoutes = [
  route(api.listAccounts, "contacts:read", listAccounts),
  route(api.getAccount, "contacts:read", getAccount),
  route(api.createAccount, "contacts:write", createAccount),
  route(api.updateAccount, "contacts:write", updateAccount),
];
