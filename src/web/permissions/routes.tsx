import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { complianceRoute } from "#web/compliance/compliance-route.tsx";
import { ExceptionSearch, PermissionSearch } from "#web/permissions/permission-search.ts";

const consentsRoute = createRoute({
  getParentRoute: () => complianceRoute,
  path: "/consents",
  validateSearch: PermissionSearch,
  component: lazyRouteComponent(() => import("#web/permissions/consents-page.tsx"), "ConsentsPage"),
});

const suppressionsRoute = createRoute({
  getParentRoute: () => complianceRoute,
  path: "/suppressions",
  validateSearch: PermissionSearch,
  component: lazyRouteComponent(() => import("#web/permissions/suppressions-page.tsx"), "SuppressionsPage"),
});

const exceptionsRoute = createRoute({
  getParentRoute: () => complianceRoute,
  path: "/exceptions",
  validateSearch: ExceptionSearch,
  component: lazyRouteComponent(() => import("#web/permissions/exceptions-page.tsx"), "ExceptionsPage"),
});

const conditionsRoute = createRoute({
  getParentRoute: () => complianceRoute,
  path: "/conditions",
  component: lazyRouteComponent(() => import("#web/permissions/conditions-page.tsx"), "ConditionsPage"),
});

const ownRulesRoute = createRoute({
  getParentRoute: () => complianceRoute,
  path: "/our-rules",
  component: lazyRouteComponent(() => import("#web/permissions/own-rules-page.tsx"), "OwnRulesPage"),
});

/** Add them below `complianceRoute`. */
export const permissionSections = [
  consentsRoute,
  suppressionsRoute,
  exceptionsRoute,
  conditionsRoute,
  ownRulesRoute,
] as const;
