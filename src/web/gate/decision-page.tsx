import { Alert, Anchor, Button, Table, Text } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { DecisionDetails, Replay } from "#api/decisions.ts";
import classes from "#web/gate/gate.module.css";
import { GateAnswer } from "#web/gate/gate-answer.tsx";
import { RequestFacts } from "#web/gate/request-facts.tsx";
import { useDecision, useReplay } from "#web/gate/use-decisions.ts";
import { useGateText } from "#web/gate/use-gate-text.ts";
import { LinkButton } from "#web/ui/link-button.tsx";
import { Loading } from "#web/ui/loading.tsx";
import { LocalTime } from "#web/ui/local-time.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";
import { SectionHead } from "#web/ui/section-head.tsx";

const route = getRouteApi("/signed-in/frame/compliance/decisions/$decisionId");

/** One decision, as it can be shown to a regulator: the answer, the question, what it rests on; and decided again. */
export function DecisionPage() {
  const { decisionId } = route.useParams();
  const { data: details, error, isPending, refetch } = useDecision(decisionId);
  if (isPending) return <Loading rows={4} height={90} />;
  if (error) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  return <Details details={details} />;
}

function Details({ details }: { details: DecisionDetails }) {
  const { t } = useTranslation("gate");
  const { record, duties } = useGateText();
  const { id, decision, decidedAt, decidedFor, contactName, contactId, channel, attempt, packs } = details;
  const obligations = duties(decision);
  const what = t(`channel.${channel}`, { defaultValue: channel });
  return (
    <>
      <SectionHead
        title={t("decision.title", { name: contactName, channel: what })}
        text={
          <>
            <LocalTime at={decidedAt} /> · {t("decision.for", { name: decidedFor.name })} ·{" "}
            {attempt ? t(`decision.attempt.${attempt.origin}`) : t("decision.attempt.none")} ·{" "}
            <Anchor renderRoot={(props) => <Link {...props} to="/contacts/$contactId" params={{ contactId }} />}>
              {t("decision.contact")}
            </Anchor>
          </>
        }
      >
        <LinkButton to="/compliance/what-if" search={{ decision: id }} variant="default">
          {t("whatIf.open")}
        </LinkButton>
      </SectionHead>
      <div className={classes.columns}>
        <div>
          <section className={classes.panel} aria-label={t("decision.answer")}>
            <h2>{t("decision.answer")}</h2>
            <GateAnswer decision={decision} sentence={record(decision)} />
            {obligations.length > 0 && (
              <>
                <h2 style={{ marginTop: 14 }}>{t("duties", { count: obligations.length })}</h2>
                <ul className={classes.duties}>
                  {obligations.map(({ id: rule, text, citation }) => (
                    <li key={rule}>
                      {text}
                      <div className={classes.source}>
                        <code>{rule}</code> · <span lang="en">{citation}</span>
                      </div>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </section>
          <Again id={id} />
        </div>
        <div>
          <section className={classes.panel} aria-label={t("decision.question")}>
            <h2>{t("decision.question")}</h2>
            <RequestFacts request={details.request} />
          </section>
          <section className={classes.panel} aria-label={t("decision.packs")}>
            <h2>{t("decision.packs")}</h2>
            <Packs packs={packs} />
          </section>
        </div>
      </div>
    </>
  );
}

function Packs({ packs }: Pick<DecisionDetails, "packs">) {
  const { t } = useTranslation("gate");
  return (
    <Table.ScrollContainer minWidth={300}>
      <Table aria-label={t("decision.packs")}>
        <Table.Tbody>
          {packs.map(({ name, version, hash, isCurrent }) => (
            <Table.Tr key={name}>
              <Table.Td>
                <Anchor
                  renderRoot={(props) => <Link {...props} to="/compliance/packs/$pack" params={{ pack: name }} />}
                >
                  {name}
                </Anchor>
              </Table.Td>
              <Table.Td>{version}</Table.Td>
              <Table.Td title={hash}>
                <code>{hash.slice(0, 10)}</code>
              </Table.Td>
              <Table.Td>{isCurrent ? t("decision.current") : t("decision.changed")}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** The same question, put again by the packs of that day: an honest record gives the same answer. */
function Again({ id }: { id: string }) {
  const { t } = useTranslation("gate");
  const replay = useReplay();
  return (
    <section className={classes.panel} aria-label={t("replay.title")}>
      <h2>{t("replay.title")}</h2>
      <Text size="sm" c="dimmed" mb="xs">
        {t("replay.text")}
      </Text>
      <Button variant="default" loading={replay.isPending} onClick={() => replay.mutate(id)}>
        {t("replay.do")}
      </Button>
      {replay.error && <ProblemAlert error={replay.error} />}
      {replay.data && <Replayed replay={replay.data} />}
    </section>
  );
}

function Replayed({ replay: { same, differences, replayed, byCurrentPacks } }: { replay: Replay }) {
  const { t } = useTranslation("gate");
  const { record } = useGateText();
  return (
    <Alert variant="default" role="status" mt="sm" title={same ? t("replay.same") : t("replay.differs")}>
      {!same && (
        <>
          <Text size="sm">{t("replay.in", { fields: differences.join(", ") })}</Text>
          <GateAnswer decision={replayed} sentence={record(replayed)} />
        </>
      )}
      <Text size="sm" mt={4}>
        {t("replay.today", { sentence: record(byCurrentPacks) })}
      </Text>
    </Alert>
  );
}
