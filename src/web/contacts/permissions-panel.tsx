import { Button, Group, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Consent, Suppression } from "#api/compliance.ts";
import type { Contact } from "#api/contacts.ts";
import { ConsentDialog } from "#web/contacts/consent-dialog.tsx";
import classes from "#web/contacts/contact.module.css";
import { LiftDialog } from "#web/contacts/lift-dialog.tsx";
import { OptOutDialog } from "#web/contacts/opt-out-dialog.tsx";
import { Panel } from "#web/contacts/panel.tsx";
import { useChangePermissions, usePermissions } from "#web/contacts/use-permissions.ts";
import { useNow } from "#web/platform/clock.ts";
import { useDates } from "#web/platform/dates.ts";
import { useMay } from "#web/platform/session.ts";
import { Loading } from "#web/ui/loading.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

/** What the person has forbidden and allowed, in plain words. */
export function PermissionsPanel({ contact }: { contact: Contact }) {
  const { t } = useTranslation("contacts");
  const { suppressions, consents } = usePermissions(contact.id);
  const [dialog, setDialog] = useState<"optOut" | "consent">();
  const mayStop = useMay("suppressions:record");
  const mayAllow = useMay("consents:record");
  const close = () => setDialog(undefined);
  const error = suppressions.error ?? consents.error;
  const refusals = suppressions.data?.items ?? [];
  const allowed = consents.data?.items ?? [];
  const isLoaded = suppressions.isSuccess && consents.isSuccess;
  return (
    <Panel title={t("permission.title")}>
      {error && <ProblemAlert error={error} />}
      {!isLoaded && !error && <Loading rows={2} height={28} />}
      {isLoaded && !refusals.some(({ endedAt }) => !endedAt) && <Text size="sm">{t("permission.noRefusal")}</Text>}
      {isLoaded && allowed.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("permission.noConsent")}
        </Text>
      )}
      <ul className={classes.list}>
        {refusals.map((refusal) => (
          <Refusal key={refusal.id} refusal={refusal} />
        ))}
        {allowed.map((consent) => (
          <Allowed key={consent.id} consent={consent} />
        ))}
      </ul>
      <Group gap={6} mt={8}>
        {mayStop && (
          <Button variant="default" size="compact-sm" onClick={() => setDialog("optOut")}>
            {t("optOut.open")}
          </Button>
        )}
        {mayAllow && (
          <Button variant="subtle" size="compact-sm" onClick={() => setDialog("consent")}>
            {t("consent.open")}
          </Button>
        )}
      </Group>
      <OptOutDialog contact={contact} opened={dialog === "optOut"} onClose={close} />
      <ConsentDialog contact={contact} opened={dialog === "consent"} onClose={close} />
    </Panel>
  );
}

function Refusal({ refusal }: { refusal: Suppression }) {
  const { t } = useTranslation("contacts");
  const dates = useDates();
  const now = useNow();
  const mayLift = useMay("exceptions:propose");
  const [isLifting, setLifting] = useState(false);
  const { kind, saidAt, channels, point, endedAt, ending } = refusal;
  const date = dates.date(saidAt, undefined, now);
  const reach = point === null ? t("permission.person") : t("permission.point", { point });
  const what = channels?.map((channel) => t(`channel.${channel}`, { defaultValue: channel }));
  return (
    <li>
      <div>
        <strong className={endedAt ? classes.faint : classes.stop}>{t(`suppression.${kind}`)}</strong>
        <div className={classes.soft}>
          {t("permission.said", { date })} · {what ? dates.list(what) : t("permission.allChannels")} · {reach}
        </div>
        {endedAt && ending && (
          <div className={classes.faint}>
            {t(`permission.ended.${ending}`, { date: dates.date(endedAt, undefined, now) })}
          </div>
        )}
      </div>
      {mayLift && !endedAt && (
        <Button variant="subtle" color="gray" size="compact-xs" onClick={() => setLifting(true)}>
          {t("lift.open")}
        </Button>
      )}
      <LiftDialog id={isLifting ? refusal.id : undefined} onClose={() => setLifting(false)} />
    </li>
  );
}

function Allowed({ consent }: { consent: Consent }) {
  const { t } = useTranslation("contacts");
  const dates = useDates();
  const now = useNow();
  const { withdraw } = useChangePermissions();
  const mayAllow = useMay("consents:record");
  const { channels, form, givenAt, expiresAt, withdrawnAt, words } = consent;
  const isOver = withdrawnAt !== null || (expiresAt !== null && expiresAt <= now);
  const what = channels.map((channel) => t(`channel.${channel}`, { defaultValue: channel }));
  return (
    <li>
      <div>
        <strong className={isOver ? classes.faint : ""}>{t("permission.agreed", { what: dates.list(what) })}</strong>
        <div className={classes.soft}>
          {dates.date(givenAt, undefined, now)} · {t(`form.${form}`)}
          {expiresAt && ` · ${t("permission.until", { date: dates.date(expiresAt, undefined, now) })}`}
        </div>
        {words && <div className={classes.soft}>“{words}”</div>}
        {withdrawnAt && (
          <div className={classes.stop}>
            {t("permission.withdrawn", { date: dates.date(withdrawnAt, undefined, now) })}
          </div>
        )}
        {withdraw.error && <ProblemAlert error={withdraw.error} />}
      </div>
      {mayAllow && !isOver && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate(consent.id)}
        >
          {t("permission.withdraw")}
        </Button>
      )}
    </li>
  );
}
