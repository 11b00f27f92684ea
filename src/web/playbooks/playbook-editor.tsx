import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useBlocker } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Playbook, PlaybookContent } from "#api/playbooks.ts";
import { useCommands } from "#web/platform/shortcuts.ts";
import { ObjectionRows } from "#web/playbooks/objection-rows.tsx";
import { OpeningsField } from "#web/playbooks/openings-field.tsx";
import classes from "#web/playbooks/playbooks.module.css";
import { QuestionRows } from "#web/playbooks/question-rows.tsx";
import { TemplateField } from "#web/playbooks/template-field.tsx";
import type { usePlaybook } from "#web/playbooks/use-playbook.ts";
import { ValueRows } from "#web/playbooks/value-rows.tsx";
import { KeyHint } from "#web/ui/key-hint.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

type Props = { playbook: Playbook; save: ReturnType<typeof usePlaybook>["save"]; isReadOnly: boolean };

const templates = ["value", "voicemail", "gatekeeper", "close"] as const;

/** All that a rep says and asks, in the order of a call. */
export function PlaybookEditor({ playbook, save, isReadOnly }: Props) {
  const { t } = useTranslation("playbooks");
  const [content, setContent] = useState(playbook.content);
  const isChanged = content !== playbook.content;
  const { language } = playbook;
  const change = (part: Partial<PlaybookContent>) => setContent((before) => ({ ...before, ...part }));
  const submit = () =>
    save.mutate(
      { basedOn: playbook.version, content: withoutEmptyRows(content) },
      { onSuccess: ({ version }) => notifications.show({ message: t("saved", { version }) }) },
    );
  useBlocker({
    shouldBlockFn: () => isChanged && !window.confirm(t("leave")),
    enableBeforeUnload: isChanged,
  });
  useCommands(
    isReadOnly ? [] : [{ id: "save-playbook", label: t("save"), keys: "mod+s", run: submit, inFields: true }],
  );

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Part title={t("openings.title")}>
        <OpeningsField
          openings={content.openings}
          language={language}
          isReadOnly={isReadOnly}
          onChange={(openings) => change({ openings })}
        />
      </Part>
      <Part title={t("questions.title")}>
        <QuestionRows
          questions={content.questions}
          isReadOnly={isReadOnly}
          onChange={(questions) => change({ questions })}
        />
      </Part>
      <Part title={t("values.title")}>
        <ValueRows values={content.values} isReadOnly={isReadOnly} onChange={(values) => change({ values })} />
      </Part>
      <Part title={t("objections.title")}>
        <ObjectionRows
          objections={content.objections}
          isReadOnly={isReadOnly}
          onChange={(objections) => change({ objections })}
        />
      </Part>
      <Part title={t("sentences.title")}>
        {templates.map((name) => (
          <TemplateField
            key={name}
            label={t(`sentences.${name}`)}
            value={content[name]}
            language={language}
            isReadOnly={isReadOnly}
            onChange={(text) => change({ [name]: text })}
          />
        ))}
      </Part>
      {!isReadOnly && (
        <div className={classes.save}>
          {save.error && <ProblemAlert error={save.error} />}
          <Group gap="xs">
            <Button type="submit" loading={save.isPending} disabled={!isChanged} aria-keyshortcuts="Control+S">
              {t("save")} <KeyHint keys="mod+s" />
            </Button>
            <Text c="dimmed" size="sm">
              {t(isChanged ? "changed" : "unchanged")}
            </Text>
          </Group>
        </div>
      )}
    </form>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.part}>
      <Title order={2} mb="sm">
        {title}
      </Title>
      <Stack gap="md">{children}</Stack>
    </section>
  );
}

/** A row that was added and never filled says nothing, and would be refused. */
function withoutEmptyRows(content: PlaybookContent): PlaybookContent {
  return {
    ...content,
    questions: content.questions.filter(({ text }) => text.trim() !== ""),
    values: content.values.filter(({ need, help, proof }) => `${need}${help}${proof}`.trim() !== ""),
    objections: content.objections.filter(({ says, answer }) => `${says}${answer}`.trim() !== ""),
  };
}
