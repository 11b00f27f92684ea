import { z } from "zod";

const text = z.coerce.string().min(1).max(60).optional().catch(undefined);
const Day = z.iso.date().optional().catch(undefined);

/** What the address of the list of decisions says. */
export const DecisionSearch = z.object({
  contact: z.uuid().optional().catch(undefined),
  rep: z.uuid().optional().catch(undefined),
  verdict: z.enum(["allow", "defer", "deny"]).optional().catch(undefined),
  rule: text,
  /** The first and the last day, as the reader's clock has them. */
  from: Day,
  to: Day,
});
export type DecisionSearch = z.output<typeof DecisionSearch>;
