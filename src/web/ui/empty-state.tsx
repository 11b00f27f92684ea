import { Box, Group, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

type Props = {
  title: string;
  /** Says what would be here, and how it comes here. */
  text: string;
  /** The ways on, as buttons. */
  children?: ReactNode;
};

/** Where nothing is yet: teaches what belongs here and offers the way. */
export function EmptyState({ title, text, children }: Props) {
  return (
    <Box py={64} px="md">
      <Stack align="center" gap="xs" maw={440} mx="auto" ta="center">
        <Title order={2}>{title}</Title>
        <Text c="dimmed">{text}</Text>
        {children && (
          <Group mt="sm" gap="xs" justify="center">
            {children}
          </Group>
        )}
      </Stack>
    </Box>
  );
}
