import * as api from "#api/compliance.ts";
import { listDecisions as listDecisionsEndpoint } from "#api/decisions.ts";
import { liftSuppression } from "#server/compliance/lift-suppression.ts";
import { listConsents } from "#server/compliance/list-consents.ts";
import { listDecisions } from "#server/compliance/list-decisions.ts";
import { listSuppressions } from "#server/compliance/list-suppressions.ts";
import { recordConsent } from "#server/compliance/record-consent.ts";
import { recordSuppression } from "#server/compliance/record-suppression.ts";
import { withdrawConsent } from "#server/compliance/withdraw-consent.ts";
import { type Route, route } from "#server/platform/routing.ts";

export const complianceRoutes: readonly Route[] = [
  route(api.recordSuppression, "suppressions:record", recordSuppression),
  route(api.listSuppressions, "contacts:read", listSuppressions),
  route(api.liftSuppression, "suppressions:lift", liftSuppression),
  route(api.recordConsent, "consents:record", recordConsent),
  route(api.listConsents, "contacts:read", listConsents),
  route(api.withdrawConsent, "consents:record", withdrawConsent),
  route(listDecisionsEndpoint, "decisions:read", listDecisions),
];
