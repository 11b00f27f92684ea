import type { Reporter, TestModule } from "vitest/node";

/** Ends a run with one plain line, `N passed, N failed`, that programs can read. */
export function closingLine(): Reporter {
  return {
    onTestRunEnd(modules, errors) {
      const counts = { passed: 0, failed: errors.length, skipped: 0 };
      for (const module of modules) count(module, counts);
      const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : "";
      process.on("exit", () => process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed${skipped}\n`));
    },
  };
}

function count(module: TestModule, counts: { passed: number; failed: number; skipped: number }): void {
  const tests = [...module.children.allTests()];
  for (const test of tests) {
    const { state } = test.result();
    if (state === "passed") counts.passed += 1;
    else if (state === "failed") counts.failed += 1;
    else counts.skipped += 1;
  }
  const brokeBeforeItsTests = module.state() === "failed" && !tests.some((test) => test.result().state === "failed");
  if (brokeBeforeItsTests) counts.failed += 1;
}
