import { expect, test } from "vitest";
import { readConfig } from "#server/platform/config.ts";
import { setupMessage } from "#server/platform/setup-messages.ts";

test("without any setting the program serves this machine from ./data", () => {
  expect(readConfig({}, {})).toMatchObject({
    databaseUrl: undefined,
    dataDir: "./data",
    host: "127.0.0.1",
    port: 4800,
    backup: { dir: "./data/backups", everyHours: 24, keep: 7 },
  });
});

test("flags win over the environment, and an empty variable is none", () => {
  const env = { PORT: "5000", DATA_DIR: "/srv/data", HOST: "" };

  expect(readConfig({ port: "6000" }, env)).toMatchObject({ port: 6000, dataDir: "/srv/data", host: "127.0.0.1" });
});

test("every mistake is listed at once", () => {
  const env = { PORT: "http", LOG_LEVEL: "loud", DATABASE_URL: "mysql://x", PUBLIC_URL: "here" };

  try {
    readConfig({}, env);
    expect.unreachable();
  } catch (error) {
    const message = setupMessage(error);
    for (const name of Object.keys(env)) expect(message).toContain(`${name}:`);
  }
});

test("processes that share a server must share the secret", () => {
  const env = { DATABASE_URL: "postgres://localhost/warmline" };

  expect(() => readConfig({}, env)).toThrow("config_invalid");
  expect(readConfig({}, { ...env, SESSION_SECRET: "x".repeat(32) }).sessionSecret).toHaveLength(32);
});
