/** Who may do what: the one table behind every door. */
export type Role = "rep" | "manager" | "compliance_officer" | "admin";
export const ROLES: readonly Role[] = ["rep", "manager", "compliance_officer", "admin"];

/** own = one's own and unassigned contacts; team = those of one's team; all = the workspace. */
export type Scope = "own" | "team" | "all";

type Row = Partial<Record<Role, Scope>>;

const everyone: Row = { rep: "all", manager: "all", compliance_officer: "all", admin: "all" };
const byReach: Row = { rep: "own", manager: "team", compliance_officer: "all", admin: "all" };
const workers: Row = { rep: "own", manager: "team", admin: "all" };
const leaders: Row = { manager: "all", admin: "all" };

export const POLICY = {
  "workspace:read": everyone,
  "contacts:read": byReach,
  "contacts:write": workers,
  "contacts:assign": { manager: "team", admin: "all" },
  "contacts:merge": { manager: "team", admin: "all" },
  "calls:make": workers,
  "queue:read": workers,
  "imports:run": workers,
  "imports:read": workers,
  "touchpoints:confirm": { manager: "team", admin: "all" },
  "playbooks:write": leaders,
  "kinds:write": leaders,
  "fields:write": leaders,
  "consents:record": byReach,
  "suppressions:record": byReach,
  "decisions:read": byReach,
  "numbers:reveal": { rep: "own", manager: "team", compliance_officer: "all", admin: "all" },
  "record:export": { manager: "team", compliance_officer: "all", admin: "all" },
  "record:verify": { compliance_officer: "all", admin: "all" },
  "policy:write": { compliance_officer: "all", admin: "all" },
  "people:manage": { admin: "all" },
  "keys:manage": { admin: "all" },
  "settings:write": { admin: "all" },
  "workspace:restore": { admin: "all" },
} as const satisfies Record<string, Row>;

export type Permission = keyof typeof POLICY;

/** How far the role's permission reaches; undefined = not at all. */
export function reachOf(role: Role, permission: Permission): Scope | undefined {
  const row: Row = POLICY[permission];
  return row[role];
}
