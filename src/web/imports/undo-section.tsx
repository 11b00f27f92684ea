import { Button, Group, Loader, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import type { Import, ImportState } from "#api/imports.ts";
import { Panel } from "#web/imports/panel.tsx";
import { UndoDialog } from "#web/imports/undo-dialog.tsx";
import { UndoReport } from "#web/imports/undo-report.tsx";
import { useMay } from "#web/platform/session.ts";
import { useCommands } from "#web/platform/shortcuts.ts";

const undoable: readonly ImportState[] = ["done", "stopped", "failed"];

/** The way back, and the report of having gone it. */
export function UndoSection({ of }: { of: Import }) {
  const { t } = useTranslation("imports");
  if (of.state === "undoing") {
    return (
      <Panel title={t("undo.running")} text={t("undo.runningText")}>
        <Group gap="xs" role="status">
          <Loader size="xs" aria-hidden />
          <Text size="sm">{t("undo.soFar", { number: of.undoReport?.contactsWithdrawn ?? 0 })}</Text>
        </Group>
      </Panel>
    );
  }
  if (of.state === "undone") return <UndoReport of={of} />;
  return undoable.includes(of.state) ? <UndoButton of={of} /> : null;
}

function UndoButton({ of }: { of: Import }) {
  const { t } = useTranslation("imports");
  const [isAsking, { open, close }] = useDisclosure();
  const mayRun = useMay("imports:run");
  useCommands(mayRun ? [{ id: "undo-import", label: t("undo.open"), run: open }] : []);
  if (!mayRun) return null;
  return (
    <Group mb="sm" gap="xs">
      {of.state === "done" && (
        <Text role="status" fw={600}>
          {t("result.finished")}
        </Text>
      )}
      <Button variant="default" onClick={open}>
        {t("undo.open")}
      </Button>
      <UndoDialog of={of} opened={isAsking} onClose={close} />
    </Group>
  );
}
