import { queryOptions } from "@tanstack/react-query";
import { getSetup } from "#api/account.ts";
import { request } from "#web/platform/request.ts";

/** Whether the installation still waits for its first workspace. */
export const setupQuery = queryOptions({ queryKey: ["team", "setup"], queryFn: () => request(getSetup, {}) });
