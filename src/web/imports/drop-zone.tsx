import { Button, Text } from "@mantine/core";
import { type DragEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "#web/imports/imports.module.css";
import { useCommands } from "#web/platform/shortcuts.ts";
import { KeyHint } from "#web/ui/key-hint.tsx";

/** Files are dropped here, or chosen. */
export function DropZone({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const { t } = useTranslation("imports");
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const choose = () => input.current?.click();
  useCommands([{ id: "choose-files", label: t("drop.choose"), keys: "n", run: choose }]);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) onFiles(files);
  };
  return (
    <section
      className={classes.drop}
      data-over={isOver || undefined}
      aria-label={t("drop.label")}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Text fw={600}>{t("drop.title")}</Text>
      <Text c="dimmed" size="sm" maw={520}>
        {t("drop.text")}
      </Text>
      <Button onClick={choose} aria-keyshortcuts="n">
        {t("drop.choose")} <KeyHint keys="n" />
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        className={classes.file}
        tabIndex={-1}
        aria-label={t("drop.files")}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          currentTarget.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
    </section>
  );
}
