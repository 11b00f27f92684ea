import { useTranslation } from "react-i18next";
import { LinkButton } from "#web/ui/link-button.tsx";

/** The way out of a call that cannot be made. */
export function BackToToday() {
  const { t } = useTranslation("call-queue");
  return (
    <LinkButton to="/today" variant="default" mt="sm">
      {t("call.backToday")}
    </LinkButton>
  );
}
