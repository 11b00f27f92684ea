import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { z } from "zod";
import { Language } from "#api/settings.ts";
import { frameRoute } from "#web/platform/root-route.tsx";

const PlaybooksSearch = z.object({
  profile: z.string().max(100).optional().catch(undefined),
  language: Language.optional().catch(undefined),
  /** An older version, to look at. */
  version: z.number().int().min(0).optional().catch(undefined),
});

const playbooksRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/playbooks",
  validateSearch: PlaybooksSearch,
  component: lazyRouteComponent(() => import("#web/playbooks/playbooks-page.tsx"), "PlaybooksPage"),
});

export const playbooksRoutes = [playbooksRoute] as const;
