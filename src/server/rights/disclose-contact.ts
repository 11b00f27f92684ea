import { sql } from "kysely";
import type { Disclosure, DisclosureSection } from "#api/disclosure.ts";
import type { FileAnswer } from "#api/endpoint.ts";
import { AppError } from "#domain/errors.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { loadPerson, type Person } from "#server/rights/person.ts";
import type { Place } from "#server/rights/place.ts";
import { PLACES } from "#server/rights/places.ts";
import { requirePerson } from "#server/rights/require-person.ts";
import { loadWorkspace } from "#server/team/load-workspace.ts";
import { recordAccess } from "#server/team/record-access.ts";
import { loadKinds } from "#server/touchpoints/load-kinds.ts";

/** Everything that is held about a person, place by place, with its source. That it was shown is written down. */
export async function discloseContact(ctx: Context, { id }: { id: string }): Promise<Disclosure> {
  return transaction(ctx, async (tx) => {
    const contactId = await requirePerson(tx, id, "rights:read");
    await recordAccess(tx, { action: "export", contactId, details: { of: "disclosure" } });
    return disclose(tx, contactId);
  });
}

const ofHers: ReadonlySet<string> = new Set(["contact", "mutual"]);

/** GDPR Art. 20: what she gave us or did herself, in a form that other programs read. */
export async function downloadPortable(ctx: Context, { id }: { id: string }): Promise<FileAnswer> {
  return transaction(ctx, async (tx) => {
    const contactId = await requirePerson(tx, id, "rights:read");
    await recordAccess(tx, { action: "export", contactId, details: { of: "portable" } });
    const { sections, at } = await disclose(tx, contactId);
    const kinds = await loadKinds(tx);
    const given = PLACES.filter(({ provided }) => provided).map(({ table }) => table);
    const content = Object.fromEntries(
      sections
        .filter(({ place }) => given.includes(place))
        .map(({ place, rows }) => [
          place,
          rows
            .filter(
              ({ values }) => place !== "touchpoints" || ofHers.has(kinds.get(String(values.kind))?.direction ?? ""),
            )
            .map(({ values }) => values),
        ]),
    );
    const text = JSON.stringify({ format: "warmline-portable", version: 1, at, ...content }, null, 2);
    return {
      fileName: `${contactId}.json`,
      contentType: "application/json; charset=utf-8",
      stream: new Blob([text]).stream(),
    };
  });
}

async function disclose(tx: Context, contactId: string): Promise<Disclosure> {
  const person = await loadPerson(tx, contactId);
  if (!person) throw new AppError("contact_not_found", { contactId });
  const { name, country, settings } = await loadWorkspace(tx);
  const found: { place: Place; rows: Stored[] }[] = [];
  for (const place of PLACES) {
    if (place.hidden) continue;
    const rows = await readRows(tx, place, person);
    const telling = rows.filter((row) => place.tells.some((column) => !isEmpty(row[column])));
    if (telling.length > 0) found.push({ place, rows: telling });
  }
  const names = await sourceNames(
    tx,
    found.flatMap(({ rows }) => rows),
  );
  return {
    contactId,
    name: person.name,
    at: tx.now,
    controller: { name: settings.sellerName || name, country, postalAddress: settings.postalAddress },
    sections: found.map(({ place, rows }) => section(place, rows, names)).toSorted(byOrder),
  };
}

type Stored = Record<string, unknown>;
const rowsMax = 5000;

async function readRows(tx: Context, place: Place, person: Person): Promise<Stored[]> {
  const columns = [...place.tells, ...place.plain].filter((column) => column !== "bytes" && column !== "search");
  const { rows } = await sql<Stored>`select ${sql.join(columns.map((column) => sql.ref(`t.${column}`)))}
    from ${sql.table(place.table)} t
    where t.workspace_id = ${tx.actor.workspaceId}::uuid and ${place.of(person)} limit ${rowsMax}`.execute(
    tx.db.withoutPlugins(),
  );
  return rows;
}

type Names = { files: Map<string, string>; users: Map<string, string> };
const writers = [
  "recorded_by",
  "created_by",
  "marked_by",
  "ended_by",
  "merged_by",
  "corrected_by",
  "placed_by",
  "user_id",
];
const instants = ["recorded_at", "created_at", "marked_at", "ended_at", "merged_at", "corrected_at", "placed_at"];
const moments = [...instants, "decided_at", "happened_at", "changed_at"];

async function sourceNames(tx: Context, rows: readonly Stored[]): Promise<Names> {
  const ids = (columns: readonly string[]) => [
    ...new Set(
      rows.flatMap((row) => columns.flatMap((column) => (typeof row[column] === "string" ? [row[column]] : []))),
    ),
  ];
  const workspace = tx.actor.workspaceId;
  const files = await sql<{ id: string; name: string }>`select id, file_name as name from imports
    where workspace_id = ${workspace}::uuid and id = any(${ids(["import_id"])}::uuid[])`.execute(tx.db);
  const users = await sql<{ id: string; name: string }>`select id, name from users
    where id = any(${ids([...writers, "decided_for"])}::uuid[])`.execute(tx.db);
  const byId = (found: readonly { id: string; name: string }[]) => new Map(found.map(({ id, name }) => [id, name]));
  return { files: byId(files.rows), users: byId(users.rows) };
}

function section({ table, tells }: Place, rows: readonly Stored[], { files, users }: Names): DisclosureSection {
  return {
    place: table,
    rows: rows.map((row) => {
      const by = [...writers, "decided_for"].map((column) => row[column]).find((id) => typeof id === "string");
      const at = moments.map((column) => row[column]).find((value) => value instanceof Date);
      const line = row.import_line ?? row.line;
      return {
        values: Object.fromEntries(
          tells.filter((column) => !isEmpty(row[column])).map((column) => [column, row[column]]),
        ),
        source: {
          file: files.get(String(row.import_id)) ?? null,
          line: typeof line === "number" ? line : null,
          by: users.get(String(by)) ?? null,
          at: at instanceof Date ? at : null,
        },
      };
    }),
  };
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === "") return true;
  return typeof value === "object" && !(value instanceof Date) && Object.keys(value).length === 0;
}

const firstPlaces = ["contacts", "contact_points", "accounts", "relationships", "touchpoints", "consents"];

/** What a person asks for first stands first; the rest as it is stored. */
function byOrder(one: DisclosureSection, other: DisclosureSection): number {
  const rank = ({ place }: DisclosureSection) => {
    const at = firstPlaces.indexOf(place);
    return at === -1 ? firstPlaces.length : at;
  };
  return rank(one) - rank(other);
}
