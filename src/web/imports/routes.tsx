import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { z } from "zod";
import { Outcome } from "#api/imports.ts";
import { frameRoute } from "#web/platform/root-route.tsx";

const importsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/import",
  component: lazyRouteComponent(() => import("#web/imports/imports-page.tsx"), "ImportsPage"),
});

const importRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/import/$importId",
  // Which of its rows are shown.
  validateSearch: z.object({
    rows: z
      .enum([...Outcome.options, "warned"])
      .optional()
      .catch(undefined),
  }),
  component: lazyRouteComponent(() => import("#web/imports/import-page.tsx"), "ImportPage"),
});

export const importRoutes = [importsRoute, importRoute] as const;
