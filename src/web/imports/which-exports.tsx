import { SimpleGrid, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "#web/imports/imports.module.css";

const sources = ["linkedin", "events", "bookings", "crm", "mail", "books", "forms", "tables"] as const;

/** Which exports work, how to come by them, and what each proves. */
export function WhichExports({ isOpen }: { isOpen: boolean }) {
  const { t } = useTranslation("imports");
  return (
    <details className={classes.which} open={isOpen}>
      <summary>
        <Title order={2} component="span" className={classes.summaryTitle ?? ""}>
          {t("which.title")}
        </Title>
      </summary>
      <Text c="dimmed" mb="sm" maw={680}>
        {t("which.text")}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }} spacing="sm">
        {sources.map((source) => (
          <section key={source} className={classes.source}>
            <Title order={3}>{t(`which.${source}.title`)}</Title>
            <Text size="sm">{t(`which.${source}.files`)}</Text>
            <Text size="sm" c="dimmed" mt={6}>
              {t(`which.${source}.proof`)}
            </Text>
          </section>
        ))}
      </SimpleGrid>
    </details>
  );
}
