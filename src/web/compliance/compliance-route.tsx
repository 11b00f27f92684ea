import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "#web/platform/root-route.tsx";

/** Parent of every page of the section: its tabs stand above them. */
export const complianceRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/compliance",
  component: lazyRouteComponent(() => import("#web/compliance/compliance-frame.tsx"), "ComplianceFrame"),
});
