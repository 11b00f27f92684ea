import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Exception } from "#api/exceptions.ts";
import { WhoseLink } from "#web/permissions/whose.tsx";
import { useNow } from "#web/platform/clock.ts";
import { useDates } from "#web/platform/dates.ts";
import { useMay, useSession } from "#web/platform/session.ts";
import { RecordLine } from "#web/ui/record-list.tsx";

type LineProps = { exception: Exception; onDecide: (approve: boolean) => void; onEnd: () => void };

/** One proposal: what, whose, why, by whom; and what this reader can do about it. */
export function ExceptionLine({ exception, onDecide, onEnd }: LineProps) {
  const { t } = useTranslation("permissions");
  const dates = useDates();
  const now = useNow();
  const { kind, contact, rule, suppression, reason, evidence, expiresAt, proposedAt, proposedBy, state } = exception;
  const { decidedAt, decidedBy, note } = exception;
  const date = (at: Date) => dates.date(at, undefined, now);
  const what =
    kind === "lift" && suppression
      ? t("exceptions.lift", { no: t(`contacts:suppression.${suppression.kind}`) })
      : t("exceptions.override", { rule: rule ?? "" });
  return (
    <RecordLine
      title={
        <>
          <WhoseLink contactId={contact?.id ?? null} name={contact?.name ?? null} point={suppression?.point ?? null} />{" "}
          · {what}
        </>
      }
      aside={<Ways exception={exception} onDecide={onDecide} onEnd={onEnd} />}
    >
      <div>{reason}</div>
      {evidence && <div>{t("gate:evidence", { what: evidence })}</div>}
      <div>
        {[
          t(`exceptions.states.${state}`),
          t("exceptions.proposed", { name: proposedBy.name, date: date(proposedAt) }),
          decidedBy && decidedAt && t("exceptions.decided", { name: decidedBy.name, date: date(decidedAt) }),
          expiresAt && t("exceptions.until", { date: date(expiresAt) }),
          note,
        ]
          .filter(Boolean)
          .join(" · ")}
      </div>
    </RecordLine>
  );
}

function Ways({ exception: { kind, state, proposedBy }, onDecide, onEnd }: LineProps) {
  const { t } = useTranslation("permissions");
  const { user } = useSession();
  const mayDecide = useMay("exceptions:decide");
  const isMine = proposedBy.userId === user.id;
  if (state === "proposed" && mayDecide && !isMine) {
    return (
      <Group gap={6}>
        <Button size="compact-sm" onClick={() => onDecide(true)}>
          {t("exceptions.approve")}
        </Button>
        <Button variant="default" size="compact-sm" onClick={() => onDecide(false)}>
          {t("exceptions.reject")}
        </Button>
      </Group>
    );
  }
  const mayEnd = (state === "proposed" && isMine) || (state === "approved" && kind === "override");
  if (!mayEnd) return state === "proposed" ? t("exceptions.waits") : null;
  return (
    <Button variant="default" size="compact-sm" onClick={onEnd}>
      {t(state === "proposed" ? "exceptions.takeBack" : "exceptions.end")}
    </Button>
  );
}
