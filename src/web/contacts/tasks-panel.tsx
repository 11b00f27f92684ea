import { Button, Group, Select, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Contact } from "#api/contacts.ts";
import { addTask, cancelTask, completeTask, listTasks, type Task, TaskKind } from "#api/tasks.ts";
import { useWording } from "#web/call-queue/use-wording.ts";
import { dueText } from "#web/call-queue/when-text.ts";
import { ZonedTimeInput } from "#web/call-queue/zoned-time-input.tsx";
import classes from "#web/contacts/contact.module.css";
import { Panel } from "#web/contacts/panel.tsx";
import { useRefreshContacts } from "#web/contacts/use-refresh-contacts.ts";
import { now } from "#web/platform/clock.ts";
import { ownTimeZone } from "#web/platform/dates.ts";
import { request } from "#web/platform/request.ts";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";
import { instantOf, quickTimes } from "#web/ui/zoned-time.ts";

/** What is agreed or planned with the person, whoever does it. */
export function TasksPanel({ contact }: { contact: Contact }) {
  const { t } = useTranslation("contacts");
  const [isAdding, setAdding] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ["contacts", "tasks", contact.id],
    queryFn: ({ signal }) => request(listTasks, { contactId: contact.id, state: "open" }, { signal }),
    enabled: contact.state === "active",
  });
  const tasks = data?.items ?? [];
  return (
    <Panel
      title={t("task.title")}
      action={
        contact.state === "active" &&
        !isAdding && (
          <Button variant="subtle" size="compact-sm" onClick={() => setAdding(true)}>
            {t("task.add")}
          </Button>
        )
      }
    >
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {tasks.length === 0 && !isAdding && (
        <Text c="dimmed" size="sm">
          {t("task.none")}
        </Text>
      )}
      <ul className={classes.list}>
        {tasks.map((task) => (
          <TaskLine key={task.id} task={task} />
        ))}
      </ul>
      {isAdding && <TaskForm contact={contact} onDone={() => setAdding(false)} />}
    </Panel>
  );
}

function TaskLine({ task }: { task: Task }) {
  const { t } = useTranslation("contacts");
  const wording = useWording();
  const refresh = useRefreshContacts();
  const complete = useMutation({ mutationFn: () => request(completeTask, { id: task.id }), onSuccess: refresh });
  const cancel = useMutation({ mutationFn: () => request(cancelTask, { id: task.id }), onSuccess: refresh });
  return (
    <li>
      <div>
        <strong>{t(`call-queue:next.kind.${task.kind}`)}</strong> {dueText(task.dueAt, wording)}
        {task.title && <div className={classes.soft}>{task.title}</div>}
        {(complete.error ?? cancel.error) && <ProblemAlert error={complete.error ?? cancel.error} />}
      </div>
      <Group gap={4} wrap="nowrap">
        <Button variant="default" size="compact-xs" loading={complete.isPending} onClick={() => complete.mutate()}>
          {t("task.done")}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          loading={cancel.isPending}
          onClick={() => cancel.mutate()}
        >
          {t("task.cancel")}
        </Button>
      </Group>
    </li>
  );
}

function TaskForm({ contact, onDone }: { contact: Contact; onDone: () => void }) {
  const { t } = useTranslation("contacts");
  const refresh = useRefreshContacts();
  const timeZone = contact.timeZone ?? ownTimeZone;
  const [kind, setKind] = useState<Task["kind"]>("follow_up");
  const [title, setTitle] = useState("");
  const [local, setLocal] = useState(
    () => quickTimes(now(), timeZone).find(({ key }) => key === "tomorrow")?.local ?? "",
  );
  const at = instantOf(local, timeZone);
  const add = useMutation({
    mutationFn: () => request(addTask, { contactId: contact.id, kind, title, local, timeZone }),
    onSuccess: async () => {
      onDone();
      await refresh();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate();
      }}
    >
      <Stack gap="xs" mt="xs">
        <Select
          label={t("task.kind")}
          allowDeselect={false}
          data={TaskKind.options.map((value) => ({ value, label: t(`call-queue:next.kind.${value}`) }))}
          value={kind}
          onChange={(value) => setKind(TaskKind.parse(value))}
        />
        <TextInput
          label={t("task.what")}
          maxLength={500}
          value={title}
          onChange={({ currentTarget }) => setTitle(currentTarget.value)}
        />
        <ZonedTimeInput
          label={t("task.when")}
          value={local}
          onChange={setLocal}
          timeZone={timeZone}
          place={contact.place}
        />
        {add.error && <ProblemAlert error={add.error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" size="xs" onClick={onDone}>
            {t("cancel")}
          </Button>
          <Button type="submit" size="xs" loading={add.isPending} disabled={!at}>
            {t("save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
