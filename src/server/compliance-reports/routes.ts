import * as api from "#api/compliance-reports.ts";
import { countDecisions, getOptOutTimes } from "#server/compliance-reports/count-decisions.ts";
import { downloadCallDetail } from "#server/compliance-reports/download-call-detail.ts";
import { getConsentProof } from "#server/compliance-reports/get-consent-proof.ts";
import { getProcessingRegister } from "#server/compliance-reports/get-processing-register.ts";
import { type Route, route } from "#server/platform/routing.ts";

export const complianceReportRoutes: readonly Route[] = [
  route(api.getConsentProof, "rights:read", getConsentProof),
  route(api.downloadCallDetail, "record:export", downloadCallDetail, { transactions: "own" }),
  route(api.getProcessingRegister, "rights:read", getProcessingRegister),
  route(api.countDecisions, "decisions:read", countDecisions),
  route(api.getOptOutTimes, "rights:read", getOptOutTimes),
];
