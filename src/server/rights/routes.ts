import * as disclosure from "#api/disclosure.ts";
import * as api from "#api/person-requests.ts";
import { type Route, route } from "#server/platform/routing.ts";
import {
  correctPerson,
  erasePersonOfRequest,
  liftRestriction,
  objectForPerson,
  restrictPerson,
} from "#server/rights/carry-out.ts";
import { admitAgain, getCertificate, listCertificates } from "#server/rights/certificates.ts";
import { discloseContact, downloadPortable } from "#server/rights/disclose-contact.ts";
import { liftHold, listHolds, placeHold } from "#server/rights/holds.ts";
import { countRequests, getRequest, listRequests } from "#server/rights/list-requests.ts";
import {
  acknowledgeRequest,
  answerRequest,
  checkIdentity,
  extendRequest,
  linkRequest,
  refuseRequest,
  startRequest,
} from "#server/rights/move-request.ts";
import { takeRequest } from "#server/rights/take-request.ts";

export const rightsRoutes: readonly Route[] = [
  route(api.takeRequest, "rights:record", takeRequest),
  route(api.listRequests, "rights:read", listRequests),
  route(api.countRequests, "rights:read", countRequests),
  route(api.getRequest, "rights:read", getRequest),
  route(api.linkRequest, "rights:answer", linkRequest),
  route(api.acknowledgeRequest, "rights:answer", acknowledgeRequest),
  route(api.checkIdentity, "rights:answer", checkIdentity),
  route(api.startRequest, "rights:answer", startRequest),
  route(api.extendRequest, "rights:answer", extendRequest),
  route(api.answerRequest, "rights:answer", answerRequest),
  route(api.refuseRequest, "rights:answer", refuseRequest),
  route(api.correctPerson, "rights:answer", correctPerson),
  route(api.objectForPerson, "rights:answer", objectForPerson),
  route(api.restrictPerson, "rights:answer", restrictPerson),
  route(api.erasePerson, "rights:answer", erasePersonOfRequest),
  route(api.liftRestriction, "rights:answer", liftRestriction),

  route(disclosure.discloseContact, "rights:answer", discloseContact),
  route(disclosure.downloadPortable, "rights:answer", downloadPortable),
  route(disclosure.listCertificates, "rights:read", listCertificates),
  route(disclosure.getCertificate, "rights:read", getCertificate),
  route(disclosure.admitAgain, "rights:answer", admitAgain),
  route(disclosure.listHolds, "rights:read", listHolds),
  route(disclosure.placeHold, "rights:answer", placeHold),
  route(disclosure.liftHold, "rights:answer", liftHold),
];
