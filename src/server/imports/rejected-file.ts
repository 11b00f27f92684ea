import type { FileAnswer } from "#api/endpoint.ts";
import { reasonOf } from "#server/imports/list-import-rows.ts";
import { sentenceOfReason } from "#server/imports/reason-sentences.ts";
import { requireImport } from "#server/imports/require-import.ts";
import { loadRows } from "#server/imports/row-queries.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { recordAccess } from "#server/team/record-access.ts";

const pageRows = 1000;

/** The rejected rows under the columns of their file, each with its line and its reason, as a spreadsheet reads it. */
export async function downloadRejected(ctx: Context, { id }: { id: string }): Promise<FileAnswer> {
  const { fileName } = await transaction(ctx, async (tx) => {
    await recordAccess(tx, { action: "export", details: { importId: id, rejected: true } });
    return requireImport(tx, id);
  });
  const bytes = encoded(rejectedLines(ctx, id));
  return {
    fileName: rejectedName(fileName),
    contentType: "text/csv; charset=utf-8",
    stream: new ReadableStream({
      pull: async (controller) => {
        const { value, done } = await bytes.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: async () => {
        await bytes.return(undefined);
      },
    }),
  };
}

export function rejectedName(fileName: string): string {
  return `${fileName}.rejected.csv`;
}

/** Lines of CSV with a mark at the start by which Excel knows UTF-8. */
export async function* rejectedLines(ctx: Context, importId: string): AsyncGenerator<string> {
  const columns = new Set<string>();
  for await (const { cells } of rejectedRows(ctx, importId))
    for (const column of Object.keys(cells)) columns.add(column);

  yield `\uFEFF${lineOf([...columns, "Line", "Reason"])}`;
  for await (const { line, cells, reason } of rejectedRows(ctx, importId)) {
    yield lineOf([...[...columns].map((column) => cells[column] ?? ""), String(line), reason]);
  }
}

async function* rejectedRows(ctx: Context, importId: string) {
  for (let after = 0; ; ) {
    const rows = await transaction(ctx, (tx) =>
      loadRows(tx.db, importId, { after, limit: pageRows, outcome: "rejected" }),
    );
    for (const row of rows) {
      const reason = reasonOf(row.reason);
      const cells = (row.cells as Record<string, string> | null) ?? {};
      yield { line: row.line, cells, reason: reason ? sentenceOfReason(reason) : "" };
    }
    const last = rows.at(-1);
    if (!last || rows.length < pageRows) return;
    after = last.line;
  }
}

async function* encoded(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const line of lines) yield encoder.encode(line);
}

function lineOf(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")}\r\n`;
}
