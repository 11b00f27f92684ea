import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { z } from "zod";
import { complianceRoute } from "#web/compliance/compliance-route.tsx";
import { frameRoute } from "#web/platform/root-route.tsx";

const requestsRoute = createRoute({
  getParentRoute: () => complianceRoute,
  path: "/requests",
  validateSearch: z.object({
    state: z.enum(["open", "closed"]).optional().catch(undefined),
    /** Opens the form for a request of this person. */
    of: z.uuid().optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import("#web/rights/requests-page.tsx"), "RequestsPage"),
});

const requestRoute = createRoute({
  getParentRoute: () => complianceRoute,
  path: "/requests/$requestId",
  component: lazyRouteComponent(() => import("#web/rights/request-page.tsx"), "RequestPage"),
});

const retentionRoute = createRoute({
  getParentRoute: () => complianceRoute,
  path: "/retention",
  component: lazyRouteComponent(() => import("#web/rights/retention-page.tsx"), "RetentionPage"),
});

const reportsRoute = createRoute({
  getParentRoute: () => complianceRoute,
  path: "/reports",
  validateSearch: z.object({
    from: z.iso.date().optional().catch(undefined),
    to: z.iso.date().optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import("#web/rights/reports-page.tsx"), "ReportsPage"),
});

/** Add them below `complianceRoute`. */
export const rightsSections = [requestsRoute, requestRoute, retentionRoute, reportsRoute] as const;

const disclosureRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/contacts/$contactId/disclosure",
  component: lazyRouteComponent(() => import("#web/rights/disclosure-page.tsx"), "DisclosurePage"),
});

const proofRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/contacts/$contactId/consent-proof",
  component: lazyRouteComponent(() => import("#web/rights/consent-proof-page.tsx"), "ConsentProofPage"),
});

const certificateRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/compliance/certificates/$certificateId",
  component: lazyRouteComponent(() => import("#web/rights/certificate-page.tsx"), "CertificatePage"),
});

const registerRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/compliance/processing-register",
  component: lazyRouteComponent(() => import("#web/rights/register-page.tsx"), "RegisterPage"),
});

/** Pages to print, without the section around them; add them below `frameRoute`. */
export const rightsPages = [disclosureRoute, proofRoute, certificateRoute, registerRoute] as const;
