import { Select, TextInput } from "@mantine/core";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { RecordedDecision } from "#api/decisions.ts";
import { ContactSelect } from "#web/contacts/contact-select.tsx";
import { useOwners } from "#web/contacts/use-owners.ts";
import { DecisionSearch } from "#web/gate/decision-search.ts";
import classes from "#web/gate/gate.module.css";
import { useDecisions } from "#web/gate/use-decisions.ts";
import { useGateText } from "#web/gate/use-gate-text.ts";
import { VerdictMark } from "#web/gate/verdict-mark.tsx";
import { LinkButton } from "#web/ui/link-button.tsx";
import { LocalTime } from "#web/ui/local-time.tsx";
import { RecordLine, RecordList } from "#web/ui/record-list.tsx";
import { SectionHead } from "#web/ui/section-head.tsx";

const route = getRouteApi("/signed-in/frame/compliance/decisions");

/** What the gate decided at every attempt: found again by person, rep, answer, rule and day. */
export function DecisionsPage() {
  const { t } = useTranslation("gate");
  const search = route.useSearch();
  const pages = useDecisions(search);
  const isFiltered = Object.values(search).some((value) => value !== undefined);
  const empty = isFiltered ? "found" : "yet";
  return (
    <>
      <SectionHead title={t("decisions.title")} text={t("decisions.text")}>
        <LinkButton to="/compliance/what-if" variant="default">
          {t("whatIf.open")}
        </LinkButton>
      </SectionHead>
      <Filters search={search} />
      <RecordList
        pages={pages}
        label={t("decisions.title")}
        empty={{ title: t(`decisions.none.${empty}`), text: t(`decisions.noneText.${empty}`) }}
      >
        {(recorded) => <Line recorded={recorded} />}
      </RecordList>
    </>
  );
}

function Line({ recorded }: { recorded: RecordedDecision }) {
  const { t } = useTranslation("gate");
  const { record, why } = useGateText();
  const { id, contactName, channel, verdict, decidedAt, decidedFor, decision } = recorded;
  const { rule } = why(decision);
  return (
    <RecordLine
      mark={<VerdictMark verdict={verdict} />}
      title={
        <Link to="/compliance/decisions/$decisionId" params={{ decisionId: id }}>
          {contactName}
        </Link>
      }
      aside={
        <>
          <LocalTime at={decidedAt} />
          <div>
            {decidedFor.name} · {t(`channel.${channel}`, { defaultValue: channel })}
          </div>
        </>
      }
    >
      {record(decision)}
      {decision.contested && <span className={classes.mark}>{t("contested")}</span>}
      {verdict !== "allow" && rule && (
        <div className={classes.source}>
          <code>{rule.id}</code> · <span lang="en">{rule.citation}</span>
        </div>
      )}
    </RecordLine>
  );
}

function Filters({ search }: { search: DecisionSearch }) {
  const { t } = useTranslation("gate");
  const navigate = useNavigate();
  const owners = useOwners();
  const change = (changes: DecisionSearch) => {
    const wanted = DecisionSearch.parse({ ...search, ...changes });
    void navigate({ to: "/compliance/decisions", search: wanted, replace: true });
  };
  const verdicts = DecisionSearch.shape.verdict.unwrap().unwrap().options;
  return (
    <search className={classes.filters} aria-label={t("decisions.filters")}>
      <ContactSelect
        label={t("decisions.person")}
        value={search.contact}
        onChange={(contact) => change({ ...search, contact })}
      />
      <Select
        label={t("decisions.rep")}
        data={owners}
        value={search.rep ?? null}
        onChange={(rep) => change({ ...search, rep: rep ?? undefined })}
        searchable
        clearable
      />
      <Select
        label={t("decisions.answer")}
        data={verdicts.map((value) => ({ value, label: t(`verdict.${value}`) }))}
        value={search.verdict ?? null}
        onChange={(value) => change({ ...search, verdict: verdicts.find((each) => each === value) })}
        clearable
      />
      <TextInput
        key={search.rule}
        label={t("decisions.rule")}
        placeholder="US-FL-HOURS"
        maxLength={60}
        defaultValue={search.rule ?? ""}
        onBlur={({ currentTarget }) => change({ ...search, rule: currentTarget.value.trim() || undefined })}
        onKeyDown={(event) => {
          if (event.key === "Enter") change({ ...search, rule: event.currentTarget.value.trim() || undefined });
        }}
      />
      {(["from", "to"] as const).map((edge) => (
        <TextInput
          key={edge}
          type="date"
          label={t(`decisions.${edge}`)}
          value={search[edge] ?? ""}
          onChange={({ currentTarget }) => change({ ...search, [edge]: currentTarget.value || undefined })}
        />
      ))}
    </search>
  );
}
