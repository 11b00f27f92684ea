import { ActionIcon, Button, Menu, Text } from "@mantine/core";
import { IconDots, IconEye } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Contact, type ContactPoint, PhoneLine } from "#api/contacts.ts";
import classes from "#web/contacts/contact.module.css";
import { Panel } from "#web/contacts/panel.tsx";
import { PointForm } from "#web/contacts/point-form.tsx";
import { useChangeContact } from "#web/contacts/use-contact.ts";
import { useMay } from "#web/platform/session.ts";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

/** Numbers and addresses, in part until somebody asks to see them, which is logged. */
export function PointsPanel({ contact }: { contact: Contact }) {
  const { t } = useTranslation("contacts");
  const { reveal } = useChangeContact();
  const mayReveal = useMay("numbers:reveal");
  const mayWrite = useMay("contacts:write");
  const [isAdding, setAdding] = useState(false);
  const whole = new Map((reveal.data?.points ?? []).map((point) => [point.id, point]));
  const isMasked = contact.points.some(({ id, masked }) => masked && !whole.has(id));
  return (
    <Panel
      title={t("point.title")}
      action={
        mayReveal &&
        isMasked && (
          <Button
            variant="default"
            size="compact-xs"
            leftSection={<IconEye size={14} aria-hidden />}
            loading={reveal.isPending}
            onClick={() => reveal.mutate(contact.id)}
          >
            {t("point.reveal")}
          </Button>
        )
      }
    >
      {reveal.error && <ProblemAlert error={reveal.error} />}
      {contact.points.length === 0 && <Text c="dimmed">{t("point.none")}</Text>}
      <ul className={classes.list}>
        {contact.points.map((point) => (
          <Point key={point.id} contactId={contact.id} point={whole.get(point.id) ?? point} />
        ))}
      </ul>
      {isMasked && (
        <Text size="xs" c="dimmed" mt={6}>
          {t(mayReveal ? "point.logged" : "point.maskedFor")}
        </Text>
      )}
      {mayWrite && !isAdding && (
        <Button variant="subtle" size="compact-sm" mt={6} onClick={() => setAdding(true)}>
          {t("point.add")}
        </Button>
      )}
      {isAdding && <PointForm contactId={contact.id} onDone={() => setAdding(false)} />}
    </Panel>
  );
}

function Point({ contactId, point }: { contactId: string; point: ContactPoint }) {
  const { t } = useTranslation("contacts");
  const mayWrite = useMay("contacts:write");
  const { updatePoint } = useChangeContact();
  const { id, kind, value, extension, label, line, state } = point;
  const change = (changes: { state?: ContactPoint["state"]; line?: ContactPoint["line"] }) =>
    updatePoint.mutate({ id: contactId, pointId: id, ...changes });
  const about = [
    t(`point.kind.${kind}`),
    label,
    kind === "phone" && t(line ? `line.${line}` : "line.unknown"),
    state !== "active" && t(`point.state.${state}`),
  ];
  return (
    <li className={state === "active" ? "" : (classes.closed ?? "")}>
      <div>
        <span className={classes.value}>
          {value}
          {extension && ` ${t("point.extension", { extension })}`}
        </span>
        <div className={`${classes.faint} ${classes.small}`}>{about.filter(Boolean).join(" · ")}</div>
        {updatePoint.error && <ProblemAlert error={updatePoint.error} />}
      </div>
      {mayWrite && (
        <Menu position="bottom-end" width={210}>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t("point.menu", { value })}>
              <IconDots size={16} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {(["active", "wrong", "withdrawn"] as const)
              .filter((each) => each !== state)
              .map((each) => (
                <Menu.Item key={each} onClick={() => change({ state: each })}>
                  {t(`point.mark.${each}`)}
                </Menu.Item>
              ))}
            {kind === "phone" && <Menu.Label>{t("line.title")}</Menu.Label>}
            {kind === "phone" &&
              PhoneLine.options.map((each) => (
                <Menu.Item key={each} onClick={() => change({ line: each })} disabled={each === line}>
                  {t(`line.${each}`)}
                </Menu.Item>
              ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  );
}
