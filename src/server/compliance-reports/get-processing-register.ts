import { sql } from "kysely";
import type { ProcessingRegister } from "#api/compliance-reports.ts";
import type { Preset } from "#api/settings.ts";
import { type DataClass, monthsKept } from "#domain/retention/data-classes.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { readRules } from "#server/retention/queries.ts";
import { loadWorkspace } from "#server/team/load-workspace.ts";

type Activity = Omit<ProcessingRegister["activities"][number], "retention"> & { kept: DataClass[] };

const purposesOf: Record<Preset, string> = {
  b2b_software: "marketing",
  financial_services: "marketing",
  real_estate: "marketing",
  recruiting: "recruiting",
  nonprofit: "fundraising",
  professional_services: "marketing",
};

/** What the program does with data of persons, whatever is configured; the figures are filled in. */
function activitiesOf(preset: Preset): Activity[] {
  const subjects = ["prospects", "customers", "referrers"];
  return [
    {
      ...{ id: "outreach", purposes: [purposesOf[preset], "appointment"], subjects },
      bases: ["legitimate_interest", "consent", "contract"],
      data: [
        "contacts",
        "contact_points",
        "touchpoints",
        "relationships",
        "tasks",
        "attempts",
        "outcomes",
        "standings",
      ],
      kept: ["untouched_contacts", "touchpoints", "call_detail"],
    },
    {
      ...{ id: "imports", purposes: ["taking_over_records"], subjects },
      bases: ["legitimate_interest", "consent"],
      data: ["imports", "import_rows", "import_chunks", "import_changes"],
      kept: ["import_files", "import_rows"],
    },
    {
      ...{ id: "permissions", purposes: ["proof_of_permission"], subjects },
      bases: ["legal_obligation"],
      data: ["consents", "suppressions", "decisions"],
      kept: ["decisions", "ended_consents"],
    },
    {
      ...{ id: "rights", purposes: ["answering_requests"], subjects },
      bases: ["legal_obligation"],
      data: ["person_requests", "contact_corrections", "legal_holds", "erased_points"],
      kept: ["closed_requests"],
    },
    {
      ...{ id: "team", purposes: ["access_control"], subjects: ["members"] },
      bases: ["contract", "legitimate_interest"],
      data: ["users", "memberships", "access_logs"],
      kept: ["access_log"],
    },
  ];
}

/** GDPR Art. 30(1), from what is configured and stored: nobody has to keep it by hand. */
export async function getProcessingRegister(ctx: Context): Promise<ProcessingRegister> {
  return transaction(ctx, async (tx) => {
    const { name, country, preset, settings } = await loadWorkspace(tx);
    const own = await readRules(tx);
    const { sellerName, sector, postalAddress, registrations } = settings;
    return {
      at: tx.now,
      controller: { name: sellerName || name, country, sector, postalAddress, registrations },
      activities: activitiesOf(preset).map(({ kept, ...activity }) => ({
        ...activity,
        retention: kept.map((dataClass) => ({ dataClass, months: monthsKept(dataClass, own) })),
      })),
      ...(await readFigures(tx)),
      measures: await measuresOf(tx, { masked: settings.maskNumbers, repsSee: settings.repsSee }),
    };
  });
}

type Figures = Pick<ProcessingRegister, "customFields" | "recipients" | "countries">;

async function readFigures(tx: Context): Promise<Figures> {
  const workspace = sql`${tx.actor.workspaceId}::uuid`;
  const fields = await sql<{ label: string }>`select label from custom_fields
    where workspace_id = ${workspace} and archived_at is null order by position, label`.execute(tx.db);
  const members = await sql<{ role: string; count: number }>`select role, count(*)::int as count from memberships
    where workspace_id = ${workspace} and deactivated_at is null group by role order by role`.execute(tx.db);
  const keys = await sql<{ name: string }>`select name from api_keys
    where workspace_id = ${workspace} and revoked_at is null order by name limit 500`.execute(tx.db);
  const countries = await sql<{ country: string | null; count: number }>`select country, count(*)::int as count
    from contacts where workspace_id = ${workspace} and state = 'active'
    group by country order by count desc, country limit 300`.execute(tx.db);
  return {
    customFields: fields.rows.map(({ label }) => label),
    recipients: { members: members.rows, programs: keys.rows.map(({ name }) => name) },
    countries: countries.rows,
  };
}

async function measuresOf(tx: Context, { masked, repsSee }: { masked: boolean; repsSee: string }) {
  const { rows } = await sql<{ members: number; withSecondFactor: number }>`
    select count(*)::int as members, (count(*) filter (where u.two_factor_enabled))::int as "withSecondFactor"
    from memberships m join users u on u.id = m.user_id
    where m.workspace_id = ${tx.actor.workspaceId}::uuid and m.deactivated_at is null`.execute(tx.db.withoutPlugins());
  const { members = 0, withSecondFactor = 0 } = rows[0] ?? {};
  return [
    { id: "row_level_security", on: true, detail: null },
    { id: "roles", on: true, detail: repsSee },
    { id: "masked_numbers", on: masked, detail: null },
    { id: "access_log", on: true, detail: null },
    { id: "signed_record", on: true, detail: null },
    { id: "second_factor", on: members > 0 && withSecondFactor === members, detail: `${withSecondFactor}/${members}` },
    { id: "erasure_everywhere", on: true, detail: null },
    { id: "no_telemetry", on: true, detail: null },
  ];
}
