import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { isSigned, ledgerKey, ledgerKeyFrom, signPlace, verifierOf } from "#server/ledger/ledger-key.ts";

const dataDir = mkdtempSync(join(tmpdir(), "warmline-key-"));
const nothing = { ledgerKey: undefined, sessionSecret: undefined, databaseUrl: undefined, dataDir };
const secret = "x".repeat(32);
const place = { workspaceId: "0190a000-0000-7000-8000-000000000001", block: 7n, hash: Buffer.from("hash") };

afterAll(() => rmSync(dataDir, { recursive: true }));

test("the key is made once, and only its owner may read it", () => {
  const made = ledgerKey(nothing);

  expect(ledgerKey({ ...nothing, sessionSecret: secret }).publicKey).toBe(made.publicKey);
  expect(statSync(join(dataDir, "ledger-key")).mode & 0o777).toBe(0o600);
});

test("on a server of one's own every process has the same key without being told", () => {
  const shared = { ...nothing, databaseUrl: "postgres://db", sessionSecret: secret };

  expect(ledgerKey({ ...shared, dataDir: join(dataDir, "elsewhere") }).publicKey).toBe(ledgerKey(shared).publicKey);
  expect(ledgerKey({ ...shared, ledgerKey: "y".repeat(32) }).publicKey).toBe(ledgerKeyFrom("y".repeat(32)).publicKey);
});

test("a signature is for one place, and for a head or a block, not for the other", () => {
  const key = ledgerKeyFrom(secret);
  const signature = signPlace(key, "block", place);

  expect(isSigned(key.verifier, "block", place, signature)).toBe(true);
  expect(isSigned(verifierOf(key.publicKey), "block", place, signature)).toBe(true);
  expect(isSigned(key.verifier, "head", place, signature)).toBe(false);
  expect(isSigned(key.verifier, "block", { ...place, block: 8n }, signature)).toBe(false);
  expect(isSigned(ledgerKeyFrom("another").verifier, "block", place, signature)).toBe(false);
});
