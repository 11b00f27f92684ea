import { z } from "zod";

const text = z.coerce.string().max(60).optional().catch(undefined);

/** What the addresses of the list of packs and of one pack say. */
export const PackSearch = z.object({ q: text, does: text, contested: z.boolean().optional().catch(undefined) });
export type PackSearch = z.output<typeof PackSearch>;
