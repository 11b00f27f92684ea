import * as api from "#api/imports.ts";
import { attachEvidence } from "#server/imports/attach-evidence.ts";
import { beginUndo } from "#server/imports/begin-undo.ts";
import { confirmImport } from "#server/imports/confirm-import.ts";
import { discardImport } from "#server/imports/discard-import.ts";
import { getImport } from "#server/imports/get-import.ts";
import { listImportRows } from "#server/imports/list-import-rows.ts";
import { listImports } from "#server/imports/list-imports.ts";
import { previewImport } from "#server/imports/preview-import.ts";
import { downloadRejected } from "#server/imports/rejected-file.ts";
import { startImport } from "#server/imports/start-import.ts";
import { stopImport } from "#server/imports/stop-import.ts";
import { uploadImport } from "#server/imports/upload-import.ts";
import { type Route, route } from "#server/platform/routing.ts";

export const importRoutes: readonly Route[] = [
  route(api.listImports, "imports:read", listImports),
  route(api.uploadImport, "imports:run", uploadImport, { transactions: "own" }),
  route(api.getImport, "imports:read", getImport),
  route(api.previewImport, "imports:run", previewImport, { transactions: "own" }),
  route(api.startImport, "imports:run", startImport),
  route(api.stopImport, "imports:run", stopImport),
  route(api.undoImport, "imports:run", beginUndo),
  route(api.confirmImport, "touchpoints:confirm", confirmImport),
  route(api.attachEvidence, "imports:run", attachEvidence, { transactions: "own" }),
  route(api.listImportRows, "imports:read", listImportRows),
  route(api.downloadRejected, "imports:read", downloadRejected, { transactions: "own" }),
  route(api.discardImport, "imports:run", discardImport),
];
