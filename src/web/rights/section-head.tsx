import { Group, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { usePageTitle } from "#web/platform/page-title.ts";

type Props = { title: string; summary: string /** The page's actions. */; children?: ReactNode };

/** The head of a page below the section's tabs; also names the window. */
export function SectionHead({ title, summary, children }: Props) {
  usePageTitle(title);
  return (
    <>
      <Group justify="space-between" align="center" gap="xs" mih={36}>
        <Title order={2}>{title}</Title>
        {children && <Group gap="xs">{children}</Group>}
      </Group>
      <Text c="dimmed" mb="sm">
        {summary}
      </Text>
    </>
  );
}
