import { Group, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { usePageTitle } from "#web/platform/page-title.ts";

type Props = {
  title: string;
  /** One sentence that says what the page tells. */
  summary?: ReactNode;
  /** Beside the title: the page's actions. */
  children?: ReactNode;
};

/** The head of a screen; also names the window. */
export function PageHeader({ title, summary, children }: Props) {
  usePageTitle(title);
  return (
    <header>
      <Group justify="space-between" align="center" gap="xs" mih={36}>
        <Title order={1} tabIndex={-1}>
          {title}
        </Title>
        {children && <Group gap="xs">{children}</Group>}
      </Group>
      {summary && (
        <Text c="dimmed" mb="sm">
          {summary}
        </Text>
      )}
    </header>
  );
}
