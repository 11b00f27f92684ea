import type { Copy } from "#domain/number-lists/number-list.ts";

/** person = given with the import; file_name, changes = read there; import = nobody said it: the day of the import. */
export type DatedBy = "person" | "file_name" | "changes" | "import";

export type CopyInForce = Copy & {
  id: string;
  datedBy: DatedBy;
  numbers: number;
  bytesTotal: number;
  sha256: string;
};

export type StoredCopy = Copy & {
  id: string;
  datedBy: DatedBy;
  numbers: number;
  fileNames: string[];
  changedFrom: string | null;
  importedAt: Date;
  importedBy: string;
  importedByName: string;
  endedAt: Date | null;
  ending: "replaced" | "withdrawn" | null;
};
