import { NativeSelect, Textarea } from "@mantine/core";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Brief } from "#api/brief.ts";
import { Language } from "#api/settings.ts";
import classes from "#web/call-queue/call.module.css";
import { Segments } from "#web/call-queue/segments.tsx";
import type { CallNotes } from "#web/call-queue/use-call-notes.ts";
import { languageNames } from "#web/platform/languages.ts";
import { useCommands } from "#web/platform/shortcuts.ts";
import { LocalTime } from "#web/ui/local-time.tsx";

type Props = {
  brief: Brief;
  notes: CallNotes;
  onAnswer: (questionId: string, answer: string) => void;
  onNote: (note: string) => void;
  onEvidence: (touchpointId: string) => void;
};

const route = getRouteApi("/signed-in/call/$contactId");
const questionsMaxByKey = 9;

/** What to say first, and what to find out, with room for the answers. */
export function CallScript({ brief, notes, onAnswer, onNote, onEvidence }: Props) {
  const { t } = useTranslation("call-queue");
  const { questions, opening, value, close, language } = brief.playbook;
  useCommands([
    ...questions.slice(0, questionsMaxByKey).map(({ id, text }, index) => ({
      id: `question-${id}`,
      label: text,
      keys: String(index + 1),
      run: () => focusQuestion(index),
    })),
    { id: "blur", label: t("call.outcomes"), keys: "Escape", run: leaveField, inFields: true, hidden: true },
  ]);
  return (
    <>
      <div className={classes.sayHead}>
        <h2 className={classes.heading}>{t("brief.openWith")}</h2>
        <ScriptLanguage language={language} />
      </div>
      <p className={classes.say} lang={language}>
        <Segments segments={opening} onEvidence={onEvidence} />
      </p>
      {value.length > 0 && (
        <>
          <h2 className={classes.heading}>{t("call.value")}</h2>
          <p lang={language}>
            <Segments segments={value} onEvidence={onEvidence} />
          </p>
        </>
      )}
      <h2 className={classes.heading}>{t("brief.findOut")}</h2>
      {questions.map(({ id, text, earlier }, index) => (
        <div key={id} className={classes.question}>
          <label htmlFor={`question-${index}`} lang={language}>
            {text}
          </label>
          {earlier.map(({ answer, at, attemptId }) => (
            <div key={attemptId} className={classes.earlier}>
              <LocalTime at={at} as="day" />: {answer}
            </div>
          ))}
          <Textarea
            id={`question-${index}`}
            variant="unstyled"
            autosize
            minRows={1}
            placeholder={t("call.answerHint")}
            value={notes.answers[id] ?? ""}
            onChange={(event) => onAnswer(id, event.currentTarget.value)}
            onKeyDown={(event) => goOn(event, index)}
          />
        </div>
      ))}
      <div className={classes.question}>
        <label htmlFor={`question-${questions.length}`}>{t("call.note")}</label>
        <Textarea
          id={`question-${questions.length}`}
          variant="unstyled"
          autosize
          minRows={2}
          placeholder={t("call.noteHint")}
          value={notes.note}
          onChange={(event) => onNote(event.currentTarget.value)}
        />
      </div>
      {close && (
        <>
          <h2 className={classes.heading}>{t("call.close")}</h2>
          <p lang={language}>{close}</p>
        </>
      )}
    </>
  );
}

function ScriptLanguage({ language }: { language: Language }) {
  const { t } = useTranslation("call-queue");
  const navigate = useNavigate();
  const { contactId } = route.useParams();
  return (
    <NativeSelect
      aria-label={t("call.script")}
      size="xs"
      value={language}
      data={Language.options.map((value) => ({ value, label: languageNames[value] }))}
      onChange={(event) => {
        const script = Language.safeParse(event.currentTarget.value).data;
        const search = (before: object) => ({ ...before, script });
        void navigate({ to: "/call/$contactId", params: { contactId }, search, replace: true });
      }}
    />
  );
}

/** Enter goes to the next question, Shift and Enter writes a new line; arrows move at the ends of the text. */
function goOn(event: KeyboardEvent<HTMLTextAreaElement>, index: number): void {
  if (event.nativeEvent.isComposing) return;
  const { selectionStart, value } = event.currentTarget;
  const isNext =
    (event.key === "Enter" && !event.shiftKey) || (event.key === "ArrowDown" && selectionStart === value.length);
  const isPrevious = event.key === "ArrowUp" && selectionStart === 0;
  if (!isNext && !isPrevious) return;
  event.preventDefault();
  focusQuestion(index + (isNext ? 1 : -1));
}

function focusQuestion(index: number): void {
  document.getElementById(`question-${index}`)?.focus();
}

function leaveField(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}
