import { Group, Select, Text, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useKinds } from "#web/contacts/use-touchpoints.ts";
import type { Draft } from "#web/imports/import-draft.ts";
import { Panel } from "#web/imports/panel.tsx";
import { now } from "#web/platform/clock.ts";
import { ownTimeZone } from "#web/platform/dates.ts";
import { useKindName } from "#web/ui/kind-name.ts";
import { localOf } from "#web/ui/zoned-time.ts";

type Props = { draft: Draft; onChange: (next: Partial<Draft>) => void };

/** A plain list can say what happened with everybody on it. */
export function WhatHappened({ draft, onChange }: Props) {
  const { t } = useTranslation("imports");
  const kindName = useKindName();
  const kinds = useKinds().toSorted((one, other) => other.weight - one.weight);
  const [today] = localOf(now(), ownTimeZone).split("T");
  return (
    <Panel title={t("happened.title")} text={t("happened.text")}>
      <Group align="end">
        <Select
          label={t("happened.kind")}
          placeholder={t("happened.nothing")}
          searchable
          clearable
          w={{ base: "100%", xs: 280 }}
          data={kinds.map(({ slug }) => ({ value: slug, label: kindName(slug) }))}
          value={draft.touchpoint}
          onChange={(touchpoint) => onChange({ touchpoint })}
        />
        <TextInput
          type="date"
          label={t("happened.on")}
          max={today}
          disabled={!draft.touchpoint}
          value={draft.occurredOn}
          onChange={({ currentTarget }) => onChange({ occurredOn: currentTarget.value })}
        />
      </Group>
      {draft.touchpoint && (
        <Text size="sm" mt="xs">
          {t("happened.claimed")}
        </Text>
      )}
    </Panel>
  );
}
