import { AppError } from "#domain/errors.ts";
import { openArchive } from "#server/imports/reading/archive.ts";
import { readWhole, type Source } from "#server/imports/reading/source.ts";

/** A workbook is unpacked in memory by the library that reads it, so it has a limit where text has none. */
const workbookBytesMax = 64 * 1024 * 1024;

const batchRows = 1_000;

export async function isWorkbook(source: Source): Promise<boolean> {
  if (!(await isZip(source))) return false;
  const entries = await openArchive(source);
  return entries.some(({ name }) => name === "xl/workbook.xml");
}

export async function isZip(source: Source): Promise<boolean> {
  for await (const chunk of source.stream()) {
    const [first, second, third, fourth] = chunk;
    return first === 0x50 && second === 0x4b && third === 0x03 && fourth === 0x04;
  }
  return false;
}

/** The rows of the first sheet that has any, as texts. */
export async function* readWorkbook(source: Source): AsyncGenerator<string[][]> {
  const content = await readWhole(source, workbookBytesMax);
  if (!content) throw new AppError("invalid_input", { file: source.name, reason: "workbook_too_large" });
  const sheets = await sheetsOf(source, content);
  const rows = sheets.find(({ data }) => data.length > 0)?.data ?? [];
  for (let at = 0; at < rows.length; at += batchRows) {
    yield rows
      .slice(at, at + batchRows)
      .map((row) => row.map(textOfCell))
      .filter((row) => row.some((cell) => cell !== ""));
  }
}

async function sheetsOf(source: Source, content: Buffer) {
  // Loaded for workbooks only: the other formats need not wait for it.
  const { default: readExcelFile } = await import("read-excel-file/node");
  try {
    return await readExcelFile(content);
  } catch (cause) {
    throw new AppError("invalid_input", { file: source.name, reason: "workbook_unreadable", cause: String(cause) });
  }
}

/** A date in a workbook has no zone: the library gives its wall time as if it were UTC. */
function textOfCell(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (!(value instanceof Date)) return String(value);
  const text = value.toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.slice(0, 19);
}
