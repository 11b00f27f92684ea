import { setTimeout } from "node:timers/promises";
import { type RawBuilder, sql } from "kysely";
import { type ImportOptions, UndoReport } from "#api/imports.ts";
import { beginUndo } from "#server/imports/begin-undo.ts";
import { continueImport } from "#server/imports/continue-import.ts";
import { findImport } from "#server/imports/queries.ts";
import { startImport } from "#server/imports/start-import.ts";
import { storeFile } from "#server/imports/store-file.ts";
import { undoImport } from "#server/imports/undo-import.ts";
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
  while (!(await continueImport(ctx, { importId: id }))) await setTimeout(20);
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

/** All that counts of a workspace: contacts, points, permissions, history and standings, as readers of them see it. */
export async function whatCounts(ctx: Context): Promise<Record<string, unknown[]>> {
  return transaction(ctx, async ({ db }) => {
    const rows = async (query: RawBuilder<unknown>) => (await query.execute(db)).rows;
    return {
      contacts: await rows(sql`select to_jsonb(c) - 'updated_at' as contact from contacts c
        where state = 'active' order by id`),
      points: await rows(sql`select contact_id, kind, value, extension, label, line from contact_points
        where state = 'active' order by contact_id, kind, value`),
      touchpoints: await rows(sql`select contact_id, kind, occurred_at, verification, source_key from touchpoints t
        where not exists (select from touchpoint_marks m where m.touchpoint_id = t.id and m.mark = 'retracted')
        order by id`),
      consents: await rows(sql`select contact_id, channels, given_at, words from consents c
        where not exists (select from consent_endings e where e.consent_id = c.id) order by id`),
      suppressions: await rows(sql`select contact_id, point, kind, channels, said_at from suppressions s
        where not exists (select from suppression_endings e where e.suppression_id = s.id) order by point nulls first, id`),
      relationships: await rows(sql`select contact_id, kind, started_at, ended_at from relationships
        where retracted_at is null order by id`),
      links: await rows(sql`select from_contact_id, to_contact_id, to_name, kind from contact_links
        where retracted_at is null order by id`),
      standings: await rows(sql`select s.* from standings s join contacts c on c.id = s.contact_id
        where c.state = 'active' order by s.contact_id`),
    };
  });
}

/** An import taken back to its end. */
export async function undone(ctx: Context, id: string): Promise<UndoReport> {
  await transaction(ctx, (tx) => beginUndo(tx, { id }));
  await undoImport(ctx, { importId: id });
  const stored = await transaction(ctx, (tx) => findImport(tx.db, id));
  if (stored?.state !== "undone") throw new Error(`the import is ${stored?.state}`);
  return UndoReport.parse(stored.undoReport);
}
