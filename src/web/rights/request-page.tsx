import { Text } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { PersonRequestWithHistory } from "#api/person-requests.ts";
import { useMay } from "#web/platform/session.ts";
import { useDay } from "#web/rights/day.tsx";
import { Due } from "#web/rights/due.tsx";
import { LiftStep } from "#web/rights/lift-step.tsx";
import { RequestHistory } from "#web/rights/request-history.tsx";
import { RequestSteps } from "#web/rights/request-steps.tsx";
import { useWhose } from "#web/rights/requests-page.tsx";
import classes from "#web/rights/rights.module.css";
import { useRequest } from "#web/rights/use-requests.ts";
import { AnchorLink } from "#web/ui/anchor-link.tsx";
import { Loading } from "#web/ui/loading.tsx";
import { LocalTime } from "#web/ui/local-time.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";
import { Section } from "#web/ui/section.tsx";
import { SectionHead } from "#web/ui/section-head.tsx";

const route = getRouteApi("/signed-in/frame/compliance/requests/$requestId");

/** One request: what is asked, by when, what was done, and what comes next. */
export function RequestPage() {
  const { t } = useTranslation("rights");
  const { requestId } = route.useParams();
  const { data, error, refetch } = useRequest(requestId);
  return (
    <>
      <AnchorLink to="/compliance/requests" size="sm" c="dimmed" underline="hover">
        ← {t("request.back")}
      </AnchorLink>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={5} />}
      {data && <Request request={data} />}
    </>
  );
}

function Request({ request }: { request: PersonRequestWithHistory }) {
  const { t } = useTranslation("rights");
  const whose = useWhose(request);
  const mayAnswer = useMay("rights:answer");
  return (
    <>
      <SectionHead title={`${t(`kind.${request.kind}`)}: ${whose}`} text={t(`state.${request.state}`)} />
      <div className={classes.columns}>
        <div>
          <Facts request={request} />
          <Section title={t("request.history")}>
            <RequestHistory events={request.events} />
          </Section>
        </div>
        <Section title={t("request.next")}>
          {request.closedAt ? <Text>{t("request.nothingLeft")}</Text> : <RequestSteps request={request} />}
          {request.contact?.restrictedAt && mayAnswer && <LiftStep contactId={request.contact.id} />}
        </Section>
      </div>
    </>
  );
}

function Facts({ request }: { request: PersonRequestWithHistory }) {
  const { t } = useTranslation("rights");
  const { contact, law, channel, receivedAt, replyTo, words, refusal, answer, certificateId } = request;
  return (
    <Section title={t("request.facts")}>
      <dl className={classes.facts}>
        <dt>{t("list.due")}</dt>
        <dd>
          <Due request={request} />
          <Clock request={request} />
        </dd>
        <dt>{t("list.law")}</dt>
        <dd>
          {law.citation}
          <Text size="sm" className={classes.faint}>
            {t(`law.${law.basis}`)}
          </Text>
        </dd>
        {contact && (
          <>
            <dt>{t("request.contact")}</dt>
            <dd>
              <AnchorLink to="/contacts/$contactId" params={{ contactId: contact.id }}>
                {contact.name}
              </AnchorLink>
            </dd>
          </>
        )}
        <dt>{t("request.received")}</dt>
        <dd>
          <LocalTime at={receivedAt} />, {t(`channel.${channel}`)}
        </dd>
        <Fact name={t("request.replyTo")} value={replyTo} />
        <Fact name={t("request.words")} value={words} />
        <Fact name={t("request.refusal")} value={refusal && t(`reason.${refusal}`)} />
        <Fact name={t("request.answer")} value={answer} />
        {certificateId && (
          <>
            <dt>{t("request.certificate")}</dt>
            <dd>
              <AnchorLink to="/compliance/certificates/$certificateId" params={{ certificateId }}>
                {certificateId.slice(0, 8)}
              </AnchorLink>
            </dd>
          </>
        )}
      </dl>
    </Section>
  );
}

/** What else the clock wants. */
function Clock({ request }: { request: PersonRequestWithHistory }) {
  const { t } = useTranslation("rights");
  const day = useDay();
  const { acknowledgeBy, acknowledgedAt, extendableTo, extendedAt, actAtOnce, closedAt } = request;
  if (closedAt) return null;
  return (
    <Text size="sm" className={classes.faint} component="div">
      {actAtOnce && <div className={classes.late}>{t("due.atOnce")}</div>}
      {acknowledgeBy && !acknowledgedAt && <div>{t("due.acknowledge", { day: day(acknowledgeBy) })}</div>}
      {extendedAt && <div>{t("due.extended")}</div>}
      {extendableTo && !extendedAt && <div>{t("due.extendable", { day: day(extendableTo) })}</div>}
    </Text>
  );
}

function Fact({ name, value }: { name: string; value: string | null }) {
  if (!value) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
