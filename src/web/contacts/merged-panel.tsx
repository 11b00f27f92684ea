import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";
import type { Contact } from "#api/contacts.ts";
import classes from "#web/contacts/contact.module.css";
import { Panel } from "#web/contacts/panel.tsx";
import { useChangeContact } from "#web/contacts/use-contact.ts";
import { useMay } from "#web/platform/session.ts";
import { LocalTime } from "#web/ui/local-time.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

/** Who was merged into this contact, with the way back. */
export function MergedPanel({ contact }: { contact: Contact }) {
  const { t } = useTranslation("contacts");
  const { unmerge } = useChangeContact();
  const mayMerge = useMay("contacts:merge");
  if (contact.merged.length === 0) return null;
  const takeApart = (mergeId: string) =>
    unmerge.mutate(
      { id: contact.id, mergeId },
      {
        onSuccess: ({ kept }) =>
          notifications.show({
            message: t("merge.undone", { count: kept.touchpoints + kept.points + kept.fields.length }),
          }),
      },
    );
  return (
    <Panel title={t("merge.panel")}>
      <ul className={classes.list}>
        {contact.merged.map(({ mergeId, name, mergedAt }) => (
          <li key={mergeId}>
            <div>
              {name}
              <div className={classes.faint}>
                <LocalTime at={mergedAt} />
              </div>
            </div>
            {mayMerge && (
              <Button
                variant="default"
                size="compact-xs"
                loading={unmerge.isPending && unmerge.variables?.mergeId === mergeId}
                onClick={() => takeApart(mergeId)}
              >
                {t("merge.takeApart")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {unmerge.error && <ProblemAlert error={unmerge.error} />}
    </Panel>
  );
}
