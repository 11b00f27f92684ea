import { z } from "zod";
import { adoptLedger } from "#server/ledger/adopt-ledger.ts";
import { command } from "#server/platform/command.ts";

export const ledgerCommands = [
  command({
    name: "adopt",
    summary: "Signs the ledger with this installation's key from here on, after the key was replaced",
    usage: "--reason TEXT [--former-key PUBLIC_KEY]",
    options: { reason: { type: "string" }, "former-key": { type: "string" } },
    access: "settings:write",
    input: z.object({
      reason: z.string().trim().min(1).max(500),
      formerKey: z
        .string()
        .regex(/^[\w-]{43}$/, "a public key has 43 letters and digits; an export's manifest names it")
        .optional(),
      json: z.boolean().default(false),
    }),
    run: async (ctx, { reason, formerKey = null, json }, terminal) => {
      const adopted = await adoptLedger(ctx, { formerKey, reason });
      const { publicKey } = ctx.ledgerKey;
      if (json) terminal.out(JSON.stringify({ adopted, publicKey }));
      else terminal.out(adopted ? `Signed from here on with ${publicKey}.` : `${publicKey} signs this ledger already.`);
      return "ok";
    },
  }),
];
