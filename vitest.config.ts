import { defineConfig } from "vitest/config";
import { closingLine } from "#test/closing-line.ts";

export default defineConfig({
  test: {
    reporters: ["default", closingLine()],
    projects: [
      {
        test: {
          name: "fast",
          include: [
            "src/domain/**/*.test.ts",
            "src/api/**/*.test.ts",
            "src/web/**/*.test.ts",
            "src/server/imports/{formats,reading}/*.test.ts",
            "test/*.test.ts",
          ],
        },
      },
      {
        test: {
          name: "server",
          include: ["src/server/**/*.test.ts", "src/cli/**/*.test.ts"],
          exclude: ["src/server/imports/{formats,reading}/*.test.ts"],
          globalSetup: ["test/global-setup.ts"],
          hookTimeout: 60_000,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/e2e/**/*.test.ts"],
          fileParallelism: false,
          hookTimeout: 120_000,
          testTimeout: 120_000,
        },
      },
    ],
  },
});
