import { z } from "zod";
import { endpoint, Nothing } from "#api/endpoint.ts";
import { Instant } from "#api/instant.ts";
import { Country, Language, Preset } from "#api/settings.ts";
import { type Permission, POLICY, ROLES } from "#domain/policy.ts";

/* One's own account: who am I, the first start, links to a password, sessions. */

export const passwordLengthMin = 10;
export const passwordLengthMax = 128;

export const Password = z.string().min(passwordLengthMin).max(passwordLengthMax);
export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email());
export const PersonName = z.string().trim().min(1).max(200);
export const RoleName = z.enum(ROLES);
/** What a link carries after its `#`, where neither proxies nor logs see it. */
export const LinkToken = z.string().min(1).max(200);

const permissions = Object.keys(POLICY) as [Permission, ...Permission[]];

export const Me = z.object({
  user: z.object({
    id: z.uuid(),
    name: PersonName,
    email: z.string(),
    /** Null: as the workspace has it. */
    language: Language.nullable(),
    twoFactorEnabled: z.boolean(),
  }),
  workspaces: z.array(z.object({ slug: z.string(), name: z.string(), role: RoleName })),
  /** Null while a person of several workspaces has chosen none. */
  current: z
    .object({
      workspaceId: z.uuid(),
      slug: z.string(),
      name: z.string(),
      role: RoleName,
      teamId: z.uuid().nullable(),
      language: Language,
      timeZone: z.string(),
      /** Only those that the person has. */
      permissions: z.partialRecord(z.enum(permissions), z.enum(["own", "team", "all"])),
      /** Whether numbers and addresses are shown in part to this person. */
      numbersMasked: z.boolean(),
    })
    .nullable(),
});
export type Me = z.output<typeof Me>;

export const getMe = endpoint({
  name: "getMe",
  method: "GET",
  path: "/api/v1/me",
  summary: "Who is signed in, in which workspace, with which permissions",
  input: Nothing,
  output: Me,
});

export const changeMe = endpoint({
  name: "changeMe",
  method: "PATCH",
  path: "/api/v1/me",
  summary: "Change one's own name and language",
  input: z.object({ name: PersonName.optional(), language: Language.nullable().optional() }),
  output: Nothing,
});

export const chooseWorkspace = endpoint({
  name: "chooseWorkspace",
  method: "PUT",
  path: "/api/v1/me/workspace",
  summary: "Choose the workspace that this session works in",
  input: z.object({ slug: z.string().min(1).max(63) }),
  output: Nothing,
});

export const listSessions = endpoint({
  name: "listSessions",
  method: "GET",
  path: "/api/v1/me/sessions",
  summary: "One's own sessions, the newest first",
  input: Nothing,
  output: z.object({
    items: z.array(
      z.object({
        id: z.uuid(),
        isCurrent: z.boolean(),
        userAgent: z.string().nullable(),
        address: z.string().nullable(),
        createdAt: Instant,
        expiresAt: Instant,
      }),
    ),
  }),
});

export const endSession = endpoint({
  name: "endSession",
  method: "DELETE",
  path: "/api/v1/me/sessions/{id}",
  summary: "End one of one's own sessions",
  input: z.object({ id: z.uuid() }),
  output: Nothing,
});

export const getSetup = endpoint({
  name: "getSetup",
  method: "GET",
  path: "/api/v1/setup",
  summary: "Whether this installation still waits for its first workspace",
  input: Nothing,
  output: z.object({
    needed: z.boolean(),
    /** Asked from another machine: the token that the server printed at its start must be given. */
    tokenRequired: z.boolean(),
  }),
});

export const CreateWorkspace = z.object({
  setupToken: LinkToken.optional(),
  name: z.string().trim().min(1).max(200),
  preset: Preset.default("b2b_software"),
  language: Language.default("en"),
  country: Country.nullable().default(null),
  timeZone: z.string().min(1).max(64).default("Etc/UTC"),
  person: z.object({ name: PersonName, email: Email, password: Password }),
});
export type CreateWorkspace = z.output<typeof CreateWorkspace>;

export const createWorkspace = endpoint({
  name: "createWorkspace",
  method: "POST",
  path: "/api/v1/workspaces",
  summary: "Create the first workspace and its first admin; later ones are made with `warmline setup`",
  input: CreateWorkspace,
  output: z.object({ slug: z.string() }),
  refusals: ["workspace_exists", "setup_token_wrong", "conflict"],
});

export const readPasswordLink = endpoint({
  name: "readPasswordLink",
  method: "POST",
  path: "/api/v1/password-links/read",
  summary: "Whose password a link sets",
  input: z.object({ token: LinkToken }),
  output: z.object({ email: z.string(), name: z.string() }),
  refusals: ["link_expired"],
});

export const setPassword = endpoint({
  name: "setPassword",
  method: "POST",
  path: "/api/v1/password-links/use",
  summary: "Set a password by link, once; ends every session of the person",
  input: z.object({ token: LinkToken, password: Password }),
  output: z.object({ email: z.string() }),
  refusals: ["link_expired"],
});

export const readInvitation = endpoint({
  name: "readInvitation",
  method: "POST",
  path: "/api/v1/invitations/read",
  summary: "What an invitation is to",
  input: z.object({ token: LinkToken }),
  output: z.object({
    workspaceName: z.string(),
    email: z.string(),
    role: RoleName,
    /** The person signs in and accepts; otherwise gives a name and a password. */
    hasAccount: z.boolean(),
  }),
  refusals: ["link_expired"],
});

export const AcceptInvitation = z.object({
  token: LinkToken,
  /** For somebody without an account. */
  person: z.object({ name: PersonName, password: Password, language: Language.optional() }).optional(),
});
export type AcceptInvitation = z.output<typeof AcceptInvitation>;

export const acceptInvitation = endpoint({
  name: "acceptInvitation",
  method: "POST",
  path: "/api/v1/invitations/accept",
  summary: "Join a workspace by invitation, once",
  input: AcceptInvitation,
  output: z.object({ slug: z.string(), email: z.string() }),
  refusals: ["link_expired"],
});
