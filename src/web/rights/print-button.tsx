import { Button } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "#web/rights/rights.module.css";

/** The page as a paper: the browser prints it, or makes a PDF of it. */
export function PrintButton() {
  const { t } = useTranslation("rights");
  return (
    <Button
      className={classes.noPrint ?? ""}
      variant="default"
      leftSection={<IconPrinter size={16} aria-hidden />}
      onClick={() => window.print()}
    >
      {t("access.print")}
    </Button>
  );
}
