import { List, Radio, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { PreviewRow } from "#api/imports.ts";
import type { Draft } from "#web/imports/import-draft.ts";
import { Panel } from "#web/imports/panel.tsx";

type Props = { draft: Draft; onChange: (next: Partial<Draft>) => void; rows: readonly PreviewRow[] };

/** Same name, same company, nothing else in common: only a person can say whether it is one. */
export function SameName({ draft, onChange, rows }: Props) {
  const { t } = useTranslation("imports");
  const alike = rows.filter(({ warnings }) => warnings.some(({ code }) => code === "same_name_and_company"));
  if (alike.length === 0 && draft.same === "apart") return null;
  return (
    <Panel title={t("same.title")} text={t("same.text")}>
      {alike.length > 0 && (
        <List size="sm" mb="sm">
          {alike.map(({ line, people: [person] }) => (
            <List.Item key={line}>
              {t("same.row", { line, who: [person?.name, person?.company].filter(Boolean).join(", ") })}
            </List.Item>
          ))}
        </List>
      )}
      <Radio.Group
        aria-label={t("same.title")}
        value={draft.same}
        onChange={(value) => onChange({ same: value === "same" ? "same" : "apart" })}
      >
        <Stack gap="xs">
          <Radio value="apart" label={t("same.apart")} />
          <Radio value="same" label={t("same.same")} />
        </Stack>
      </Radio.Group>
      <Text size="sm" c="dimmed" mt="xs">
        {t("same.later")}
      </Text>
    </Panel>
  );
}
