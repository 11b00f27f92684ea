import { z } from "zod";
import { Email } from "#api/account.ts";
import { Preset } from "#api/settings.ts";
import { type Command, type Instance, instanceCommand } from "#server/platform/command.ts";
import { linkForEmail } from "#server/team/link-for-email.ts";
import { setUpWorkspace } from "#server/team/set-up-workspace.ts";

export const teamCommands: readonly Command[] = [
  instanceCommand({
    name: "setup",
    summary: "Create a workspace and its first admin, without a browser",
    usage: "--workspace NAME --email EMAIL [--preset INDUSTRY]",
    options: { email: { type: "string" }, preset: { type: "string" }, name: { type: "string" } },
    input: z.object({
      workspace: z.string().trim().min(1).max(200),
      email: Email,
      preset: Preset.default("b2b_software"),
      name: z.string().trim().min(1).max(200).optional(),
      json: z.boolean().default(false),
    }),
    run: async (instance, { json, ...wanted }, terminal) => {
      const { slug, path } = await withInstallation(instance, (installation) =>
        setUpWorkspace(installation, wanted, installation.clock()),
      );
      const link = path && addressOf(instance) + path;
      if (json) terminal.out(JSON.stringify({ workspace: slug, email: wanted.email, link: link ?? null }));
      else if (link) terminal.out(`Workspace ${slug}. ${wanted.email} sets the password here, once:\n${link}`);
      else terminal.out(`Workspace ${slug}. ${wanted.email} signs in as before.`);
      return "ok";
    },
  }),
  instanceCommand({
    name: "password-link",
    summary: "Print a link with which a person sets a new password",
    usage: "--email EMAIL [--clear-second-factor]",
    options: { email: { type: "string" }, "clear-second-factor": { type: "boolean" } },
    input: z.object({
      email: Email,
      clearSecondFactor: z.boolean().default(false),
      json: z.boolean().default(false),
    }),
    run: async (instance, { json, ...wanted }, terminal) => {
      const { path, expiresAt } = await withInstallation(instance, ({ pool, clock }) =>
        linkForEmail(pool, wanted, clock()),
      );
      const link = addressOf(instance) + path;
      terminal.out(json ? JSON.stringify({ email: wanted.email, link, expiresAt: expiresAt.toISOString() }) : link);
      return "ok";
    },
  }),
];

async function withInstallation<Result>(
  instance: Instance,
  work: (installation: Awaited<ReturnType<Instance["open"]>>) => Promise<Result>,
): Promise<Result> {
  const installation = await instance.open();
  try {
    return await work(installation);
  } finally {
    await installation.close();
  }
}

/** Where people reach the server, as far as the configuration says. */
function addressOf({ config }: Instance): string {
  if (config.publicUrl) return config.publicUrl.replace(/\/$/, "");
  const everywhere = config.host === "0.0.0.0" || config.host === "::";
  return `http://${everywhere ? "localhost" : config.host}:${config.port}`;
}
