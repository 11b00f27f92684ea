import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { z } from "zod";
import { complianceRoute } from "#web/compliance/compliance-route.tsx";
import { DecisionSearch } from "#web/gate/decision-search.ts";
import { PackSearch } from "#web/gate/pack-search.ts";

const decisionsRoute = createRoute({
  getParentRoute: () => complianceRoute,
  path: "/decisions",
  validateSearch: DecisionSearch,
  component: lazyRouteComponent(() => import("#web/gate/decisions-page.tsx"), "DecisionsPage"),
});

const decisionRoute = createRoute({
  getParentRoute: () => complianceRoute,
  path: "/decisions/$decisionId",
  component: lazyRouteComponent(() => import("#web/gate/decision-page.tsx"), "DecisionPage"),
});

/** `decision`: whose question to begin with. */
const WhatIfSearch = z.object({ decision: z.uuid().optional().catch(undefined) });

const whatIfRoute = createRoute({
  getParentRoute: () => complianceRoute,
  path: "/what-if",
  validateSearch: WhatIfSearch,
  component: lazyRouteComponent(() => import("#web/gate/what-if-page.tsx"), "WhatIfPage"),
});

const packsRoute = createRoute({
  getParentRoute: () => complianceRoute,
  path: "/packs",
  validateSearch: PackSearch,
  component: lazyRouteComponent(() => import("#web/gate/rule-packs-page.tsx"), "RulePacksPage"),
});

const packRoute = createRoute({
  getParentRoute: () => complianceRoute,
  path: "/packs/$pack",
  validateSearch: PackSearch,
  component: lazyRouteComponent(() => import("#web/gate/rule-pack-page.tsx"), "RulePackPage"),
});

/** Add them below `complianceRoute`. */
export const gateSections = [decisionsRoute, decisionRoute, whatIfRoute, packsRoute, packRoute] as const;
