import { Box, Paper, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { LanguageSwitch } from "#web/platform/language-switch.tsx";
import { usePageTitle } from "#web/platform/page-title.ts";
import classes from "#web/team/public-page.module.css";

type Props = { title: string; text?: ReactNode; children: ReactNode };

/** What stands around the screens that need no signing in. */
export function PublicPage({ title, text, children }: Props) {
  usePageTitle(title);
  return (
    <Box component="main" className={classes.page}>
      <Text className={classes.brand}>Warmline</Text>
      <Paper withBorder radius="lg" className={classes.card}>
        <Stack gap="md">
          <div>
            <Title order={1}>{title}</Title>
            {text && (
              <Text c="dimmed" mt={4}>
                {text}
              </Text>
            )}
          </div>
          {children}
        </Stack>
      </Paper>
      <LanguageSwitch />
    </Box>
  );
}
