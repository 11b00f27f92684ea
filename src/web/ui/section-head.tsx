import { Group, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { usePageTitle } from "#web/platform/page-title.ts";

type Props = { title: string; text?: ReactNode; children?: ReactNode };

/** The head of one page of a section: what stands here, and what can be done. It also names the window. */
export function SectionHead({ title, text, children }: Props) {
  usePageTitle(title);
  return (
    <Group justify="space-between" align="flex-start" gap="xs" mb="sm">
      <div style={{ flex: "1 1 320px", minWidth: 0 }}>
        <Title order={2}>{title}</Title>
        {text && <Text c="dimmed">{text}</Text>}
      </div>
      {children && <Group gap="xs">{children}</Group>}
    </Group>
  );
}
