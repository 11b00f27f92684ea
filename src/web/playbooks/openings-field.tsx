import { Button, Group, Select, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "#api/settings.ts";
import { defaultKinds } from "#domain/touchpoints/kinds.ts";
import { TemplateField } from "#web/playbooks/template-field.tsx";
import { useKindName } from "#web/ui/kind-name.ts";

type Openings = Record<string, string>;
type Props = { openings: Openings; language: Language; onChange: (openings: Openings) => void; isReadOnly: boolean };

const neutral = "neutral";

/** What is said first, for each kind of touchpoint; one at a time, because there are many. */
export function OpeningsField({ openings, language, onChange, isReadOnly }: Props) {
  const { t } = useTranslation("playbooks");
  const kindName = useKindName();
  const [kind, setKind] = useState(neutral);
  const name = (slug: string) => (slug === neutral ? t("openings.neutral") : kindName(slug));
  const kinds = [...new Set([neutral, ...Object.keys(openings), ...callableKinds])];
  const written = kinds.filter((slug) => openings[slug]);
  const missing = kinds.filter((slug) => !openings[slug]);
  const option = (value: string) => ({ value, label: name(value) });
  const { [kind]: template = "", ...others } = openings;
  return (
    <Stack gap="sm">
      <Text c="dimmed" size="sm">
        {t("openings.how")}
      </Text>
      <Group align="end" gap="xs">
        <Select
          label={t("openings.kind")}
          searchable
          allowDeselect={false}
          value={kind}
          onChange={(next) => next && setKind(next)}
          data={[
            { group: t("openings.written"), items: written.map(option) },
            { group: t("openings.missing"), items: missing.map(option) },
          ].filter(({ items }) => items.length > 0)}
          w={300}
        />
        {kind !== neutral && template && !isReadOnly && (
          <Button variant="default" onClick={() => onChange(others)}>
            {t("openings.remove")}
          </Button>
        )}
      </Group>
      <TemplateField
        label={t("openings.text", { kind: name(kind) })}
        value={template}
        language={language}
        isReadOnly={isReadOnly}
        onChange={(text) => onChange(text === "" && kind !== neutral ? others : { ...openings, [kind]: text })}
      />
      {!template && <Text size="sm">{t("openings.fallsBack")}</Text>}
    </Stack>
  );
}

const callableKinds = defaultKinds.filter(({ direction }) => direction !== "context").map(({ slug }) => slug);
