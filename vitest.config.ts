import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      { test: { name: "fast", include: ["src/domain/**/*.test.ts", "src/api/**/*.test.ts", "test/*.test.ts"] } },
      {
        test: {
          name: "server",
          include: ["src/server/**/*.test.ts", "src/cli/**/*.test.ts"],
          globalSetup: ["test/global-setup.ts"],
          hookTimeout: 60_000,
          testTimeout: 20_000,
        },
      },
    ],
  },
});
