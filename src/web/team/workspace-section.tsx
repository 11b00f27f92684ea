import { Button, Group, Select, Stack, Switch, TagsInput, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { ChangeWorkspace, Language, Preset, Sector, type Workspace } from "#api/settings.ts";
import { languageNames } from "#web/platform/languages.ts";
import { Refusal } from "#web/team/refusal.tsx";
import { useFieldErrors } from "#web/team/use-field-errors.ts";
import { useWorkspace } from "#web/team/use-workspace.ts";
import { countryOptions } from "#web/ui/country-options.ts";
import { Loading } from "#web/ui/loading.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";
import { Section } from "#web/ui/section.tsx";

/** The workspace itself, and the facts about the seller that rules of law ask for. */
export function WorkspaceSection() {
  const { workspace, change } = useWorkspace();
  if (workspace.isPending) return <Loading rows={4} />;
  if (workspace.error) return <ProblemAlert error={workspace.error} onRetry={() => void workspace.refetch()} />;
  return <WorkspaceForm workspace={workspace.data} change={change} />;
}

type Props = { workspace: Workspace; change: ReturnType<typeof useWorkspace>["change"] };

function WorkspaceForm({ workspace, change }: Props) {
  const { t, i18n } = useTranslation("team");
  const countries = useMemo(() => countryOptions(i18n.language), [i18n.language]);
  const { language, sellerName, sector, registrations, postalAddress, product, recordsCalls, callerId } =
    workspace.settings;
  const { name, preset, country, region, timeZone } = workspace;
  const validate = useFieldErrors(ChangeWorkspace);
  const form = useForm({
    initialValues: {
      ...{ name, preset, country, region: region ?? "", timeZone },
      ...{ language, sellerName, sector, registrations, postalAddress, product, recordsCalls, callerId },
    },
    validate,
  });
  const save = form.onSubmit(({ region: typed, ...values }) =>
    change.mutate({ ...values, region: typed.trim() === "" ? null : typed.trim() }),
  );
  return (
    <form onSubmit={save} noValidate>
      <Section title={t("workspace.title")}>
        <TextInput label={t("workspace.name")} {...form.getInputProps("name")} />
        <Select
          label={t("preset")}
          description={t("workspace.presetHint")}
          data={Preset.options.map((value) => ({ value, label: t(`presets.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps("preset")}
        />
        <Select
          label={t("workspace.language")}
          description={t("workspace.languageHint")}
          data={Language.options.map((value) => ({ value, label: languageNames[value] }))}
          allowDeselect={false}
          {...form.getInputProps("language")}
        />
        <Select
          label={t("workspace.timeZone")}
          data={timeZonesWith(timeZone)}
          searchable
          allowDeselect={false}
          {...form.getInputProps("timeZone")}
        />
      </Section>
      <Section title={t("seller.title")} text={t("seller.text")}>
        <TextInput label={t("seller.name")} description={t("seller.nameHint")} {...form.getInputProps("sellerName")} />
        <Group grow align="start">
          <Select
            label={t("seller.country")}
            data={countries}
            searchable
            clearable
            {...form.getInputProps("country")}
          />
          <TextInput
            label={t("seller.region")}
            description={t("seller.regionHint")}
            inputWrapperOrder={["label", "input", "description", "error"]}
            {...form.getInputProps("region")}
          />
        </Group>
        <Select
          label={t("seller.sector")}
          data={Sector.options.map((value) => ({ value, label: t(`sectors.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps("sector")}
        />
        <TagsInput
          label={t("seller.registrations")}
          description={t("seller.registrationsHint")}
          {...form.getInputProps("registrations")}
        />
        <TextInput
          label={t("seller.product")}
          description={t("seller.productHint")}
          {...form.getInputProps("product")}
        />
        <TextInput
          label={t("seller.callerId")}
          description={t("seller.callerIdHint")}
          {...form.getInputProps("callerId")}
        />
        <Switch
          label={t("seller.recordsCalls")}
          description={t("seller.recordsCallsHint")}
          {...form.getInputProps("recordsCalls", { type: "checkbox" })}
        />
        <Textarea
          label={t("seller.address")}
          description={t("seller.addressHint")}
          autosize
          minRows={2}
          {...form.getInputProps("postalAddress")}
        />
        <Stack gap="sm">
          <Refusal error={change.error} />
          <Group>
            <Button type="submit" loading={change.isPending}>
              {t("save")}
            </Button>
          </Group>
        </Stack>
      </Section>
    </form>
  );
}

function timeZonesWith(current: string): string[] {
  return [...new Set([current, "Etc/UTC", ...Intl.supportedValuesOf("timeZone")])];
}
