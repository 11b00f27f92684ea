import { Checkbox, Select, Table, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { RulePack, RulePackRow } from "#api/rule-packs.ts";
import classes from "#web/gate/gate.module.css";
import { PackSearch } from "#web/gate/pack-search.ts";
import { RuleCard } from "#web/gate/rule-card.tsx";
import { NoAdvice } from "#web/gate/rule-packs-page.tsx";
import { useRulePack } from "#web/gate/use-rule-packs.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { LinkButton } from "#web/ui/link-button.tsx";
import { Loading } from "#web/ui/loading.tsx";
import { LocalTime } from "#web/ui/local-time.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";
import { SectionHead } from "#web/ui/section-head.tsx";

const route = getRouteApi("/signed-in/frame/compliance/packs/$pack");

/** One pack, to be read by a lawyer: what each rule says, by which source, and what is contested. */
export function RulePackPage() {
  const { t } = useTranslation("gate");
  const { pack: name } = route.useParams();
  const { data: pack, error, isPending, refetch } = useRulePack(name);
  if (isPending) return <Loading rows={5} height={90} />;
  if (error) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <SectionHead
        title={pack.title}
        text={[
          `${pack.name} ${pack.version}`,
          t("packs.rows", { count: pack.rows }),
          pack.contested > 0 && t("packs.contested", { count: pack.contested }),
          pack.unverified > 0 && t("packs.unverified", { count: pack.unverified }),
        ]
          .filter(Boolean)
          .join(" · ")}
      >
        <LinkButton to="/compliance/packs" variant="default">
          {t("packs.all")}
        </LinkButton>
      </SectionHead>
      <NoAdvice />
      <Rules rules={pack.rules} />
      <Deadlines deadlines={pack.deadlines} />
      <Versions versions={pack.versions} />
    </>
  );
}

function Rules({ rules }: { rules: RulePackRow[] }) {
  const { t } = useTranslation("gate");
  const { pack } = route.useParams();
  const search = route.useSearch();
  const navigate = useNavigate();
  const change = (changes: PackSearch) => {
    const wanted = PackSearch.parse({ ...search, ...changes });
    void navigate({ to: "/compliance/packs/$pack", params: { pack }, search: wanted, replace: true });
  };
  const shown = rules.filter((rule) => isWanted(rule, search));
  const mechanisms = [...new Set(rules.map(({ mechanism }) => mechanism))];
  return (
    <>
      <search className={classes.filters} aria-label={t("packs.filter")}>
        <TextInput
          type="search"
          label={t("packs.find")}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={search.q ?? ""}
          maxLength={60}
          onChange={({ currentTarget }) => change({ ...search, q: currentTarget.value || undefined })}
        />
        <Select
          label={t("packs.mechanism")}
          data={mechanisms.map((value) => ({ value, label: t(`mechanism.${value}`, { defaultValue: value }) }))}
          value={search.does ?? null}
          onChange={(does) => change({ ...search, does: does ?? undefined })}
          clearable
        />
        <Checkbox
          label={t("packs.onlyContested")}
          checked={search.contested === true}
          onChange={({ currentTarget }) => change({ ...search, contested: currentTarget.checked || undefined })}
        />
      </search>
      {shown.length === 0 && <EmptyState title={t("packs.noRule")} text={t("packs.noRuleText")} />}
      {shown.map((rule) => (
        <RuleCard key={`${rule.id} ${rule.says}`} rule={rule} />
      ))}
    </>
  );
}

function isWanted(rule: RulePackRow, { q = "", does, contested }: PackSearch): boolean {
  if (contested && !rule.contested) return false;
  if (does && rule.mechanism !== does) return false;
  const words = `${rule.id} ${rule.says} ${rule.citation}`.toLocaleLowerCase();
  return words.includes(q.trim().toLocaleLowerCase());
}

function Deadlines({ deadlines }: Pick<RulePack, "deadlines">) {
  const { t } = useTranslation("gate");
  if (deadlines.length === 0) return null;
  return (
    <section className={classes.panel} style={{ marginTop: 14 }} aria-label={t("packs.deadlines")}>
      <h2>{t("packs.deadlines")}</h2>
      <Table.ScrollContainer minWidth={520}>
        <Table aria-label={t("packs.deadlines")}>
          <Table.Tbody>
            {deadlines.map(({ id, of, period, says, citation }) => (
              <Table.Tr key={`${id} ${of}`}>
                <Table.Th scope="row">{t(`clock.${of}`, { defaultValue: of })}</Table.Th>
                <Table.Td>{period}</Table.Td>
                <Table.Td lang="en">{says}</Table.Td>
                <Table.Td lang="en">
                  <code>{id}</code> {citation}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}

function Versions({ versions }: Pick<RulePack, "versions">) {
  const { t } = useTranslation("gate");
  if (versions.length === 0) return null;
  return (
    <section className={classes.panel} style={{ marginTop: 14 }} aria-label={t("packs.versions")}>
      <h2>{t("packs.versions")}</h2>
      <ul className={classes.duties}>
        {versions.map(({ version, hash, storedAt }) => (
          <li key={hash}>
            {version} · <code>{hash.slice(0, 10)}</code> · <LocalTime at={storedAt} />
          </li>
        ))}
      </ul>
    </section>
  );
}
