import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "#web/imports/imports.module.css";
import { useImports } from "#web/imports/use-imports.ts";
import { useSession } from "#web/platform/session.ts";
import { LinkButton } from "#web/ui/link-button.tsx";

/** Of several files that came together, the one that is next. */
export function NextFile({ after }: { after: string }) {
  const { t } = useTranslation("imports");
  const { user } = useSession();
  const next = useImports().imports.findLast(
    ({ id, state, createdBy }) => id !== after && state === "waiting" && createdBy.id === user.id,
  );
  if (!next) return null;
  return (
    <div className={`${classes.card} ${classes.next}`}>
      <Text className={`${classes.grow} ${classes.name}`}>{t("next.waits", { fileName: next.fileName })}</Text>
      <LinkButton to="/import/$importId" params={{ importId: next.id }} search={{}} variant="default">
        {t("next.go")}
      </LinkButton>
    </div>
  );
}
