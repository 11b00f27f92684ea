import { AppError } from "#domain/errors.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { markKeyRevoked } from "#server/team/api-key-queries.ts";

export async function revokeApiKey(ctx: Context, { id }: { id: string }): Promise<Record<string, never>> {
  return transaction(ctx, async (tx) => {
    if (!(await markKeyRevoked(tx.db, id, tx.now))) throw new AppError("not_found", { apiKey: id });
    return {};
  });
}
