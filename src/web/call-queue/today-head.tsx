import { Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type Queue, QueueTab } from "#api/queue.ts";
import classes from "#web/call-queue/today.module.css";
import { useCurrentCall } from "#web/call-queue/use-current-call.ts";
import { useWording } from "#web/call-queue/use-wording.ts";
import { joinSentences } from "#web/platform/sentences.ts";
import { useSession } from "#web/platform/session.ts";
import { LinkButton } from "#web/ui/link-button.tsx";

type Props = { queue: Pick<Queue, "counts" | "summary">; tab: QueueTab };

const noon = 12;
const evening = 18;

/** The greeting, the day in one sentence, and the parts of the queue. */
export function TodayHead({ queue: { counts, summary }, tab }: Props) {
  const { t } = useTranslation("call-queue");
  const { user } = useSession();
  const { dates, now } = useWording();
  const name = user.name.split(/\s/)[0] ?? user.name;
  return (
    <>
      <div className={classes.head}>
        <Title order={1}>{t(`today.${partOfDay(now.getHours())}`, { name })}</Title>
        <Text c="dimmed" visibleFrom="sm">
          {dates.longDay(now)}, {dates.time(now)}
        </Text>
      </div>
      <p className={classes.summary}>{counts && summary && <Summary counts={counts} summary={summary} />}</p>
      <OpenCall />
      <nav className={classes.tabs} aria-label={t("today.tabs")}>
        {QueueTab.options.map((each) => (
          <Link
            key={each}
            to="/today"
            search={{ tab: each }}
            className={classes.tab}
            activeProps={{}}
            aria-current={each === tab ? "true" : undefined}
          >
            {t(`today.tab.${each}`)} {counts && boundedCount(counts[each])}
          </Link>
        ))}
      </nav>
    </>
  );
}

function Summary({
  counts,
  summary,
}: {
  counts: NonNullable<Queue["counts"]>;
  summary: NonNullable<Queue["summary"]>;
}) {
  const { t, i18n } = useTranslation("call-queue");
  const { count, more } = counts.to_call;
  const sentences = [
    more ? t("today.toCallMore", { count }) : t("today.toCall", { count }),
    summary.expecting > 0 && t("today.expecting", { count: summary.expecting }),
    summary.closingSoon > 0 && t("today.closing", { count: summary.closingSoon }),
  ];
  return joinSentences(sentences, i18n.language);
}

/** A call whose outcome is missing stands in the way of the next one, so the way back to it is on top. */
function OpenCall() {
  const { t } = useTranslation("call-queue");
  const attempt = useCurrentCall().data?.attempt;
  if (!attempt) return null;
  return (
    <Text mb="sm">
      {t("today.openCall.text", { name: attempt.contactName })}{" "}
      <LinkButton
        to="/call/$contactId"
        params={{ contactId: attempt.contactId }}
        variant="default"
        size="compact-sm"
        ml={4}
      >
        {t("today.openCall.back")}
      </LinkButton>
    </Text>
  );
}

function boundedCount({ count, more }: { count: number; more: boolean }): string {
  return more ? `${count}+` : String(count);
}

function partOfDay(hour: number): "morning" | "afternoon" | "evening" {
  if (hour < noon) return "morning";
  return hour < evening ? "afternoon" : "evening";
}
