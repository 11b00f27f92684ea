import { Button, Group, NumberInput, SegmentedControl, Stack, TextInput, Title } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { QueueContact } from "#api/queue.ts";
import { type FirstStep, likelyNextStep } from "#web/call-queue/outcomes.ts";
import type { NextStep } from "#web/call-queue/use-call.ts";
import { ZonedTimeInput } from "#web/call-queue/zoned-time-input.tsx";
import { now } from "#web/platform/clock.ts";
import { ownTimeZone } from "#web/platform/dates.ts";
import { useCommands } from "#web/platform/shortcuts.ts";
import { KeyHint } from "#web/ui/key-hint.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";
import { instantOf, quickTimes } from "#web/ui/zoned-time.ts";

type Props = {
  contact: QueueContact;
  outcome: string;
  error: unknown;
  isSending: boolean;
  onSave: (next: NextStep) => void;
};

const steps: readonly FirstStep[] = ["callback", "follow_up", "meeting", "nothing"];
const meetingMinutes = 30;

/** What follows the call: a callback, a task, a meeting at one or two times, or nothing. */
export function NextStepForm({ contact, outcome, error, isSending, onSave }: Props) {
  const { t } = useTranslation("call-queue");
  const timeZone = contact.timeZone ?? ownTimeZone;
  const [step, setStep] = useState<FirstStep>(() => likelyNextStep(outcome));
  const [title, setTitle] = useState("");
  const [minutes, setMinutes] = useState(meetingMinutes);
  const [options, setOptions] = useState(() => [
    quickTimes(now(), timeZone).find(({ key }) => key === "tomorrow")?.local ?? "",
  ]);
  const times = step === "meeting" ? options : options.slice(0, 1);
  const isReady = step === "nothing" || times.every((local) => isAhead(local, timeZone));
  const change = (index: number, local: string) => setOptions(options.with(index, local));
  const save = () => onSave(nextStep(step, { times, timeZone, title, minutes }));
  useCommands([{ id: "save-next-step", label: t("next.save"), keys: "mod+Enter", run: save, inFields: true }]);

  return (
    <form
      aria-label={t("next.title", { name: contact.name })}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) save();
      }}
    >
      <Stack gap="md">
        <Title order={2}>{t("next.title", { name: contact.name })}</Title>
        <SegmentedControl
          aria-label={t("next.step")}
          data={steps.map((value) => ({ value, label: t(`next.kind.${value}`) }))}
          value={step}
          onChange={(value) => setStep(steps.find((each) => each === value) ?? "nothing")}
          style={{ alignSelf: "flex-start" }}
        />
        {step !== "nothing" &&
          times.map((local, index) => (
            <ZonedTimeInput
              // biome-ignore lint/suspicious/noArrayIndexKey: first and second choice are what they are
              key={index}
              label={step === "meeting" ? t(`next.option${index === 0 ? 1 : 2}`) : t("next.when")}
              value={local}
              onChange={(next) => change(index, next)}
              timeZone={timeZone}
              place={contact.place}
              withQuickTimes={index === 0}
            />
          ))}
        {step === "meeting" && (
          <Group align="end" gap="xs">
            <NumberInput
              label={t("next.duration")}
              value={minutes}
              onChange={(value) => setMinutes(Number(value) || meetingMinutes)}
              min={5}
              max={480}
              step={5}
              w={110}
            />
            <Button
              variant="default"
              onClick={() => setOptions(options.length > 1 ? options.slice(0, 1) : [...options, options[0] ?? ""])}
            >
              {t(options.length > 1 ? "next.removeOption" : "next.addOption")}
            </Button>
          </Group>
        )}
        {step !== "nothing" && (
          <TextInput
            label={t("next.what")}
            placeholder={t("next.whatHint")}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
            maxLength={500}
          />
        )}
        {error !== null && <ProblemAlert error={error} />}
        <Group>
          <Button type="submit" loading={isSending} disabled={!isReady} autoFocus aria-keyshortcuts="Control+Enter">
            {t(step === "nothing" ? "next.skip" : "next.save")} <KeyHint keys="mod+Enter" />
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function nextStep(
  step: FirstStep,
  { times, timeZone, title, minutes }: { times: string[]; timeZone: string; title: string; minutes: number },
): NextStep {
  if (step === "nothing") return { step };
  if (step !== "meeting") return { step, local: times[0] ?? "", timeZone, title };
  return { step, options: times.map((local) => ({ local, timeZone })), durationMinutes: minutes, title };
}

function isAhead(local: string, timeZone: string): boolean {
  const at = instantOf(local, timeZone);
  return at !== undefined && at > now();
}
