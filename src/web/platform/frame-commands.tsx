import { Spotlight, spotlight } from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { keysOf } from "#web/platform/key-press.ts";
import { useScreens } from "#web/platform/navigation.tsx";
import { useAllCommands, useCommands } from "#web/platform/shortcuts.ts";
import { ShortcutsDialog } from "#web/platform/shortcuts-dialog.tsx";
import { KeyHint } from "#web/ui/key-hint.tsx";

/** The palette, the list of shortcuts, and the commands that every screen has. */
export function FrameCommands({ withScreens = true }: { withScreens?: boolean }) {
  const { t } = useTranslation("platform");
  const navigate = useNavigate();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const screens = useScreens();
  const openHelp = () => setHelpOpen(true);

  useCommands([
    ...(withScreens ? screens : []).map(({ to, name, keys }) => ({
      id: `go-${name}`,
      label: t("palette.go", { screen: t(`nav.${name}`) }),
      keys,
      run: () => void navigate({ to }),
    })),
    {
      id: "palette",
      label: t("palette.open"),
      keys: "mod+k",
      run: spotlight.open,
      inFields: true,
      hidden: true,
    },
    { id: "help", label: t("shortcuts.title"), keys: "?", run: openHelp },
  ]);

  return (
    <>
      <Palette />
      <ShortcutsDialog opened={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </>
  );
}

function Palette() {
  const { t } = useTranslation("platform");
  const commands = useAllCommands().filter(({ hidden }) => !hidden);
  const actions = commands.map(({ id, label, keys, run }) => {
    const first = keysOf(keys)[0];
    return { id, label, onClick: run, ...(first && { rightSection: <KeyHint keys={first} /> }) };
  });
  return (
    <Spotlight
      actions={actions}
      nothingFound={t("palette.nothing")}
      highlightQuery
      scrollable
      maxHeight={420}
      shortcut={null}
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: t("palette.placeholder"),
        "aria-label": t("palette.placeholder"),
      }}
    />
  );
}
