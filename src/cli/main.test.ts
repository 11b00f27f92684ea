import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");

/** The program as a shell meets it. */
function warmline(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(join(root, "bin/warmline"), words, { encoding: "utf8" });
  return { status, stdout: stdout.trim(), stderr: stderr.trim() };
}

test.each([
  { line: ["serve", "--port", "abc"], says: '--port cannot be "abc": a port is a number from 0 to 65535' },
  { line: ["serve", "--port", "70000"], says: '--port cannot be "70000"' },
  { line: ["queue", "--limit", "many"], says: '--limit cannot be "many"' },
  { line: ["queue", "--at", "tomorrow"], says: '--at cannot be "tomorrow"' },
  { line: ["setup", "--email", "a@b.example"], says: "--workspace is missing" },
  { line: ["demo", "--seed", "x"], says: '--seed cannot be "x"' },
  { line: ["serve", "--nonsense"], says: "--nonsense" },
])("wrong usage exits 2 with a sentence: $line", ({ line, says }) => {
  const { status, stdout, stderr } = warmline(...line);

  expect(stderr).toContain(says);
  expect(stderr).not.toMatch(/at .*:\d+:\d+/);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
});

test("says which version it is", () => {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

  expect(warmline("--version")).toEqual({ status: 0, stdout: version, stderr: "" });
});
