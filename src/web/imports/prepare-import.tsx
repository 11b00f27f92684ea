import { Button, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Import, ImportPreview, PreviewRow } from "#api/imports.ts";
import { AudienceQuestion } from "#web/imports/audience-question.tsx";
import { FormatSummary } from "#web/imports/format-summary.tsx";
import { type Draft, emptyDraft, optionsOf } from "#web/imports/import-draft.ts";
import classes from "#web/imports/imports.module.css";
import { MappingTable } from "#web/imports/mapping-table.tsx";
import { OtherChoices } from "#web/imports/other-choices.tsx";
import { PreviewRows } from "#web/imports/preview-rows.tsx";
import { reasonOfError } from "#web/imports/reason-text.ts";
import { RefusalAlert } from "#web/imports/refusal-alert.tsx";
import { SameName } from "#web/imports/same-name.tsx";
import { useChangeImport, useDiscardImport, usePreview } from "#web/imports/use-import.ts";
import { WhatHappened } from "#web/imports/what-happened.tsx";
import { WhoAreYou } from "#web/imports/who-are-you.tsx";
import { useCommands } from "#web/platform/shortcuts.ts";
import { KeyHint } from "#web/ui/key-hint.tsx";
import { Loading } from "#web/ui/loading.tsx";

const typingMs = 350;
const ownerUnknown = "owner_of_messages_unknown";

/** Everything that is asked about a file before it is imported, and the rows as they will become. */
export function PrepareImport({ of }: { of: Import }) {
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [said] = useDebouncedValue(draft, typingMs);
  const preview = usePreview(of.id, optionsOf(said));
  const change = (next: Partial<Draft>) => setDraft((before) => ({ ...before, ...next }));
  const { data, error } = preview;
  const asks = { draft, onChange: change };
  const isOwnerUnknown = reasonOfError(error) === ownerUnknown;
  const asksWho = isOwnerUnknown || data?.questions.includes("who_are_you");
  return (
    <>
      {preview.isPending && <Loading rows={4} />}
      {data && <FormatSummary preview={data} />}
      {(asksWho || draft.ownerName !== "" || draft.ownerEmails.length > 0) && (
        <WhoAreYou {...asks} isNeeded={isOwnerUnknown} />
      )}
      {error && !isOwnerUnknown && <RefusalAlert error={error} onRetry={() => void preview.refetch()} />}
      <AudienceQuestion {...asks} />
      {data && data.columns.length > 0 && (
        <MappingTable
          columns={data.columns}
          fields={data.fields}
          mapping={draft.mapping}
          isNeeded={data.questions.includes("mapping")}
          onChange={change}
        />
      )}
      {(data?.questions.includes("what_happened") || draft.touchpoint) && <WhatHappened {...asks} />}
      {data && <SameName {...asks} rows={data.rows} />}
      <OtherChoices {...asks} isCountryMissing={data?.rows.some(lacksCountry) ?? false} />
      {data && !data.questions.includes("mapping") && (
        <PreviewRows preview={data} isStale={preview.isPlaceholderData || said !== draft} />
      )}
      <StartBar of={of} draft={draft} preview={error ? undefined : data} />
    </>
  );
}

function lacksCountry({ warnings }: PreviewRow): boolean {
  return warnings.some(({ code }) => code === "phone_country_unknown");
}

/** What happened needs a day, unless the rows bring their own. */
function lacksDay({ touchpoint, occurredOn, mapping }: Draft, { columns }: ImportPreview): boolean {
  const isDated = columns.some(({ name, field }) => (mapping[name] ?? field)?.startsWith("occurred_at"));
  return touchpoint !== null && occurredOn === "" && !isDated;
}

type BarProps = { of: Import; draft: Draft; preview: ImportPreview | undefined };

function StartBar({ of, draft, preview }: BarProps) {
  const { t } = useTranslation("imports");
  const navigate = useNavigate();
  const { start } = useChangeImport(of.id);
  const discard = useDiscardImport(of.id);
  const missing = !preview
    ? undefined
    : preview.questions.includes("mapping")
      ? t("startMissing.mapping")
      : draft.audience === null
        ? t("startMissing.audience")
        : lacksDay(draft, preview)
          ? t("startMissing.day")
          : undefined;
  const canStart = preview !== undefined && !missing && !start.isPending;
  const begin = () => {
    if (canStart) start.mutate(optionsOf(draft));
  };
  useCommands([{ id: "start-import", label: t("start"), keys: "mod+Enter", run: begin, inFields: true }]);
  return (
    <div className={classes.bar}>
      <Button onClick={begin} disabled={!canStart} loading={start.isPending} aria-keyshortcuts="Control+Enter">
        {t("start")} <KeyHint keys="mod+Enter" />
      </Button>
      <Button
        variant="default"
        loading={discard.isPending}
        onClick={() => discard.mutate(undefined, { onSuccess: () => void navigate({ to: "/import" }) })}
      >
        {t("discard")}
      </Button>
      {missing && (
        <Text size="sm" c="dimmed">
          {missing}
        </Text>
      )}
      {(start.error ?? discard.error) && <RefusalAlert error={start.error ?? discard.error} />}
    </div>
  );
}
