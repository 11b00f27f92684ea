import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";

/** Says in a corner that a change was kept. */
export function useSayDone(): () => void {
  const { t } = useTranslation("team");
  return () => notifications.show({ message: t("done.saved"), withBorder: true, autoClose: 2500 });
}
