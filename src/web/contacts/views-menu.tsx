import { Button, Menu } from "@mantine/core";
import { IconBookmark, IconCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SavedView } from "#api/contact-views.ts";
import { type ContactSearch, isSameSearch, searchOf } from "#web/contacts/contact-search.ts";
import { useViews } from "#web/contacts/use-views.ts";
import { SaveViewDialog, ViewsDialog } from "#web/contacts/views-dialog.tsx";
import { useCommands } from "#web/platform/shortcuts.ts";

type Props = { search: ContactSearch; onAsk: (search: ContactSearch) => void };

/** The list's views kept under a name: one's own, and those that others share. */
export function ViewsMenu({ search, onAsk }: Props) {
  const { t } = useTranslation("contacts");
  const views = useViews();
  const [dialog, setDialog] = useState<"save" | "manage">();
  const close = () => setDialog(undefined);
  const current = views.find(({ query }) => isSameSearch(searchOf(query), search));
  const own = views.filter(({ mine }) => mine);
  const shared = views.filter(({ mine }) => !mine);
  const open = (view: SavedView) => onAsk(searchOf(view.query));
  useCommands(
    views.map((view) => ({ id: `view-${view.id}`, label: t("view.go", { name: view.name }), run: () => open(view) })),
  );
  return (
    <>
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <Button variant="default" leftSection={<IconBookmark size={16} aria-hidden />}>
            {current?.name ?? t("view.menu")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onAsk({})}>{t("view.everybody")}</Menu.Item>
          <ViewItems label={t("view.mine")} views={own} current={current} onOpen={open} />
          <ViewItems label={t("view.shared")} views={shared} current={current} onOpen={open} />
          <Menu.Divider />
          <Menu.Item onClick={() => setDialog("save")}>{t("view.save")}</Menu.Item>
          {own.length > 0 && <Menu.Item onClick={() => setDialog("manage")}>{t("view.manage")}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      <SaveViewDialog opened={dialog === "save"} search={search} name={current?.name ?? ""} onClose={close} />
      <ViewsDialog opened={dialog === "manage"} views={own} onClose={close} />
    </>
  );
}

type ItemsProps = {
  label: string;
  views: readonly SavedView[];
  current: SavedView | undefined;
  onOpen: (view: SavedView) => void;
};

function ViewItems({ label, views, current, onOpen }: ItemsProps) {
  if (views.length === 0) return null;
  return (
    <>
      <Menu.Label>{label}</Menu.Label>
      {views.map((view) => (
        <Menu.Item
          key={view.id}
          onClick={() => onOpen(view)}
          rightSection={view === current ? <IconCheck size={14} aria-hidden /> : null}
          aria-current={view === current ? "true" : undefined}
        >
          {view.name}
        </Menu.Item>
      ))}
    </>
  );
}
