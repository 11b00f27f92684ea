import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { frameRoute } from "#web/platform/root-route.tsx";

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
  component: lazyRouteComponent(() => import("#web/call-queue/today-page.tsx"), "TodayPage"),
});

export const callQueueRoutes = [homeRoute, todayRoute] as const;
