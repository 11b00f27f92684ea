import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const apiOrigin = "http://127.0.0.1:4800";

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: "dist/web",
    emptyOutDir: true,
    target: "es2022",
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // With the validation library comes its setting, which must be there before any schema is made.
            { name: "validation", test: /node_modules\/zod\/|\/platform\/validation\.ts$/ },
            // One file per language instead of one per feature and language.
            { debugName: "messages", name: messagesOf, test: /\/messages\/[\w-]+\.json$/ },
          ],
        },
      },
    },
  },
  server: { port: 4801, proxy: { "/api": apiOrigin, "/healthz": apiOrigin } },
});

function messagesOf(file: string): string {
  return `messages-${/([\w-]+)\.json$/.exec(file)?.[1]}`;
}
