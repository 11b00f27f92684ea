import { Button, Group, JsonInput, SegmentedControl, Text } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { WhatIfAnswer } from "#api/decisions.ts";
import type { GateRequest } from "#domain/gate/types.ts";
import classes from "#web/gate/gate.module.css";
import { GateAnswer } from "#web/gate/gate-answer.tsx";
import { mergePatch } from "#web/gate/merge-patch.ts";
import { useDecision, useWhatIf } from "#web/gate/use-decisions.ts";
import { useGateText } from "#web/gate/use-gate-text.ts";
import { sampleQuestion } from "#web/gate/what-if-draft.ts";
import { WhatIfFields } from "#web/gate/what-if-fields.tsx";
import { now } from "#web/platform/clock.ts";
import { useCommands } from "#web/platform/shortcuts.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { KeyHint } from "#web/ui/key-hint.tsx";
import { Loading } from "#web/ui/loading.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";
import { SectionHead } from "#web/ui/section-head.tsx";

const route = getRouteApi("/signed-in/frame/compliance/what-if");

/** The gate asked with other facts: those of a stored decision, or of nobody. */
export function WhatIfPage() {
  const { t } = useTranslation("gate");
  const { decision } = route.useSearch();
  const stored = useDecision(decision);
  if (decision && stored.isPending) return <Loading rows={4} height={90} />;
  if (stored.error) return <ProblemAlert error={stored.error} onRetry={() => void stored.refetch()} />;
  const text = stored.data ? t("whatIf.ofDecision", { name: stored.data.contactName }) : t("whatIf.text");
  return (
    <>
      <SectionHead title={t("whatIf.title")} text={text} />
      <Question key={decision ?? ""} decisionId={decision} asked={stored.data?.request ?? sample()} />
    </>
  );
}

type Json = Record<string, unknown>;

function sample(): Json {
  return { ...sampleQuestion(now()) };
}

function Question({ decisionId, asked }: { decisionId: string | undefined; asked: Json }) {
  const { t } = useTranslation("gate");
  const [request, setRequest] = useState<Json>(asked);
  const [text, setText] = useState(() => written(asked));
  const [mode, setMode] = useState<string>("form");
  const whatIf = useWhatIf();
  const isReadable = readJson(text) !== undefined;
  const ask = () => whatIf.mutate(decisionId ? { decisionId, changes: mergePatch(asked, request) } : { request });
  const change = (next: Json) => {
    setRequest(next);
    setText(written(next));
  };
  useCommands([{ id: "ask-gate", label: t("whatIf.ask"), keys: "mod+Enter", run: ask, inFields: true }]);
  return (
    <div className={classes.columns}>
      <form
        className={classes.panel}
        onSubmit={(event) => {
          event.preventDefault();
          ask();
        }}
      >
        <SegmentedControl
          aria-label={t("whatIf.how")}
          mb="sm"
          value={mode}
          onChange={setMode}
          data={[
            { value: "form", label: t("whatIf.form") },
            { value: "json", label: t("whatIf.json") },
          ]}
        />
        {mode === "form" ? (
          <WhatIfFields request={request as unknown as GateRequest} onChange={(next) => change({ ...next })} />
        ) : (
          <JsonInput
            label={t("whatIf.jsonLabel")}
            description={t("whatIf.jsonText")}
            value={text}
            onChange={(typed) => {
              setText(typed);
              const read = readJson(typed);
              if (read) setRequest(read);
            }}
            error={isReadable ? undefined : t("whatIf.notJson")}
            autosize
            minRows={16}
            maxRows={40}
            styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }}
          />
        )}
        <Group mt="md" gap="xs">
          <Button type="submit" loading={whatIf.isPending} disabled={!isReadable} aria-keyshortcuts="Control+Enter">
            {t("whatIf.ask")} <KeyHint keys="mod+Enter" />
          </Button>
          <Button variant="default" onClick={() => change(asked)}>
            {t("whatIf.reset")}
          </Button>
        </Group>
      </form>
      <section className={classes.panel} aria-label={t("whatIf.answer")}>
        <h2>{t("whatIf.answer")}</h2>
        {whatIf.error && <ProblemAlert error={whatIf.error} />}
        {!whatIf.data && !whatIf.error && <EmptyState title={t("whatIf.none")} text={t("whatIf.noneText")} />}
        {whatIf.data && <Answer answer={whatIf.data} />}
      </section>
    </div>
  );
}

function Answer({ answer: { decision, before } }: { answer: WhatIfAnswer }) {
  const { t } = useTranslation("gate");
  const { record, duties } = useGateText();
  const obligations = duties(decision);
  return (
    <>
      {before && (
        <Text size="sm" c="dimmed" mb="xs">
          {t("whatIf.before", { sentence: record(before) })}
        </Text>
      )}
      <GateAnswer decision={decision} sentence={record(decision)} />
      {obligations.length > 0 && (
        <details className={classes.more} open>
          <summary>{t("duties", { count: obligations.length })}</summary>
          <ul className={classes.duties}>
            {obligations.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function written(request: Json): string {
  return JSON.stringify(request, null, 2);
}

function readJson(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
