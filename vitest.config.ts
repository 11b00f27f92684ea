import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      { test: { name: "fast", include: ["src/domain/**/*.test.ts", "src/api/**/*.test.ts", "test/*.test.ts"] } },
    ],
  },
});
