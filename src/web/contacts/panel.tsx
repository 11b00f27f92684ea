import { Title } from "@mantine/core";
import { type ReactNode, useId } from "react";
import classes from "#web/contacts/contact.module.css";

type Props = { title: string; action?: ReactNode; children: ReactNode };

/** One subject of a person's page. */
export function Panel({ title, action, children }: Props) {
  const id = useId();
  return (
    <section className={classes.panel} aria-labelledby={id}>
      <div className={classes.panelHead}>
        <Title order={2} id={id}>
          {title}
        </Title>
        {action}
      </div>
      {children}
    </section>
  );
}
