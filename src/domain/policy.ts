/** Who may do what: the one table behind every door. Its rows are those of the handbook, "Who may do what". */
export type Role = "rep" | "manager" | "compliance_officer" | "admin";
export const ROLES: readonly Role[] = ["rep", "manager", "compliance_officer", "admin"];

/** own = one's own and unassigned contacts; team = those of one's team; all = the workspace. */
export type Scope = "own" | "team" | "all";

/** What the policy needs to know of a person: the role, and what the workspace decided about its reps. */
export type Rights = { role: Role; repsSee: Scope; maskNumbers: boolean };

type Row = Partial<Record<Role, Scope>>;

const everyone: Row = { rep: "all", manager: "all", compliance_officer: "all", admin: "all" };
const byReach: Row = { rep: "own", manager: "team", compliance_officer: "all", admin: "all" };
const workers: Row = { rep: "own", manager: "team", admin: "all" };
const leaders: Row = { manager: "all", admin: "all" };
const overseers: Row = { compliance_officer: "all", admin: "all" };

export const POLICY = {
  "workspace:read": everyone,
  "contacts:read": byReach,
  "contacts:write": workers,
  "contacts:assign": { manager: "team", admin: "all" },
  "contacts:merge": { manager: "team", admin: "all" },
  "calls:make": workers,
  "queue:read": byReach,
  "imports:run": workers,
  "imports:read": workers,
  "touchpoints:confirm": { manager: "team", admin: "all" },
  "playbooks:write": leaders,
  "kinds:write": leaders,
  "fields:write": leaders,
  "consents:record": byReach,
  "suppressions:record": byReach,
  "exceptions:propose": { manager: "team", admin: "all" },
  "exceptions:decide": { compliance_officer: "all" },
  "exceptions:read": { manager: "team", compliance_officer: "all", admin: "all" },
  "conditions:write": { compliance_officer: "all" },
  "decisions:read": byReach,
  "packs:read": { manager: "all", compliance_officer: "all", admin: "all" },
  "lists:read": overseers,
  "lists:import": overseers,
  "lists:withdraw": { compliance_officer: "all" },
  "numbers:reveal": byReach,
  "rights:read": { manager: "team", compliance_officer: "all", admin: "all" },
  "rights:record": { manager: "team", compliance_officer: "all" },
  "rights:answer": { compliance_officer: "all" },
  "retention:write": { admin: "all" },
  "retention:run": overseers,
  "record:export": { manager: "team", compliance_officer: "all", admin: "all" },
  "record:verify": overseers,
  "access:read": overseers,
  "policy:write": overseers,
  "people:manage": { admin: "all" },
  "keys:manage": { admin: "all" },
  "settings:write": { admin: "all" },
  "workspace:restore": { admin: "all" },
} as const satisfies Record<string, Row>;

export type Permission = keyof typeof POLICY;

/** Where a workspace lets its reps see more than their own, they may also work there. */
const widened: readonly Permission[] = [
  "contacts:read",
  "contacts:write",
  "calls:make",
  "queue:read",
  "numbers:reveal",
];

/** How far the person's permission reaches; undefined = not at all. */
export function reachOf(person: Rights, permission: Permission): Scope | undefined {
  const row: Row = POLICY[permission];
  if (person.role !== "rep") return row[person.role];
  if (permission === "numbers:reveal" && person.maskNumbers) return undefined;
  return widened.includes(permission) ? person.repsSee : row.rep;
}
