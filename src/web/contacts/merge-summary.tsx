import { Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Contact } from "#api/contacts.ts";
import classes from "#web/contacts/contact.module.css";
import { mergePreview } from "#web/contacts/merge-preview.ts";
import { usePermissions } from "#web/contacts/use-permissions.ts";

/** What a merge would do, before it is done: what stays, what comes, and whose no holds. */
export function MergeSummary({ stays, goes }: { stays: Contact; goes: Contact }) {
  const { t } = useTranslation("contacts");
  const taken = mergePreview(stays, goes);
  const refusals = usePermissions(goes.id).suppressions.data?.items.filter(({ endedAt }) => !endedAt) ?? [];
  const points = goes.points.filter((point) => point.state === "active");
  const wordOf = (field: string, value: string) => (field === "audience" ? t(`audience.${value}`) : value);
  return (
    <Stack gap="sm">
      <Text>{t("merge.stays", { name: stays.fullName, other: goes.fullName })}</Text>
      <dl className={classes.facts}>
        {taken.map(({ field, value }) => (
          <div key={field} style={{ display: "contents" }}>
            <dt>{t(`fact.${field}`)}</dt>
            <dd>{wordOf(field, value)}</dd>
          </div>
        ))}
        <dt>{t("point.title")}</dt>
        <dd>{points.length > 0 ? points.map(({ value }) => value).join(", ") : t("merge.noPoints")}</dd>
      </dl>
      <p className={`${classes.notice} ${refusals.length > 0 ? (classes.refusal ?? "") : ""}`}>
        {refusals.length > 0
          ? t("merge.refused", { what: refusals.map(({ kind }) => t(`suppression.${kind}`)).join(", ") })
          : t("merge.strictest")}
      </p>
      <Text size="sm" c="dimmed">
        {t("merge.undo")}
      </Text>
    </Stack>
  );
}
