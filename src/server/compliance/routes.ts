import * as api from "#api/compliance.ts";
import * as conditions from "#api/conditions.ts";
import * as decisions from "#api/decisions.ts";
import * as exceptions from "#api/exceptions.ts";
import * as packs from "#api/rule-packs.ts";
import { decideException, endException } from "#server/compliance/decide-exception.ts";
import { endCondition, enterCondition, listConditions } from "#server/compliance/enter-condition.ts";
import { getDecision } from "#server/compliance/get-decision.ts";
import { listConsents } from "#server/compliance/list-consents.ts";
import { listDecisions } from "#server/compliance/list-decisions.ts";
import { listExceptions } from "#server/compliance/list-exceptions.ts";
import { getRulePack, listRulePacks } from "#server/compliance/list-rule-packs.ts";
import { listSuppressions } from "#server/compliance/list-suppressions.ts";
import { proposeLift, proposeOverride } from "#server/compliance/propose-exception.ts";
import { recordConsent } from "#server/compliance/record-consent.ts";
import { recordSuppression } from "#server/compliance/record-suppression.ts";
import { replayDecision } from "#server/compliance/replay-decision.ts";
import { whatIf } from "#server/compliance/what-if.ts";
import { withdrawConsent } from "#server/compliance/withdraw-consent.ts";
import { type Route, route } from "#server/platform/routing.ts";

export const complianceRoutes: readonly Route[] = [
  route(api.recordSuppression, "suppressions:record", recordSuppression),
  route(api.listSuppressions, "contacts:read", listSuppressions),
  route(api.recordConsent, "consents:record", recordConsent),
  route(api.listConsents, "contacts:read", listConsents),
  route(api.withdrawConsent, "consents:record", withdrawConsent),
  route(decisions.listDecisions, "decisions:read", listDecisions),
  route(decisions.whatIf, "decisions:read", whatIf),
  route(decisions.getDecision, "decisions:read", getDecision),
  route(decisions.replayDecision, "decisions:read", replayDecision),
  route(packs.listRulePacks, "packs:read", listRulePacks),
  route(packs.getRulePack, "packs:read", getRulePack),
  route(conditions.listConditions, "packs:read", listConditions),
  route(conditions.enterCondition, "conditions:write", enterCondition),
  route(conditions.endCondition, "conditions:write", endCondition),
  route(exceptions.listExceptions, "exceptions:read", listExceptions),
  route(exceptions.proposeOverride, "exceptions:propose", proposeOverride),
  route(exceptions.proposeLift, "exceptions:propose", proposeLift),
  route(exceptions.decideException, "exceptions:decide", decideException),
  route(exceptions.endException, "exceptions:read", endException),
];
