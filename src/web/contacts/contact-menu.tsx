import { ActionIcon, Menu } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconDots } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Contact } from "#api/contacts.ts";
import { MergeDialog } from "#web/contacts/merge-dialog.tsx";
import { OptOutDialog } from "#web/contacts/opt-out-dialog.tsx";
import { useChangeContact } from "#web/contacts/use-contact.ts";
import { useMay } from "#web/platform/session.ts";
import { useCommands } from "#web/platform/shortcuts.ts";
import { useErrorText } from "#web/ui/error-text.ts";

/** What is done with a person less often than a call. */
export function ContactMenu({ contact }: { contact: Contact }) {
  const { t } = useTranslation("contacts");
  const navigate = useNavigate();
  const { archive, restore } = useChangeContact();
  const problem = useErrorText(archive.error ?? restore.error);
  const [dialog, setDialog] = useState<"merge" | "optOut">();
  const mayMerge = useMay("contacts:merge") && contact.state === "active";
  const mayWrite = useMay("contacts:write");
  const mayCall = useMay("calls:make") && contact.state === "active";
  const mayStop = useMay("suppressions:record");
  const mayAnswer = useMay("rights:answer") && contact.state === "active";
  const params = { contactId: contact.id };
  const close = () => setDialog(undefined);
  const onError = () => notifications.show({ message: problem.text });
  const log = () => void navigate({ to: "/call/$contactId", params: { contactId: contact.id }, search: { log: true } });
  useCommands([
    ...(mayStop ? [{ id: "opt-out", label: t("optOut.open"), run: () => setDialog("optOut") }] : []),
    ...(mayMerge ? [{ id: "merge", label: t("merge.open"), run: () => setDialog("merge") }] : []),
    ...(mayCall ? [{ id: "log-call", label: t("logCall"), keys: "l", run: log }] : []),
  ]);
  return (
    <>
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={t("menu")}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {mayCall && <Menu.Item onClick={log}>{t("logCall")}</Menu.Item>}
          {mayStop && <Menu.Item onClick={() => setDialog("optOut")}>{t("optOut.open")}</Menu.Item>}
          {mayMerge && <Menu.Item onClick={() => setDialog("merge")}>{t("merge.open")}</Menu.Item>}
          {mayAnswer && (
            <>
              <Menu.Item onClick={() => void navigate({ to: "/compliance/requests", search: { of: contact.id } })}>
                {t("rights:new.open")}
              </Menu.Item>
              <Menu.Item onClick={() => void navigate({ to: "/contacts/$contactId/disclosure", params })}>
                {t("rights:link.disclosure")}
              </Menu.Item>
              <Menu.Item onClick={() => void navigate({ to: "/contacts/$contactId/consent-proof", params })}>
                {t("rights:link.proof")}
              </Menu.Item>
            </>
          )}
          {mayWrite && contact.state === "active" && (
            <Menu.Item onClick={() => archive.mutate(contact.id, { onError })}>{t("archive")}</Menu.Item>
          )}
          {mayWrite && contact.state === "withdrawn" && (
            <Menu.Item onClick={() => restore.mutate(contact.id, { onError })}>{t("restore")}</Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <OptOutDialog contact={contact} opened={dialog === "optOut"} onClose={close} />
      <MergeDialog contact={contact} opened={dialog === "merge"} onClose={close} />
    </>
  );
}
