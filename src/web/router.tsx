import { createRouter } from "@tanstack/react-router";
import { accountRoutes } from "#web/accounts/routes.tsx";
import { callQueueRoutes, callRoutes } from "#web/call-queue/routes.tsx";
import { complianceRoutes } from "#web/compliance/routes.tsx";
import { contactRoutes } from "#web/contacts/routes.tsx";
import { importRoutes } from "#web/imports/routes.tsx";
import { frameRoute, rootRoute, signedInRoute } from "#web/platform/root-route.tsx";
import { playbooksRoutes } from "#web/playbooks/routes.tsx";
import { rightsPages } from "#web/rights/routes.tsx";
import { publicTeamRoutes, settingsRoutes } from "#web/team/routes.tsx";

/* Every screen, feature by feature: add a spread line below the parent that the feature's routes name. */
const routeTree = rootRoute.addChildren([
  ...publicTeamRoutes,
  signedInRoute.addChildren([
    ...callRoutes,
    frameRoute.addChildren([
      ...callQueueRoutes,
      ...contactRoutes,
      ...accountRoutes,
      ...importRoutes,
      ...complianceRoutes,
      ...playbooksRoutes,
      ...rightsPages,
      ...settingsRoutes,
    ]),
  ]),
]);

export const router = createRouter({ routeTree, defaultPreload: "intent", scrollRestoration: true });

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
