import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ListedConsent } from "#api/compliance.ts";
import { ConsentDialog } from "#web/permissions/consent-dialog.tsx";
import { useChangeRecord, useConsents } from "#web/permissions/use-record.ts";
import { WhoseFilter, WhoseLink } from "#web/permissions/whose.tsx";
import { WithdrawConsentDialog } from "#web/permissions/withdraw-consent-dialog.tsx";
import { useNow } from "#web/platform/clock.ts";
import { useDates } from "#web/platform/dates.ts";
import { useMay } from "#web/platform/session.ts";
import { useCommands } from "#web/platform/shortcuts.ts";
import { KeyHint } from "#web/ui/key-hint.tsx";
import { RecordLine, RecordList } from "#web/ui/record-list.tsx";
import { SectionHead } from "#web/ui/section-head.tsx";

const route = getRouteApi("/signed-in/frame/compliance/consents");

/** Every permission on record, in the words that were used, with its proof and its end. */
export function ConsentsPage() {
  const { t } = useTranslation("permissions");
  const search = route.useSearch();
  const navigate = useNavigate();
  const pages = useConsents(search);
  const record = useChangeRecord();
  const mayRecord = useMay("consents:record");
  const [isAdding, setAdding] = useState(false);
  const [withdrawn, setWithdrawn] = useState<ListedConsent>();
  useCommands(
    mayRecord ? [{ id: "new-consent", label: t("consents.new"), keys: "n", run: () => setAdding(true) }] : [],
  );
  const add = mayRecord && (
    <Button
      variant="default"
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => setAdding(true)}
      aria-keyshortcuts="n"
    >
      {t("consents.new")} <KeyHint keys="n" />
    </Button>
  );
  return (
    <>
      <SectionHead title={t("consents.title")} text={t("consents.text")}>
        {add}
      </SectionHead>
      <WhoseFilter
        search={search}
        onChange={(next) => void navigate({ to: "/compliance/consents", search: next, replace: true })}
      />
      <RecordList
        pages={pages}
        label={t("consents.title")}
        empty={{ title: t("consents.none"), text: t("consents.noneText") }}
      >
        {(consent) => <Line consent={consent} onWithdraw={mayRecord ? setWithdrawn : undefined} />}
      </RecordList>
      <ConsentDialog key={String(isAdding)} opened={isAdding} onClose={() => setAdding(false)} record={record} />
      <WithdrawConsentDialog
        key={withdrawn?.id}
        consent={withdrawn}
        onClose={() => setWithdrawn(undefined)}
        record={record}
      />
    </>
  );
}

type LineProps = { consent: ListedConsent; onWithdraw: ((consent: ListedConsent) => void) | undefined };

function Line({ consent, onWithdraw }: LineProps) {
  const { t } = useTranslation("permissions");
  const now = useNow();
  const dates = useDates();
  const { contactId, contactName, point, channels, form, givenAt, words, withdrawnAt, voidAt, expiresAt } = consent;
  const isOver = withdrawnAt !== null || voidAt !== null || (expiresAt !== null && expiresAt <= now);
  const what = dates.list(channels.map((each) => t(`contacts:channel.${each}`, { defaultValue: each })));
  const date = (at: Date) => dates.date(at, undefined, now);
  const ends = [
    withdrawnAt && t("consents.withdrawn", { date: date(withdrawnAt) }),
    voidAt && t("consents.void", { date: date(voidAt) }),
    expiresAt && t(expiresAt <= now ? "consents.expired" : "consents.until", { date: date(expiresAt) }),
  ].filter((each) => each !== null);
  return (
    <RecordLine
      title={
        <span style={isOver ? { color: "var(--wl-soft)" } : undefined}>
          <WhoseLink contactId={contactId} name={contactName} point={point} /> · {what}
        </span>
      }
      aside={
        onWithdraw &&
        !isOver && (
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => onWithdraw(consent)}
            aria-label={t("consents.withdrawOf", { name: contactName ?? point ?? "" })}
          >
            {t("consents.withdraw")}
          </Button>
        )
      }
    >
      <div>{words ? `“${words}”` : t("consents.noWords")}</div>
      <div>
        {[date(givenAt), t(`contacts:form.${form}`), ...factsOf(consent, t), evidenceText(consent, t), ...ends]
          .filter(Boolean)
          .join(" · ")}
      </div>
    </RecordLine>
  );
}

type Translate = ReturnType<typeof useTranslation<"permissions">>["t"];

function factsOf({ givenBy, point, purpose, subject, times, ongoing, names }: ListedConsent, t: Translate): string[] {
  return [
    givenBy === "third_party" ? t("consents.thirdParty") : "",
    point ?? t("consents.everyNumber"),
    t(`gate:purpose.${purpose}`, { defaultValue: purpose }),
    subject ?? "",
    times === "any" ? t("consents.anyTime") : (times ?? ""),
    ongoing ? t("consents.ongoing") : "",
    ...(names ?? []).map((name) => t(`consents.names.${name}`)),
  ].filter(Boolean);
}

function evidenceText({ evidence }: ListedConsent, t: Translate): string {
  const facts = Object.values(evidence).filter((value) => typeof value === "string" || typeof value === "number");
  return facts.length > 0 ? t("gate:evidence", { what: facts.join(", ") }) : t("consents.noEvidence");
}
