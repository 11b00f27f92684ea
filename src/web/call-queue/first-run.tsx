import { Button, Code, CopyButton, Group, Paper, SimpleGrid, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Page } from "#web/ui/page.tsx";

const demoCommand = "npx warmline demo";

/** Before anybody is there: the two ways to begin. */
export function FirstRun() {
  const { t } = useTranslation("call-queue");
  return (
    <Page maxWidth={860}>
      <Title order={1} mt="xl">
        {t("firstRun.title")}
      </Title>
      <Text c="dimmed" mb="lg" maw={560}>
        {t("firstRun.text")}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Paper withBorder radius="lg" p="lg">
          <Title order={2}>{t("firstRun.import.title")}</Title>
          <Text c="dimmed" my="xs">
            {t("firstRun.import.text")}
          </Text>
          <Button component="a" href="/import" mt="xs">
            {t("firstRun.import.go")}
          </Button>
        </Paper>
        <Paper withBorder radius="lg" p="lg">
          <Title order={2}>{t("firstRun.demo.title")}</Title>
          <Text c="dimmed" my="xs">
            {t("firstRun.demo.text")}
          </Text>
          <Group gap="xs" mt="xs">
            <Code fz="sm">{demoCommand}</Code>
            <CopyButton value={demoCommand}>
              {({ copied, copy }) => (
                <Button variant="default" size="compact-sm" onClick={copy}>
                  {copied ? t("firstRun.demo.copied") : t("firstRun.demo.copy")}
                </Button>
              )}
            </CopyButton>
          </Group>
        </Paper>
      </SimpleGrid>
    </Page>
  );
}
