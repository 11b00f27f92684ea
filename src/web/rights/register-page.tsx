import { Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { getProcessingRegister, type ProcessingRegister } from "#api/compliance-reports.ts";
import { useDates } from "#web/platform/dates.ts";
import { request } from "#web/platform/request.ts";
import { PrintButton } from "#web/rights/print-button.tsx";
import classes from "#web/rights/rights.module.css";
import { Loading } from "#web/ui/loading.tsx";
import { Page } from "#web/ui/page.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

/** GDPR Art. 30, from the configuration, to print. */
export function RegisterPage() {
  const { data, error, refetch } = useQuery({
    queryKey: ["compliance-reports", "register"],
    queryFn: () => request(getProcessingRegister, {}),
  });
  return (
    <Page maxWidth={920}>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={6} />}
      {data && <Register register={data} />}
    </Page>
  );
}

function Register({ register }: { register: ProcessingRegister }) {
  const { t } = useTranslation("rights");
  const dates = useDates();
  const { at, controller, activities } = register;
  const who = [controller.name, controller.country, controller.postalAddress, ...controller.registrations];
  return (
    <>
      <PageHeader title={t("register.title")} summary={t("register.summary", { when: dates.dateTime(at) })}>
        <PrintButton />
      </PageHeader>
      <Title order={2}>{t("register.controller")}</Title>
      <Text>{who.filter(Boolean).join(", ")}</Text>
      {activities.map((activity) => (
        <Activity key={activity.id} activity={activity} />
      ))}
      <Recipients register={register} />
      <Measures register={register} />
    </>
  );
}

function Activity({ activity }: { activity: ProcessingRegister["activities"][number] }) {
  const { t } = useTranslation("rights");
  const dates = useDates();
  const { id, purposes, bases, subjects, data, retention } = activity;
  const kept = retention.map(({ dataClass, months }) => {
    const name = t(`class.${dataClass}`);
    return months === null ? t("register.keptForGood", { name }) : t("register.monthsKept", { name, months });
  });
  return (
    <section className={classes.record}>
      <Title order={2}>{t(`activity.${id}`)}</Title>
      <dl className={classes.facts}>
        <dt>{t("register.purposes")}</dt>
        <dd>{dates.list(purposes.map((each) => t(`purpose.${each}`)))}</dd>
        <dt>{t("register.bases")}</dt>
        <dd>{dates.list(bases.map((each) => t(`basis.${each}`)))}</dd>
        <dt>{t("register.subjects")}</dt>
        <dd>{dates.list(subjects.map((each) => t(`subject.${each}`)))}</dd>
        <dt>{t("register.data")}</dt>
        <dd>{dates.list(data.map((each) => t(`place.${each}`)))}</dd>
        <dt>{t("register.retention")}</dt>
        <dd>
          {kept.map((line) => (
            <div key={line}>{line}</div>
          ))}
        </dd>
      </dl>
    </section>
  );
}

function Recipients({ register }: { register: ProcessingRegister }) {
  const { t, i18n } = useTranslation("rights");
  const { recipients, countries, customFields } = register;
  const names = new Intl.DisplayNames([i18n.language], { type: "region" });
  const members = recipients.members.map(({ role, count }) =>
    t("register.members", { role: t(`role.${role}`), count }),
  );
  const where = countries.map(
    ({ country, count }) => `${country ? names.of(country) : t("register.unknownCountry")} (${count})`,
  );
  return (
    <section className={classes.record}>
      <Title order={2}>{t("register.recipients")}</Title>
      <dl className={classes.facts}>
        <dt>{t("place.users")}</dt>
        <dd>{members.join(", ")}</dd>
        <dt>{t("register.programs")}</dt>
        <dd>{recipients.programs.join(", ") || t("register.noPrograms")}</dd>
        <dt>{t("register.countries")}</dt>
        <dd>{where.join(", ") || t("register.noPrograms")}</dd>
        <dt>{t("register.fields")}</dt>
        <dd>{customFields.join(", ") || t("register.noPrograms")}</dd>
      </dl>
    </section>
  );
}

function Measures({ register: { measures } }: { register: ProcessingRegister }) {
  const { t } = useTranslation("rights");
  return (
    <section className={classes.record}>
      <Title order={2}>{t("register.measures")}</Title>
      <ul className={classes.history}>
        {measures.map(({ id, on, detail }) => (
          <li key={id}>
            {t(`measure.${id}`)}
            {detail && ` (${detail})`}: {t(on ? "register.on" : "register.off")}
          </li>
        ))}
      </ul>
    </section>
  );
}
