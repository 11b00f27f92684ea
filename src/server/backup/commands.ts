import { z } from "zod";
import { AppError } from "#domain/errors.ts";
import { adoptRestored } from "#server/backup/adopt-restored.ts";
import { exportWorkspace } from "#server/backup/export-workspace.ts";
import { restore } from "#server/backup/restore.ts";
import { command, instanceCommand } from "#server/platform/command.ts";
import { requireReach } from "#server/platform/context.ts";
import { recordAccess } from "#server/team/record-access.ts";

const exportCommand = command({
  name: "export",
  summary: "Copies a whole workspace into a folder, in open formats",
  usage: "[--out DIR]",
  options: { out: { type: "string" } },
  access: "record:export",
  input: z.object({ out: z.string().min(1).optional(), json: z.boolean().default(false) }),
  run: async (ctx, { out, json }, terminal, { ownerPool }) => {
    if (requireReach(ctx, "record:export") !== "all") throw new AppError("permission_denied", { reach: "all" });
    const dir = out ?? `warmline-export-${ctx.now.toISOString().slice(0, 10)}`;
    const { files } = await exportWorkspace(ownerPool, {
      workspaceId: ctx.actor.workspaceId,
      dir,
      ledgerKey: ctx.ledgerKey.publicKey,
      onTable: (table) => terminal.progress(`copying ${table}`),
    });
    const rows = files.reduce((sum, file) => sum + file.rows, 0);
    await recordAccess(ctx, { action: "export", details: { everything: true, rows } });
    terminal.out(json ? JSON.stringify({ folder: dir, tables: files.length, rows }) : `${rows} rows are in ${dir}`);
    return "ok";
  },
});

const restoreCommand = instanceCommand({
  name: "restore",
  summary: "Puts an exported workspace, or a backup of everything, into this database",
  usage: "DIR",
  input: z.object({ words: z.tuple([z.string().min(1)]), json: z.boolean().default(false) }),
  run: async ({ open }, { words: [folder], json }, terminal) => {
    const installation = await open();
    try {
      const restored = await restore(installation.ownerPool, folder);
      await adoptRestored(installation, restored);
      const { rows } = restored;
      const workspaces = restored.workspaces.map(({ slug }) => slug);
      const joined = restored.joined.map(({ email }) => email);
      terminal.out(
        json ? JSON.stringify({ workspaces, rows, joined }) : `restored ${workspaces.join(", ")}: ${rows} rows`,
      );
      if (joined.length > 0) terminal.say(`already known here, and now members: ${joined.join(", ")}`);
      return "ok";
    } finally {
      await installation.close();
    }
  },
});

export const backupCommands = [exportCommand, restoreCommand];
