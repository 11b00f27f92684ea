import { Button, FileButton, Group, List, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Import } from "#api/imports.ts";
import { Panel } from "#web/imports/panel.tsx";
import { RefusalAlert } from "#web/imports/refusal-alert.tsx";
import { useChangeImport } from "#web/imports/use-import.ts";
import { useMay } from "#web/platform/session.ts";
import { LocalTime } from "#web/ui/local-time.tsx";

/** What a hand-made list only claims, until somebody vouches for it or a signed sheet is laid beside it. */
export function ClaimedSource({ of }: { of: Import }) {
  const { t } = useTranslation("imports");
  const { confirm, attach } = useChangeImport(of.id);
  const mayConfirm = useMay("touchpoints:confirm");
  const mayRun = useMay("imports:run");
  const { claimed, state, confirmedAt, attachments } = of;
  if (claimed === 0 || state !== "done") return null;
  const error = confirm.error ?? attach.error;
  const standing = confirmedAt ? "titleConfirmed" : attachments.length > 0 ? "titleDocumented" : "title";
  return (
    <Panel
      title={t(`claimed.${standing}`, { count: claimed })}
      text={t(confirmedAt ? "claimed.done" : mayConfirm ? "claimed.yours" : "claimed.text")}
    >
      {confirmedAt && (
        <Text size="sm" mb="xs" role="status">
          {t("claimed.confirmedAt")} <LocalTime at={confirmedAt} />
        </Text>
      )}
      {attachments.length > 0 && (
        <>
          <Text size="sm">{t("claimed.attached")}</Text>
          <List size="sm" mb="xs">
            {attachments.map(({ id, fileName }) => (
              <List.Item key={id}>{fileName}</List.Item>
            ))}
          </List>
        </>
      )}
      <Group gap="xs">
        {mayConfirm && !confirmedAt && (
          <Button loading={confirm.isPending} onClick={() => confirm.mutate()}>
            {t("claimed.confirm")}
          </Button>
        )}
        {mayRun && (
          <FileButton
            onChange={(file) => file && attach.mutate(file)}
            inputProps={{ "aria-label": t("claimed.evidenceFile") }}
          >
            {(props) => (
              <Button variant="default" loading={attach.isPending} {...props}>
                {t("claimed.attach")}
              </Button>
            )}
          </FileButton>
        )}
      </Group>
      {error && <RefusalAlert error={error} />}
    </Panel>
  );
}
