import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { AccountSearch } from "#web/accounts/account-search.ts";
import { frameRoute } from "#web/platform/root-route.tsx";

const accountsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/accounts",
  validateSearch: AccountSearch,
  component: lazyRouteComponent(() => import("#web/accounts/accounts-page.tsx"), "AccountsPage"),
});

const accountRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/accounts/$accountId",
  component: lazyRouteComponent(() => import("#web/accounts/account-page.tsx"), "AccountPage"),
});

export const accountRoutes = [accountsRoute, accountRoute] as const;
