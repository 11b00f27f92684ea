import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { sessionSecret } from "#server/platform/session-secret.ts";

const base = mkdtempSync(join(tmpdir(), "warmline-secret-"));
afterAll(() => rmSync(base, { recursive: true }));

test("the secret is made once, and only its owner can read it", () => {
  const dataDir = join(base, "data");
  const first = sessionSecret({ sessionSecret: undefined, dataDir });

  expect(first.length).toBeGreaterThanOrEqual(32);
  expect(sessionSecret({ sessionSecret: undefined, dataDir })).toBe(first);
  expect(statSync(join(dataDir, "session-secret")).mode & 0o777).toBe(0o600);
});

test("a configured secret wins", () => {
  expect(sessionSecret({ sessionSecret: "configured", dataDir: base })).toBe("configured");
});
