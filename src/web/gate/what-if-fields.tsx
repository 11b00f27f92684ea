import { Checkbox, Select, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import {
  audiences,
  channels,
  type GateRequest,
  purposes,
  relationshipKinds,
  technologies,
} from "#domain/gate/types.ts";
import { type Draft, draftOf, withFact } from "#web/gate/what-if-draft.ts";
import { countryOptions } from "#web/ui/country-options.ts";

type Props = { request: GateRequest; onChange: (request: GateRequest) => void };

const lines = ["mobile", "landline", "voip", "corporate"];
const forms = ["written", "electronic", "oral", "implied"];

/** The facts that change most answers. Whatever else the question holds is kept, and stands in the JSON. */
export function WhatIfFields({ request, onChange }: Props) {
  const { t, i18n } = useTranslation("gate");
  const draft = draftOf(request);
  const put = <Name extends keyof Draft>(name: Name, value: Draft[Name]) => onChange(withFact(request, name, value));
  const text = (name: "at" | "region" | "timeZone" | "lists" | "copies", placeholder: string) => (
    <TextInput
      label={t(`whatIf.field.${name}`)}
      placeholder={placeholder}
      value={draft[name]}
      onChange={({ currentTarget }) => put(name, currentTarget.value)}
    />
  );
  const choice = (name: keyof Draft & string, data: { value: string; label: string }[], none?: string) => (
    <Select
      label={t(`whatIf.field.${name}`)}
      data={data}
      value={String(draft[name]) || null}
      {...(none ? { placeholder: none, clearable: true } : { allowDeselect: false })}
      searchable={data.length > 12}
      onChange={(value) => put(name, value ?? "")}
    />
  );
  const named = (values: readonly string[], prefix: string) =>
    values.map((value) => ({ value, label: t(`${prefix}.${value}`) }));
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
        {text("at", "2026-11-24T10:00:00-05:00")}
        {choice("channel", named(channels, "channel"))}
        {choice("technology", named(technologies, "technology"))}
        {choice("purpose", named(purposes, "purpose"))}
        {choice("audience", named(audiences, "audience"), t("whatIf.unknown"))}
        {choice("line", named(lines, "line"), t("whatIf.unknown"))}
        {choice("country", countryOptions(i18n.language), t("whatIf.unknown"))}
        {text("region", "NY")}
        {text("timeZone", "America/New_York")}
        {choice("consent", named(forms, "contacts:form"), t("whatIf.nothing"))}
        {choice("relationship", named(relationshipKinds, "relationship"), t("whatIf.nothing"))}
        {text("lists", "us-dnc, internal")}
        {text("copies", "us-dnc 2026-11-10")}
      </SimpleGrid>
      {(["refused", "recorded", "allowCold"] as const).map((name) => (
        <Checkbox
          key={name}
          label={t(`whatIf.field.${name}`)}
          checked={draft[name]}
          onChange={({ currentTarget }) => put(name, currentTarget.checked)}
        />
      ))}
    </Stack>
  );
}
