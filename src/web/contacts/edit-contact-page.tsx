import { Button, Group, Stack } from "@mantine/core";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Contact } from "#api/contacts.ts";
import { GateFields, OtherFields, WhoFields } from "#web/contacts/contact-fields.tsx";
import { type ContactValues, changesOf, valuesOf } from "#web/contacts/contact-values.ts";
import { useChangeContact, useContact } from "#web/contacts/use-contact.ts";
import { useCustomFields } from "#web/contacts/use-custom-fields.ts";
import { useCommands } from "#web/platform/shortcuts.ts";
import { KeyHint } from "#web/ui/key-hint.tsx";
import { LinkButton } from "#web/ui/link-button.tsx";
import { Loading } from "#web/ui/loading.tsx";
import { Page } from "#web/ui/page.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

const route = getRouteApi("/signed-in/frame/contacts/$contactId/edit");

/** Changes the facts of one person. */
export function EditContactPage() {
  const { contactId } = route.useParams();
  const { data, error, refetch } = useContact(contactId);
  return (
    <Page maxWidth={820}>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={4} height={120} />}
      {data && <Form contact={data} />}
    </Page>
  );
}

function Form({ contact }: { contact: Contact }) {
  const { t } = useTranslation("contacts");
  const navigate = useNavigate();
  const { update } = useChangeContact();
  const { active } = useCustomFields();
  // What the person saw: the contact may be read anew while the form is open.
  const [seen] = useState(contact);
  const [values, setValues] = useState(() => valuesOf(seen));
  const params = { contactId: seen.id };
  const back = () => void navigate({ to: "/contacts/$contactId", params });
  const save = () => {
    const changes = changesOf(valuesOf(seen), values, active);
    if (Object.keys(changes).length === 0) return back();
    update.mutate({ id: seen.id, seenAt: seen.updatedAt.toISOString(), ...changes }, { onSuccess: back });
  };
  const change = (changes: Partial<ContactValues>) => setValues((before) => ({ ...before, ...changes }));
  useCommands([{ id: "save", label: t("save"), keys: "mod+Enter", run: save, inFields: true }]);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <PageHeader title={t("edit.title", { name: seen.fullName })} />
      <Stack mt="sm">
        <WhoFields values={values} onChange={change} />
        <GateFields values={values} onChange={change} />
        <OtherFields values={values} onChange={change} />
        {update.error && <ProblemAlert error={update.error} />}
        <Group justify="flex-end" gap="xs">
          <LinkButton to="/contacts/$contactId" params={params} variant="default">
            {t("cancel")}
          </LinkButton>
          <Button type="submit" loading={update.isPending} disabled={!values.fullName.trim()}>
            {t("save")} <KeyHint keys="mod+Enter" />
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
