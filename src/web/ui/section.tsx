import { Paper, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

type Props = { title: string; text?: ReactNode; children: ReactNode };

/** One subject of the settings. */
export function Section({ title, text, children }: Props) {
  return (
    <Paper withBorder p="md" mb="md" component="section" aria-label={title}>
      <Title order={2}>{title}</Title>
      {text && (
        <Text c="dimmed" size="sm" mt={2}>
          {text}
        </Text>
      )}
      <Stack gap="sm" mt="sm">
        {children}
      </Stack>
    </Paper>
  );
}
