import { z } from "zod";

const Clock = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, { error: "write a time of day such as 09:00" });

export const Opening = z
  .object({ from: Clock, until: Clock })
  .refine(({ from, until }) => from < until, { error: "the end must come after the beginning" });

const Day = z.array(Opening).max(6);

/** A weekday without an entry is closed. */
export const CallingHours = z.partialRecord(z.enum(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]), Day);
export type CallingHours = z.output<typeof CallingHours>;

/** When a person wants to be left in peace; hours that end before they begin go on past midnight. */
export const QuietHours = z.array(z.object({ from: Clock, until: Clock })).max(6);
