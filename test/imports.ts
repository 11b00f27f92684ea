import type { ImportOptions } from "#api/imports.ts";
import { continueImport } from "#server/imports/continue-import.ts";
import { findImport } from "#server/imports/queries.ts";
import { startImport } from "#server/imports/start-import.ts";
import { storeFile } from "#server/imports/store-file.ts";
import { type Context, transaction } from "#server/platform/context.ts";

/** A file taken in and imported to its end. */
export async function anImport(
  ctx: Context,
  fileName: string,
  content: string | Uint8Array,
  options: ImportOptions = {},
): Promise<string> {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  const id = await storeFile(ctx, { fileName, bytesTotal: bytes.byteLength, bytes: once(bytes) });
  await transaction(ctx, (tx) => startImport(tx, { id, options }));
  await continueImport(ctx, { importId: id });
  return id;
}

export async function countsOfImport(ctx: Context, id: string) {
  const stored = await transaction(ctx, (tx) => findImport(tx.db, id));
  if (!stored) throw new Error(`no import ${id}`);
  const { created, updated, merged, skipped, rejected, touchpoints, consents, suppressions, state } = stored;
  const rows = Number(stored.rowsDone);
  return { rows, created, updated, merged, skipped, rejected, touchpoints, consents, suppressions, state };
}

/** Everybody who counts, by name. */
export async function peopleOf(ctx: Context) {
  return transaction(ctx, async (tx) => {
    const people = await tx.db
      .selectFrom("contacts")
      .leftJoin("accounts", "accounts.id", "contacts.accountId")
      .select(["contacts.id", "contacts.fullName as name", "accounts.name as company"])
      .where("contacts.state", "=", "active")
      .orderBy("contacts.fullName")
      .execute();
    const points = await tx.db
      .selectFrom("contactPoints")
      .select(["contactId", "value"])
      .where("state", "=", "active")
      .orderBy("value")
      .execute();
    return people.map(({ id, name, company }) => ({
      name,
      company,
      points: points.filter(({ contactId }) => contactId === id).map(({ value }) => value),
    }));
  });
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
