import * as api from "#api/number-lists.ts";
import { listLists } from "#server/number-lists/list-lists.ts";
import { uploadList } from "#server/number-lists/upload-list.ts";
import { withdrawList } from "#server/number-lists/withdraw-list.ts";
import { type Route, route } from "#server/platform/routing.ts";

export const numberListRoutes: readonly Route[] = [
  route(api.listNumberLists, "lists:read", listLists),
  route(api.importNumberList, "lists:import", uploadList, { transactions: "own" }),
  route(api.withdrawNumberList, "lists:withdraw", withdrawList),
];
