import { createRouter } from "@tanstack/react-router";
import { callQueueRoutes, callRoutes } from "#web/call-queue/routes.tsx";
import { frameRoute, rootRoute, signedInRoute } from "#web/platform/root-route.tsx";

/* Every screen, feature by feature: add a spread line below the parent that the feature's routes name. */
const routeTree = rootRoute.addChildren([
  signedInRoute.addChildren([...callRoutes, frameRoute.addChildren([...callQueueRoutes])]),
]);

export const router = createRouter({ routeTree, defaultPreload: "intent", scrollRestoration: true });

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
