import { Checkbox, Select, SimpleGrid } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { listMembers } from "#api/team.ts";
import type { Draft } from "#web/imports/import-draft.ts";
import { Panel } from "#web/imports/panel.tsx";
import { request } from "#web/platform/request.ts";
import { useMay, useSession } from "#web/platform/session.ts";
import { countryOptions } from "#web/ui/country-options.ts";

type Props = { draft: Draft; onChange: (next: Partial<Draft>) => void };

const membersMax = 200;
const encodings = ["utf-8", "gb18030", "big5", "utf-16le", "windows-1252", "shift_jis"];

/** What the file may leave open: countries, zones, owners, its alphabet. */
export function OtherChoices({ draft, onChange, isCountryMissing }: Props & { isCountryMissing: boolean }) {
  const { t, i18n } = useTranslation("imports");
  const { current } = useSession();
  const countries = useMemo(() => countryOptions(i18n.language), [i18n.language]);
  const zones = useMemo(() => [...new Set([current.timeZone, ...Intl.supportedValuesOf("timeZone")])], [current]);
  const mayAssign = useMay("contacts:assign");
  return (
    <Panel title={t("choices.title")} text={t("choices.text")}>
      <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="sm">
        <Select
          label={t("choices.country")}
          description={isCountryMissing && t("choices.countryMissing")}
          inputWrapperOrder={["label", "input", "description", "error"]}
          placeholder={t("choices.countryOfWorkspace")}
          searchable
          clearable
          data={countries}
          value={draft.country}
          onChange={(country) => onChange({ country })}
        />
        <Select
          label={t("choices.timeZone")}
          placeholder={current.timeZone}
          searchable
          clearable
          limit={100}
          data={zones}
          value={draft.timeZone}
          onChange={(timeZone) => onChange({ timeZone })}
        />
        {mayAssign && <OwnerChoice draft={draft} onChange={onChange} />}
        <Select
          label={t("choices.encoding")}
          placeholder={t("choices.encodingFound")}
          clearable
          data={encodings.map((value) => ({ value, label: t(`encodings.${value}`) }))}
          value={draft.encoding}
          onChange={(encoding) => onChange({ encoding })}
        />
      </SimpleGrid>
      <Checkbox
        mt="sm"
        label={t("choices.asTable")}
        checked={draft.asTable}
        onChange={({ currentTarget }) => onChange({ asTable: currentTarget.checked })}
      />
    </Panel>
  );
}

function OwnerChoice({ draft, onChange }: Props) {
  const { t } = useTranslation("imports");
  const { data } = useQuery({
    queryKey: ["team", "members", "active"],
    queryFn: ({ signal }) => request(listMembers, { limit: membersMax }, { signal }),
  });
  const members = data?.items.filter(({ deactivatedAt }) => !deactivatedAt) ?? [];
  return (
    <Select
      label={t("choices.owner")}
      placeholder={t("choices.nobody")}
      searchable
      clearable
      data={members.map(({ email, name }) => ({ value: email, label: name }))}
      value={draft.ownerEmail}
      onChange={(ownerEmail) => onChange({ ownerEmail })}
    />
  );
}
