import { spotlight } from "@mantine/spotlight";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useScreens } from "#web/platform/navigation.tsx";
import { Palette } from "#web/platform/palette.tsx";
import { useCommands } from "#web/platform/shortcuts.ts";
import { ShortcutsDialog } from "#web/platform/shortcuts-dialog.tsx";

/** The palette, the list of shortcuts, and the commands that every screen has. */
export function FrameCommands({ withScreens = true }: { withScreens?: boolean }) {
  const { t } = useTranslation("platform");
  const navigate = useNavigate();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const screens = useScreens();

  useCommands([
    ...(withScreens ? screens : []).map(({ to, name, keys }) => ({
      id: `go-${name}`,
      label: t("palette.go", { screen: t(`nav.${name}`) }),
      keys,
      run: () => void navigate({ to }),
    })),
    { id: "palette", label: t("palette.open"), keys: "mod+k", run: spotlight.open, inFields: true, hidden: true },
    { id: "help", label: t("shortcuts.title"), keys: "?", run: () => setHelpOpen(true) },
  ]);

  return (
    <>
      <Palette />
      <ShortcutsDialog opened={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </>
  );
}
