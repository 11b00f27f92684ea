import type { Span } from "#api/compliance-reports.ts";
import { AppError } from "#domain/errors.ts";
import { daysAfter, startOfDay } from "#domain/time.ts";
import type { Context } from "#server/platform/context.ts";
import { loadWorkspace } from "#server/team/load-workspace.ts";

/** The instants between the first day and the end of the last one, where the workspace is. */
export async function instantsOf(tx: Context, { from, to }: Span): Promise<{ from: Date; until: Date }> {
  if (to < from) throw new AppError("invalid_input", { field: "to", reason: "it is before the first day" });
  const { timeZone } = await loadWorkspace(tx);
  try {
    return { from: startOfDay(from, timeZone), until: startOfDay(daysAfter(to, 1), timeZone) };
  } catch (cause) {
    if (cause instanceof RangeError) throw new AppError("invalid_input", { field: "from", reason: "no such day" });
    throw cause;
  }
}
