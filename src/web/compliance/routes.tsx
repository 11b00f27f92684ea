import { createRoute, redirect } from "@tanstack/react-router";
import { complianceRoute } from "#web/compliance/compliance-route.tsx";
import { gateSections } from "#web/gate/routes.tsx";
import { permissionSections } from "#web/permissions/routes.tsx";

const firstPageRoute = createRoute({
  getParentRoute: () => complianceRoute,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/compliance/decisions" });
  },
});

export const complianceRoutes = [
  complianceRoute.addChildren([firstPageRoute, ...gateSections, ...permissionSections]),
] as const;
