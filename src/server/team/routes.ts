import * as account from "#api/account.ts";
import { watchNotices as watchNoticesEndpoint } from "#api/notices.ts";
import * as settings from "#api/settings.ts";
import * as team from "#api/team.ts";
import { personRoute, type Route, route } from "#server/platform/routing.ts";
import { acceptInvitation } from "#server/team/accept-invitation.ts";
import { changeMe } from "#server/team/change-me.ts";
import { changeMember } from "#server/team/change-member.ts";
import { changePolicy, changeWorkspace } from "#server/team/change-workspace.ts";
import { chooseWorkspace } from "#server/team/choose-workspace.ts";
import { createApiKey } from "#server/team/create-api-key.ts";
import { createTeam } from "#server/team/create-team.ts";
import { createWorkspace } from "#server/team/create-workspace.ts";
import { deactivateMember } from "#server/team/deactivate-member.ts";
import { deleteTeam } from "#server/team/delete-team.ts";
import { endSession } from "#server/team/end-session.ts";
import { getMe } from "#server/team/get-me.ts";
import { invite } from "#server/team/invite.ts";
import { listAccessLog } from "#server/team/list-access-log.ts";
import { listApiKeys } from "#server/team/list-api-keys.ts";
import { listInvitations } from "#server/team/list-invitations.ts";
import { listMembers } from "#server/team/list-members.ts";
import { listSessions } from "#server/team/list-sessions.ts";
import { listTeams } from "#server/team/list-teams.ts";
import { loadWorkspace } from "#server/team/load-workspace.ts";
import { makePasswordLink } from "#server/team/make-password-link.ts";
import { reactivateMember } from "#server/team/reactivate-member.ts";
import { readInvitation } from "#server/team/read-invitation.ts";
import { readPasswordLink } from "#server/team/read-password-link.ts";
import { renameTeam } from "#server/team/rename-team.ts";
import { revokeApiKey } from "#server/team/revoke-api-key.ts";
import { revokeInvitation } from "#server/team/revoke-invitation.ts";
import { setPassword } from "#server/team/set-password.ts";
import { getSetup } from "#server/team/setup-token.ts";
import { watchNotices } from "#server/team/watch-notices.ts";

export const teamRoutes: readonly Route[] = [
  route(watchNoticesEndpoint, "workspace:read", watchNotices, { transactions: "own" }),
  personRoute(account.getSetup, "anyone", getSetup),
  personRoute(account.createWorkspace, "anyone", createWorkspace),
  personRoute(account.readPasswordLink, "anyone", readPasswordLink),
  personRoute(account.setPassword, "anyone", setPassword),
  personRoute(account.readInvitation, "anyone", readInvitation),
  personRoute(account.acceptInvitation, "anyone", acceptInvitation),

  personRoute(account.getMe, "signed_in", getMe),
  personRoute(account.changeMe, "signed_in", changeMe),
  personRoute(account.chooseWorkspace, "signed_in", chooseWorkspace),
  personRoute(account.listSessions, "signed_in", listSessions),
  personRoute(account.endSession, "signed_in", endSession),

  route(settings.getWorkspace, "workspace:read", loadWorkspace),
  route(settings.changeWorkspace, "settings:write", changeWorkspace),
  route(settings.changePolicy, "policy:write", changePolicy),

  route(team.listMembers, "workspace:read", listMembers),
  route(team.changeMember, "people:manage", changeMember),
  route(team.deactivateMember, "people:manage", deactivateMember),
  route(team.reactivateMember, "people:manage", reactivateMember),
  route(team.makePasswordLink, "people:manage", makePasswordLink),

  route(team.listInvitations, "people:manage", listInvitations),
  route(team.invite, "people:manage", invite),
  route(team.revokeInvitation, "people:manage", revokeInvitation),

  route(team.listTeams, "workspace:read", listTeams),
  route(team.createTeam, "people:manage", createTeam),
  route(team.renameTeam, "people:manage", renameTeam),
  route(team.deleteTeam, "people:manage", deleteTeam),

  route(team.listApiKeys, "keys:manage", listApiKeys),
  route(team.createApiKey, "keys:manage", createApiKey),
  route(team.revokeApiKey, "keys:manage", revokeApiKey),

  route(team.listAccessLog, "access:read", listAccessLog),
];
