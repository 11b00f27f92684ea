import { Button, Group, Modal, Select, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Account } from "#api/accounts.ts";
import { useChangeAccounts } from "#web/accounts/use-accounts.ts";
import { countryOptions } from "#web/ui/country-options.ts";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

type Props = { account?: Account; opened: boolean; onClose: () => void };

/** Adds an account, or changes what is known of one. */
export function AccountDialog({ account, opened, onClose }: Props) {
  const { t } = useTranslation("accounts");
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={account ? t("editTitle", { name: account.name }) : t("new")}
      closeButtonProps={{ "aria-label": t("platform:close") }}
    >
      <Form account={account} onDone={onClose} />
    </Modal>
  );
}

const lengthMax = { name: 300, domain: 253, place: 200, region: 10 } as const;
const texts = ["name", "domain", "place", "region"] as const;

function Form({ account, onDone }: { account: Account | undefined; onDone: () => void }) {
  const { t, i18n } = useTranslation("accounts");
  const navigate = useNavigate();
  const { create, update } = useChangeAccounts();
  const before = { name: "", domain: "", place: "", region: "", country: "", ...withoutNulls(account) };
  const [values, setValues] = useState(before);
  const save = () => {
    const { name, ...facts } = values;
    const given = Object.entries(facts).map(([field, value]) => [field, value.trim() || null] as const);
    const fields = { name, ...Object.fromEntries(given) };
    if (account) return update.mutate({ id: account.id, ...fields }, { onSuccess: onDone });
    create.mutate(fields, {
      onSuccess: ({ id }) => void navigate({ to: "/accounts/$accountId", params: { accountId: id } }),
    });
  };
  const error = create.error ?? update.error;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          {texts.map((field) => (
            <TextInput
              key={field}
              label={t(`fact.${field}`)}
              required={field === "name"}
              withAsterisk={false}
              maxLength={lengthMax[field]}
              {...(field === "name" && { "data-autofocus": true })}
              value={values[field]}
              onChange={({ currentTarget: { value } }) => setValues({ ...values, [field]: value })}
            />
          ))}
          <Select
            label={t("fact.country")}
            searchable
            clearable
            data={countryOptions(i18n.language)}
            value={values.country || null}
            onChange={(country) => setValues({ ...values, country: country ?? "" })}
          />
        </SimpleGrid>
        {error && <ProblemAlert error={error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}>
            {t("cancel")}
          </Button>
          <Button type="submit" loading={create.isPending || update.isPending} disabled={!values.name.trim()}>
            {t("save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function withoutNulls(account: Account | undefined) {
  if (!account) return {};
  const { name, domain, place, region, country } = account;
  return { name, domain: domain ?? "", place: place ?? "", region: region ?? "", country: country ?? "" };
}
