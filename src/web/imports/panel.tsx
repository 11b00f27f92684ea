import { Text, Title } from "@mantine/core";
import { type ReactNode, useId } from "react";
import classes from "#web/imports/imports.module.css";

type Props = { title: string; text?: ReactNode; children?: ReactNode };

/** One subject of an import. */
export function Panel({ title, text, children }: Props) {
  const id = useId();
  return (
    <section className={classes.panel} aria-labelledby={id}>
      <Title order={2} id={id} mb={4}>
        {title}
      </Title>
      {text && (
        <Text c="dimmed" size="sm" mb={children ? "xs" : 0} maw={720}>
          {text}
        </Text>
      )}
      {children}
    </section>
  );
}
