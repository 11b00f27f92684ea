import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { complianceRoute } from "#web/compliance/compliance-route.tsx";
import { gateSections } from "#web/gate/routes.tsx";
import { permissionSections } from "#web/permissions/routes.tsx";
import { rightsSections } from "#web/rights/routes.tsx";

const firstPageRoute = createRoute({
  getParentRoute: () => complianceRoute,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/compliance/decisions" });
  },
});

const listsRoute = createRoute({
  getParentRoute: () => complianceRoute,
  path: "/lists",
  component: lazyRouteComponent(() => import("#web/compliance/lists-page.tsx"), "ListsPage"),
});

export const complianceRoutes = [
  complianceRoute.addChildren([firstPageRoute, ...gateSections, ...permissionSections, ...rightsSections, listsRoute]),
] as const;
