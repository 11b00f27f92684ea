import { ActionIcon, Button, Checkbox, Group, Modal, Stack, Switch, Text, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SavedView } from "#api/contact-views.ts";
import type { ContactSearch } from "#web/contacts/contact-search.ts";
import { useChangeViews } from "#web/contacts/use-views.ts";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

const nameLengthMax = 100;

type SaveProps = { opened: boolean; search: ContactSearch; name: string; onClose: () => void };

/** Keeps what the list shows now under a name. */
export function SaveViewDialog({ opened, search, name, onClose }: SaveProps) {
  const { t } = useTranslation("contacts");
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t("view.saveTitle")}
      closeButtonProps={{ "aria-label": t("platform:close") }}
    >
      <SaveForm search={search} name={name} onDone={onClose} />
    </Modal>
  );
}

function SaveForm({ search, name: before, onDone }: { search: ContactSearch; name: string; onDone: () => void }) {
  const { t } = useTranslation("contacts");
  const { save } = useChangeViews();
  const [name, setName] = useState(before);
  const [shared, setShared] = useState(false);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ name, shared, search }, { onSuccess: onDone });
      }}
    >
      <Stack gap="sm">
        <TextInput
          label={t("view.name")}
          description={t("view.nameWhy")}
          required
          withAsterisk={false}
          data-autofocus
          maxLength={nameLengthMax}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Checkbox
          label={t("view.share")}
          checked={shared}
          onChange={({ currentTarget }) => setShared(currentTarget.checked)}
        />
        {save.error && <ProblemAlert error={save.error} />}
        <Group justify="flex-end">
          <Button type="submit" loading={save.isPending} disabled={!name.trim()}>
            {t("save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type ManageProps = { opened: boolean; views: readonly SavedView[]; onClose: () => void };

/** Renames, shares and forgets one's own views. */
export function ViewsDialog({ opened, views, onClose }: ManageProps) {
  const { t } = useTranslation("contacts");
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={t("view.manage")}
      closeButtonProps={{ "aria-label": t("platform:close") }}
    >
      <Stack gap="sm">
        {views.length === 0 && <Text c="dimmed">{t("view.none")}</Text>}
        {views.map((view) => (
          <ViewRow key={view.id} view={view} />
        ))}
      </Stack>
    </Modal>
  );
}

function ViewRow({ view }: { view: SavedView }) {
  const { t } = useTranslation("contacts");
  const { change, remove } = useChangeViews();
  const [name, setName] = useState(view.name);
  const rename = () => {
    if (name.trim() && name.trim() !== view.name) change.mutate({ id: view.id, name: name.trim() });
  };
  return (
    <>
      <Group gap="sm" wrap="nowrap">
        <TextInput
          flex={1}
          aria-label={t("view.name")}
          maxLength={nameLengthMax}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          onBlur={rename}
          onKeyDown={({ key }) => key === "Enter" && rename()}
        />
        <Switch
          label={t("view.shareShort")}
          checked={view.shared}
          onChange={({ currentTarget }) => change.mutate({ id: view.id, shared: currentTarget.checked })}
        />
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t("view.remove", { name: view.name })}
          loading={remove.isPending}
          onClick={() => remove.mutate(view.id)}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </Group>
      {(change.error ?? remove.error) && <ProblemAlert error={change.error ?? remove.error} />}
    </>
  );
}
