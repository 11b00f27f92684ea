import { z } from "zod";

/** What the addresses of consents and suppressions say: whose, and whether those that have ended are shown. */
export const PermissionSearch = z.object({
  contact: z.uuid().optional().catch(undefined),
  all: z.boolean().optional().catch(undefined),
});
export type PermissionSearch = z.output<typeof PermissionSearch>;

export const ExceptionSearch = z.object({
  state: z.enum(["proposed", "approved", "rejected", "ended"]).optional().catch(undefined),
});
export type ExceptionSearch = z.output<typeof ExceptionSearch>;
