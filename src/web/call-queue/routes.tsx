import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { z } from "zod";
import { Language } from "#api/settings.ts";
import { QueueSearch } from "#web/call-queue/queue-search.ts";
import { frameRoute, signedInRoute } from "#web/platform/root-route.tsx";

const homeRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/today" });
  },
});

const todayRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/today",
  validateSearch: QueueSearch,
  component: lazyRouteComponent(() => import("#web/call-queue/today-page.tsx"), "TodayPage"),
});

/** `log`: a call that was made elsewhere is written down; `script`: the language in which the rep speaks. */
const CallSearch = z.object({
  log: z.boolean().optional().catch(undefined),
  script: Language.optional().catch(undefined),
});

const callRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/call/$contactId",
  validateSearch: CallSearch,
  component: lazyRouteComponent(() => import("#web/call-queue/call-page.tsx"), "CallPage"),
});

export const callQueueRoutes = [homeRoute, todayRoute] as const;

/** A call fills the whole window. */
export const callRoutes = [callRoute] as const;
