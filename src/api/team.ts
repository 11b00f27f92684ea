import { z } from "zod";
import { Email, PersonName, RoleName } from "#api/account.ts";
import { endpoint, Nothing, PageInput, pageOf } from "#api/endpoint.ts";
import { Instant } from "#api/instant.ts";

/* The people of a workspace: members, teams, invitations, keys, and who saw what. */

const Id = z.object({ id: z.uuid() });
const TeamName = z.string().trim().min(1).max(200);

export const Member = z.object({
  userId: z.uuid(),
  name: PersonName,
  email: z.string(),
  role: RoleName,
  teamId: z.uuid().nullable(),
  twoFactorEnabled: z.boolean(),
  createdAt: Instant,
  deactivatedAt: Instant.nullable(),
});
export type Member = z.output<typeof Member>;

export const listMembers = endpoint({
  name: "listMembers",
  method: "GET",
  path: "/api/v1/members",
  summary: "The people of the workspace, by name",
  input: PageInput.extend({ deactivated: z.stringbool().default(false) }),
  output: pageOf(Member),
});

export const changeMember = endpoint({
  name: "changeMember",
  method: "PATCH",
  path: "/api/v1/members/{userId}",
  summary: "Change a member's role or team",
  input: z.object({ userId: z.uuid(), role: RoleName.optional(), teamId: z.uuid().nullable().optional() }),
  output: Nothing,
  refusals: ["conflict"],
});

export const deactivateMember = endpoint({
  name: "deactivateMember",
  method: "POST",
  path: "/api/v1/members/{userId}/deactivate",
  summary: "Shut a member out at once; what they did stays",
  input: z.object({ userId: z.uuid() }),
  output: Nothing,
  refusals: ["conflict"],
});

export const reactivateMember = endpoint({
  name: "reactivateMember",
  method: "POST",
  path: "/api/v1/members/{userId}/reactivate",
  summary: "Let a member in again",
  input: z.object({ userId: z.uuid() }),
  output: Nothing,
});

/** A path with its token: put the address of the installation before it and hand it to the person. */
const Link = z.object({ path: z.string(), expiresAt: Instant });

export const makePasswordLink = endpoint({
  name: "makePasswordLink",
  method: "POST",
  path: "/api/v1/members/{userId}/password-link",
  summary: "Make a link with which a member sets a new password",
  input: z.object({ userId: z.uuid(), clearSecondFactor: z.boolean().default(false) }),
  output: Link,
  secret: true,
});

export const Invitation = z.object({
  id: z.uuid(),
  email: z.string(),
  role: RoleName,
  teamId: z.uuid().nullable(),
  createdAt: Instant,
  expiresAt: Instant,
});

export const listInvitations = endpoint({
  name: "listInvitations",
  method: "GET",
  path: "/api/v1/invitations",
  summary: "Invitations that still wait, the newest first",
  input: PageInput,
  output: pageOf(Invitation),
});

export const invite = endpoint({
  name: "invite",
  method: "POST",
  path: "/api/v1/invitations",
  summary: "Invite somebody by link; an earlier invitation of the same address ends",
  input: z.object({ email: Email, role: RoleName, teamId: z.uuid().nullable().default(null) }),
  output: Invitation.extend({ path: z.string() }),
  secret: true,
  refusals: ["conflict"],
});

export const revokeInvitation = endpoint({
  name: "revokeInvitation",
  method: "DELETE",
  path: "/api/v1/invitations/{id}",
  summary: "Take an invitation back",
  input: Id,
  output: Nothing,
});

export const Team = z.object({ id: z.uuid(), name: TeamName, members: z.int() });

export const listTeams = endpoint({
  name: "listTeams",
  method: "GET",
  path: "/api/v1/teams",
  summary: "The teams, by name",
  input: PageInput,
  output: pageOf(Team),
});

export const createTeam = endpoint({
  name: "createTeam",
  method: "POST",
  path: "/api/v1/teams",
  summary: "Create a team",
  input: z.object({ name: TeamName }),
  output: Team,
  refusals: ["conflict"],
});

export const renameTeam = endpoint({
  name: "renameTeam",
  method: "PATCH",
  path: "/api/v1/teams/{id}",
  summary: "Rename a team",
  input: Id.extend({ name: TeamName }),
  output: Nothing,
  refusals: ["conflict"],
});

export const deleteTeam = endpoint({
  name: "deleteTeam",
  method: "DELETE",
  path: "/api/v1/teams/{id}",
  summary: "Delete a team; its members then belong to none",
  input: Id,
  output: Nothing,
});

export const ApiKey = z.object({
  id: z.uuid(),
  name: z.string(),
  /** The member as whom the key acts. */
  userId: z.uuid(),
  memberName: z.string(),
  /** What the key ends in, to tell it from others. */
  keyHint: z.string(),
  createdAt: Instant,
  lastUsedAt: Instant.nullable(),
});
export type ApiKey = z.output<typeof ApiKey>;

export const listApiKeys = endpoint({
  name: "listApiKeys",
  method: "GET",
  path: "/api/v1/api-keys",
  summary: "The keys that open the API, the newest first",
  input: PageInput,
  output: pageOf(ApiKey),
});

export const createApiKey = endpoint({
  name: "createApiKey",
  method: "POST",
  path: "/api/v1/api-keys",
  summary: "Create a key; it is shown this once",
  input: z.object({ name: z.string().trim().min(1).max(200), userId: z.uuid().optional() }),
  output: ApiKey.extend({ key: z.string() }),
  secret: true,
});

export const revokeApiKey = endpoint({
  name: "revokeApiKey",
  method: "DELETE",
  path: "/api/v1/api-keys/{id}",
  summary: "Revoke a key at once",
  input: Id,
  output: Nothing,
});

export const AccessLogEntry = z.object({
  id: z.uuid(),
  userId: z.uuid(),
  memberName: z.string(),
  action: z.string(),
  contactId: z.uuid().nullable(),
  contactName: z.string().nullable(),
  happenedAt: Instant,
});

export const listAccessLog = endpoint({
  name: "listAccessLog",
  method: "GET",
  path: "/api/v1/access-log",
  summary: "Who saw full numbers and who exported, the newest first",
  input: PageInput.extend({ userId: z.uuid().optional(), contactId: z.uuid().optional() }),
  output: pageOf(AccessLogEntry),
});
