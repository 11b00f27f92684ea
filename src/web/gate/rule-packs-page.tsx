import { Alert, TextInput } from "@mantine/core";
import { IconScale, IconSearch } from "@tabler/icons-react";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { RulePackSummary } from "#api/rule-packs.ts";
import classes from "#web/gate/packs.module.css";
import { useRulePacks } from "#web/gate/use-rule-packs.ts";
import { useCommands } from "#web/platform/shortcuts.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Loading } from "#web/ui/loading.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";
import { SectionHead } from "#web/ui/section-head.tsx";

const route = getRouteApi("/signed-in/frame/compliance/packs");
const searchId = "pack-search";

/** The laws that the gate decides by, one pack for each jurisdiction. */
export function RulePacksPage() {
  const { t, i18n } = useTranslation("gate");
  const { q = "" } = route.useSearch();
  const navigate = useNavigate();
  const { data, error, isPending, refetch } = useRulePacks();
  useCommands([
    { id: "search-packs", label: t("packs.search"), keys: "/", run: () => document.getElementById(searchId)?.focus() },
  ]);
  const regions = new Intl.DisplayNames([i18n.language], { type: "region", fallback: "code" });
  const nameOf = ({ countries: [country], region, title }: RulePackSummary) =>
    country && !region && /^[A-Z]{2}$/.test(country) ? `${title} ${regions.of(country)}` : title;
  const wanted = q.trim().toLocaleLowerCase();
  const packs = (data?.items ?? []).filter((pack) =>
    `${pack.name} ${nameOf(pack)}`.toLocaleLowerCase().includes(wanted),
  );
  const groups = (["own", "countries", "regions"] as const).map((group) => ({
    group,
    packs: packs.filter((pack) => groupOf(pack) === group),
  }));
  return (
    <>
      <SectionHead title={t("packs.title")} text={t("packs.text")} />
      <NoAdvice />
      <TextInput
        id={searchId}
        type="search"
        maw={420}
        mb="sm"
        leftSection={<IconSearch size={16} aria-hidden />}
        aria-label={t("packs.search")}
        placeholder={t("packs.search")}
        maxLength={60}
        value={q}
        onChange={({ currentTarget: { value } }) =>
          void navigate({ to: "/compliance/packs", search: value ? { q: value } : {}, replace: true })
        }
      />
      {isPending && <Loading rows={6} height={44} />}
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data && packs.length === 0 && <EmptyState title={t("packs.none")} text={t("packs.noneText")} />}
      {groups
        .filter(({ packs: found }) => found.length > 0)
        .map(({ group, packs: found }) => (
          <section key={group} aria-label={t(`packs.group.${group}`)}>
            <h3 className={classes.group}>
              {t(`packs.group.${group}`)} <span>{found.length}</span>
            </h3>
            <ul className={classes.packs}>
              {found.map((pack) => (
                <PackCard key={pack.name} pack={pack} />
              ))}
            </ul>
          </section>
        ))}
    </>
  );
}

/** Everywhere where a law is shown. */
export function NoAdvice() {
  const { t } = useTranslation("gate");
  return (
    <Alert variant="default" icon={<IconScale aria-hidden />} title={t("packs.advice.title")} mb="sm">
      {t("packs.advice.text")}
    </Alert>
  );
}

function groupOf({ countries, region }: RulePackSummary): "own" | "countries" | "regions" {
  if (countries.length === 0) return "own";
  return region ? "regions" : "countries";
}

function PackCard({ pack: { name, title, version, rows, contested } }: { pack: RulePackSummary }) {
  const { t } = useTranslation("gate");
  return (
    <li>
      <Link to="/compliance/packs/$pack" params={{ pack: name }} className={classes.pack}>
        <span className={classes.title} lang="en">
          {title}
        </span>
        <span className={classes.facts}>
          <code>{name}</code> {version}
        </span>
        <span className={classes.facts}>
          {t("packs.rows", { count: rows })}
          {contested > 0 && ` · ${t("packs.contested", { count: contested })}`}
        </span>
      </Link>
    </li>
  );
}
