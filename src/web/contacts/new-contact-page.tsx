import { Button, Checkbox, Group, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Contact } from "#api/contacts.ts";
import { GateFields, OtherFields, WhoFields } from "#web/contacts/contact-fields.tsx";
import { type ContactValues, changesOf, emptyValues } from "#web/contacts/contact-values.ts";
import { FieldGroup } from "#web/contacts/field-group.tsx";
import { LookAlikes } from "#web/contacts/look-alikes.tsx";
import { useChangeContact } from "#web/contacts/use-contact.ts";
import { useCustomFields } from "#web/contacts/use-custom-fields.ts";
import { type TypedPoint, useLookAlikes } from "#web/contacts/use-look-alikes.ts";
import { useCommands } from "#web/platform/shortcuts.ts";
import { KeyHint } from "#web/ui/key-hint.tsx";
import { LinkButton } from "#web/ui/link-button.tsx";
import { Page } from "#web/ui/page.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

const route = getRouteApi("/signed-in/frame/contacts/new");
const pointKinds = ["phone", "email", "profile"] as const;

/** Adds a person by hand; while one types it is said whom this looks like. */
export function NewContactPage() {
  const { t } = useTranslation("contacts");
  const { company = "" } = route.useSearch();
  const navigate = useNavigate();
  const { create } = useChangeContact();
  const { active } = useCustomFields();
  const [values, setValues] = useState<ContactValues>({ ...emptyValues, company });
  const [typed, setTyped] = useState({ phone: "", email: "", profile: "" });
  const [isSomebodyElse, setSomebodyElse] = useState(false);
  const points: TypedPoint[] = pointKinds.flatMap((kind) =>
    typed[kind].trim() ? [{ kind, value: typed[kind].trim() }] : [],
  );
  const match = useLookAlikes({ values, points });

  const change = (changes: Partial<ContactValues>) => setValues((before) => ({ ...before, ...changes }));
  const open = ({ id }: Contact) => void navigate({ to: "/contacts/$contactId", params: { contactId: id } });
  const save = () => {
    if (!values.fullName.trim()) return;
    const facts = { ...changesOf(emptyValues, values, active), fullName: values.fullName.trim() };
    create.mutate({ ...facts, points, allowAlike: isSomebodyElse }, { onSuccess: open });
  };
  useCommands([{ id: "save", label: t("save"), keys: "mod+Enter", run: save, inFields: true }]);
  return (
    <Page maxWidth={820}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <PageHeader title={t("new.title")} summary={t("new.text")} />
        <Stack mt="sm">
          <WhoFields values={values} onChange={change} />
          <FieldGroup title={t("point.title")} text={t("point.phoneHint")}>
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
              {pointKinds.map((kind) => (
                <TextInput
                  key={kind}
                  label={t(`point.kind.${kind}`)}
                  maxLength={500}
                  value={typed[kind]}
                  onChange={({ currentTarget: { value } }) => setTyped((before) => ({ ...before, [kind]: value }))}
                />
              ))}
            </SimpleGrid>
            <LookAlikes match={match}>
              <Checkbox
                label={t("alike.other")}
                checked={isSomebodyElse}
                onChange={({ currentTarget }) => setSomebodyElse(currentTarget.checked)}
              />
            </LookAlikes>
          </FieldGroup>
          <GateFields values={values} onChange={change} />
          <OtherFields values={values} onChange={change} />
          {create.error && <ProblemAlert error={create.error} title={t("new.refused")} />}
          <Group justify="flex-end" gap="xs">
            <LinkButton to="/contacts" variant="default">
              {t("cancel")}
            </LinkButton>
            <Button type="submit" loading={create.isPending} disabled={!values.fullName.trim()}>
              {t("save")} <KeyHint keys="mod+Enter" />
            </Button>
          </Group>
        </Stack>
      </form>
    </Page>
  );
}
