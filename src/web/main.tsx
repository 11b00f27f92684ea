import "#web/platform/validation.ts";
import "@mantine/core/styles.css";
import "@mantine/dates/styles.css";
import "@mantine/notifications/styles.css";
import "@mantine/spotlight/styles.css";
import "./platform/global.css";
import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { DatesInLanguage } from "#web/platform/dates-provider.tsx";
import { startMessages } from "#web/platform/messages.ts";
import { queryClient } from "#web/platform/query-client.ts";
import { listenForShortcuts } from "#web/platform/shortcuts.ts";
import { cssVariables, theme } from "#web/platform/theme.ts";
import { router } from "#web/router.tsx";

async function start(): Promise<void> {
  // The rules in `domain` reckon with Temporal, which some browsers still lack.
  if (!("Temporal" in globalThis)) await import("temporal-polyfill/global");
  await startMessages();
  listenForShortcuts(document);

  const root = document.getElementById("root");
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
        <Notifications position="bottom-right" limit={3} />
        <QueryClientProvider client={queryClient}>
          <DatesInLanguage>
            <RouterProvider router={router} />
          </DatesInLanguage>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}

void start(); // nobody is there to hear of a failure but the browser's console
