import { Button, Group, Modal, Stack, TagsInput, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ContactPage } from "#api/contacts.ts";
import type { ContactSearch } from "#web/contacts/contact-search.ts";
import classes from "#web/contacts/contacts.module.css";
import { OwnerSelect } from "#web/contacts/owner-select.tsx";
import { type Chosen, useChangeMany } from "#web/contacts/use-contacts.ts";
import { useTags } from "#web/contacts/use-tags.ts";
import { useDates } from "#web/platform/dates.ts";
import { useMay } from "#web/platform/session.ts";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

type Props = {
  ids: readonly string[];
  /** Set: everybody whom this search finds is meant. */
  all: ContactSearch | undefined;
  total: ContactPage["total"];
  canTakeAll: boolean;
  onTakeAll: () => void;
  onDone: () => void;
};

/** What can be done with all those who are ticked. */
export function BulkBar({ ids, all, total, canTakeAll, onTakeAll, onDone }: Props) {
  const { t } = useTranslation("contacts");
  const dates = useDates();
  const [dialog, setDialog] = useState<"assign" | "tag">();
  const mayAssign = useMay("contacts:assign");
  const mayWrite = useMay("contacts:write");
  const close = () => setDialog(undefined);
  const done = () => {
    close();
    onDone();
  };
  const count = all ? (total?.count ?? ids.length) : ids.length;
  return (
    <section aria-label={t("bulk.label")} className={classes.bulk}>
      <Text fw={600}>{t("bulk.ticked", { number: dates.number(count) })}</Text>
      {canTakeAll && mayAssign && (
        <Button variant="subtle" onClick={onTakeAll}>
          {t("bulk.takeAll", { number: dates.number(total?.count ?? 0) })}
        </Button>
      )}
      {mayAssign && (
        <Button variant="default" onClick={() => setDialog("assign")}>
          {t("bulk.assign")}
        </Button>
      )}
      {mayWrite && !all && (
        <Button variant="default" onClick={() => setDialog("tag")}>
          {t("bulk.tag")}
        </Button>
      )}
      <Button variant="subtle" onClick={onDone}>
        {t("bulk.clear")}
      </Button>
      <Modal
        opened={dialog === "assign"}
        onClose={close}
        title={t("bulk.assignTitle", { count })}
        closeButtonProps={{ "aria-label": t("platform:close") }}
      >
        <AssignForm chosen={{ ids, all }} onDone={done} />
      </Modal>
      <Modal
        opened={dialog === "tag"}
        onClose={close}
        title={t("bulk.tagTitle", { count })}
        closeButtonProps={{ "aria-label": t("platform:close") }}
      >
        <TagForm ids={ids} onDone={done} />
      </Modal>
    </section>
  );
}

function AssignForm({ chosen, onDone }: { chosen: Chosen; onDone: () => void }) {
  const { t } = useTranslation("contacts");
  const { assign } = useChangeMany();
  const [ownerId, setOwnerId] = useState<string | null>(null);
  const save = () =>
    assign.mutate(
      { ...chosen, ownerId },
      {
        onSuccess: ({ assigned }) => {
          notifications.show({ message: t("bulk.assigned", { count: assigned }) });
          onDone();
        },
      },
    );
  return (
    <Stack mih={260} justify="space-between">
      <Stack gap="xs">
        <OwnerSelect label={t("bulk.newOwner")} value={ownerId} onChange={setOwnerId} />
        {assign.error && <ProblemAlert error={assign.error} />}
      </Stack>
      <Group justify="flex-end">
        <Button loading={assign.isPending} onClick={save}>
          {ownerId ? t("bulk.assignSave") : t("bulk.unassignSave")}
        </Button>
      </Group>
    </Stack>
  );
}

function TagForm({ ids, onDone }: { ids: readonly string[]; onDone: () => void }) {
  const { t } = useTranslation("contacts");
  const { tag } = useChangeMany();
  const known = useTags();
  const [add, setAdd] = useState<string[]>([]);
  const [remove, setRemove] = useState<string[]>([]);
  const save = () =>
    tag.mutate(
      { ids, add, remove },
      {
        onSuccess: ({ changed }) => {
          notifications.show({ message: t("bulk.tagged", { count: changed }) });
          onDone();
        },
      },
    );
  return (
    <Stack mih={320} justify="space-between">
      <Stack gap="xs">
        <TagsInput label={t("bulk.addTags")} data={known} value={add} onChange={setAdd} maxTags={10} />
        <TagsInput label={t("bulk.removeTags")} data={known} value={remove} onChange={setRemove} maxTags={10} />
        {tag.error && <ProblemAlert error={tag.error} />}
      </Stack>
      <Group justify="flex-end">
        <Button loading={tag.isPending} disabled={add.length + remove.length === 0} onClick={save}>
          {t("save")}
        </Button>
      </Group>
    </Stack>
  );
}
