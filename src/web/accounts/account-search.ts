import { z } from "zod";

/** What the address of the list of accounts says. */
export const AccountSearch = z.object({
  q: z
    .union([z.string(), z.number(), z.boolean()])
    .transform((value) => String(value).slice(0, 200))
    .optional()
    .catch(undefined),
});
