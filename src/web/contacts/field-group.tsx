import { Fieldset, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";

type Props = { title: string; text?: string; children: ReactNode };

/** Fields of one subject. */
export function FieldGroup({ title, text, children }: Props) {
  return (
    <Fieldset legend={title} radius="lg" p="md" bg="var(--wl-card)">
      <Stack gap="sm">
        {text && (
          <Text size="sm" c="dimmed">
            {text}
          </Text>
        )}
        {children}
      </Stack>
    </Fieldset>
  );
}
