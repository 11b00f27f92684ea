import { Group, Radio } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Draft } from "#web/imports/import-draft.ts";
import { Panel } from "#web/imports/panel.tsx";

type Props = { draft: Draft; onChange: (next: Partial<Draft>) => void };

const answers = ["business", "sole_trader", "partnership", "consumer", "unknown"] as const;

/** The one question of every import. */
export function AudienceQuestion({ draft, onChange }: Props) {
  const { t } = useTranslation("imports");
  return (
    <Panel title={t("audience.title")} text={t("audience.text")}>
      <Radio.Group
        aria-label={t("audience.title")}
        value={draft.audience ?? ""}
        onChange={(value) => onChange({ audience: answers.find((answer) => answer === value) ?? null })}
      >
        <Group gap="lg">
          {answers.map((answer) => (
            <Radio key={answer} value={answer} label={t(`audience.${answer}`)} />
          ))}
        </Group>
      </Radio.Group>
    </Panel>
  );
}
