import { Button, Group, Text, Title } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Brief } from "#api/brief.ts";
import { NextStepForm } from "#web/call-queue/next-step-form.tsx";
import { endsTheMatter } from "#web/call-queue/outcomes.ts";
import type { useCall } from "#web/call-queue/use-call.ts";
import { useWording } from "#web/call-queue/use-wording.ts";
import { dueText } from "#web/call-queue/when-text.ts";
import { useCommands } from "#web/platform/shortcuts.ts";
import { KeyHint } from "#web/ui/key-hint.tsx";
import { LinkButton } from "#web/ui/link-button.tsx";

type Props = { brief: Brief; call: ReturnType<typeof useCall>; onCorrect: () => void };

/** After the outcome: what is agreed next, then the next person. */
export function WrapUp({ brief, call, onCorrect }: Props) {
  const { t } = useTranslation("call-queue");
  const wording = useWording();
  const outcome = call.reported?.attempt.outcome?.outcome ?? "conversation";
  const task = call.reported?.task;
  const hasNothingToPlan = call.isPlanned || endsTheMatter(outcome) || (outcome === "call_back" && task);
  return (
    <>
      <Group justify="space-between" mb="md" role="status">
        <Text>
          {t("next.recorded", { outcome: t(`outcome.${outcome}`) })}
          {task && ` · ${t(`next.kind.${task.kind}`)} ${dueText(task.dueAt, wording)}`}
        </Text>
        {!call.isPlanned && !endsTheMatter(outcome) && (
          <Button variant="subtle" size="compact-sm" onClick={onCorrect}>
            {t("next.correct")}
          </Button>
        )}
      </Group>
      {endsTheMatter(outcome) && <Text mb="md">{t("call.stopped", { name: brief.contact.name })}</Text>}
      {!hasNothingToPlan && (
        <NextStepForm
          contact={brief.contact}
          outcome={outcome}
          error={call.plan.error}
          isSending={call.plan.isPending}
          onSave={(next) => call.plan.mutate(next)}
        />
      )}
      {hasNothingToPlan && <NextPerson call={call} />}
    </>
  );
}

function NextPerson({ call }: { call: Props["call"] }) {
  const { t } = useTranslation("call-queue");
  const navigate = useNavigate();
  const person = call.reported?.nextPerson?.contact;
  const go = () => {
    if (person) void navigate({ to: "/call/$contactId", params: { contactId: person.id }, search: {} });
    else void navigate({ to: "/today" });
  };
  useCommands([
    { id: "go-on", label: person ? t("next.person", { name: person.name }) : t("call.backToday"), keys: "n", run: go },
  ]);
  return (
    <>
      {!person && (
        <Title order={2} mb="xs">
          {t("next.nobody")}
        </Title>
      )}
      <Group gap="xs">
        {person && (
          <Button onClick={go} autoFocus aria-keyshortcuts="n">
            {t("next.person", { name: person.name })} <KeyHint keys="n" />
          </Button>
        )}
        <LinkButton to="/today" variant="default" aria-keyshortcuts="t">
          {t("call.backToday")} <KeyHint keys="t" />
        </LinkButton>
      </Group>
    </>
  );
}
