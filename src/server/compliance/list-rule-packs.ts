import type { RulePack, RulePackRow, RulePackSummary } from "#api/rule-packs.ts";
import { AppError } from "#domain/errors.ts";
import { allPacks } from "#domain/gate/all-packs.ts";
import type { Pack, Row } from "#domain/gate/packs/row.ts";
import { hashOfPack } from "#server/compliance/known-packs.ts";
import { readPackVersions } from "#server/compliance/rule-pack-queries.ts";
import { type Context, transaction } from "#server/platform/context.ts";

export async function listRulePacks(_ctx: Context): Promise<{ items: RulePackSummary[] }> {
  return { items: allPacks.map(summaryOf) };
}

export async function getRulePack(ctx: Context, { name }: { name: string }): Promise<RulePack> {
  const pack = allPacks.find((each) => each.name === name);
  if (!pack) throw new AppError("not_found", { rulePack: name });
  const versions = await transaction(ctx, (tx) => readPackVersions(tx, name));
  return {
    ...summaryOf(pack),
    rules: pack.rows.filter(({ rule }) => rule.kind !== "clock").map(rowOf),
    deadlines: pack.rows.flatMap(({ id, rule, says, citation }) =>
      rule.kind === "clock" ? [{ id, of: rule.of, period: rule.period, says, citation }] : [],
    ),
    calendars: pack.calendars ?? {},
    hash: hashOfPack(name) ?? "",
    versions,
  };
}

function summaryOf({ name, title, version, countries, region, rows }: Pack): RulePackSummary {
  return {
    name,
    title,
    version,
    countries: [...countries],
    region: region ?? null,
    rows: rows.length,
    contested: rows.filter(({ contested }) => contested).length,
    clocks: rows.filter(({ rule }) => rule.kind === "clock").length,
    unverified: rows.filter(({ confidence }) => confidence !== "V1").length,
  };
}

function rowOf(row: Row): RulePackRow {
  const { id, says, citation, confidence, source, basis = "law", contested = false, rule, when, unless = [] } = row;
  const { modes, audience, purposes, from, to, corrects } = row;
  return {
    id,
    says,
    citation,
    confidence,
    source,
    basis,
    contested,
    mechanism: rule.kind,
    rule: { ...rule },
    modes: modes ? [...modes] : null,
    audience: audience ? [...audience] : null,
    purposes: purposes === undefined || purposes === "all" ? (purposes ?? null) : [...purposes],
    when: when ?? null,
    unless: unless.map((lift) => ({ ...lift })),
    from: from ?? null,
    to: to ?? null,
    corrects: corrects ?? null,
  };
}
