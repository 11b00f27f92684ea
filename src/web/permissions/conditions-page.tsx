import { Button, Switch, Textarea } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Condition } from "#api/conditions.ts";
import { ConditionDialog } from "#web/permissions/condition-dialog.tsx";
import { FormDialog } from "#web/permissions/form-dialog.tsx";
import { useChangeRecord, useConditions } from "#web/permissions/use-record.ts";
import { useDates } from "#web/platform/dates.ts";
import { useMay } from "#web/platform/session.ts";
import { RecordLine, RecordList } from "#web/ui/record-list.tsx";
import { SectionHead } from "#web/ui/section-head.tsx";

const reasonLengthMin = 3;

/** Dated facts that no pack can know: proclaimed holidays, election days, emergencies. */
export function ConditionsPage() {
  const { t } = useTranslation("permissions");
  const [all, setAll] = useState(false);
  const pages = useConditions(!all);
  const record = useChangeRecord();
  const mayWrite = useMay("conditions:write");
  const [isAdding, setAdding] = useState(false);
  const [ended, setEnded] = useState<Condition>();
  return (
    <>
      <SectionHead title={t("conditions.title")} text={t("conditions.text")}>
        {mayWrite && (
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            {t("conditions.new")}
          </Button>
        )}
      </SectionHead>
      <Switch
        label={t("ended")}
        mb="sm"
        checked={all}
        onChange={({ currentTarget }) => setAll(currentTarget.checked)}
      />
      <RecordList
        pages={pages}
        label={t("conditions.title")}
        empty={{ title: t("conditions.none"), text: t("conditions.noneText") }}
      >
        {(condition) => <Line condition={condition} onEnd={mayWrite ? setEnded : undefined} />}
      </RecordList>
      <ConditionDialog key={String(isAdding)} opened={isAdding} onClose={() => setAdding(false)} record={record} />
      <EndDialog key={ended?.id} condition={ended} onClose={() => setEnded(undefined)} record={record} />
    </>
  );
}

type LineProps = { condition: Condition; onEnd: ((condition: Condition) => void) | undefined };

function Line({ condition, onEnd }: LineProps) {
  const { t, i18n } = useTranslation("permissions");
  const dates = useDates();
  const { kind, country, region, county, place, from, to, source, enteredBy, enteredAt, endedAt, endedBecause } =
    condition;
  const where = [place, county, region, new Intl.DisplayNames([i18n.language], { type: "region" }).of(country)];
  const moment = (text: string) => (text.includes("T") ? dates.dateTime(new Date(text)) : text);
  return (
    <RecordLine
      title={
        <span style={endedAt ? { color: "var(--wl-soft)" } : undefined}>
          {t(`conditions.kinds.${kind}`)} · {where.filter(Boolean).join(", ")}
        </span>
      }
      aside={
        onEnd &&
        !endedAt && (
          <Button variant="default" size="compact-sm" onClick={() => onEnd(condition)}>
            {t("conditions.end")}
          </Button>
        )
      }
    >
      <div>
        {to
          ? t("conditions.fromTo", { from: moment(from), to: moment(to) })
          : t("conditions.fromOn", { from: moment(from) })}
        {source && ` · ${source}`}
      </div>
      <div>
        {t("conditions.entered", { name: enteredBy.name, when: dates.dateTime(enteredAt) })}
        {endedAt && ` · ${t("conditions.endedOn", { when: dates.dateTime(endedAt), because: endedBecause ?? "" })}`}
      </div>
    </RecordLine>
  );
}

type EndProps = {
  condition: Condition | undefined;
  onClose: () => void;
  record: Pick<ReturnType<typeof useChangeRecord>, "endCondition">;
};

function EndDialog({ condition, onClose, record: { endCondition } }: EndProps) {
  const { t } = useTranslation("permissions");
  const [because, setBecause] = useState("");
  return (
    <FormDialog
      opened={condition !== undefined}
      title={t("conditions.endTitle")}
      text={t("conditions.endText")}
      action={t("conditions.end")}
      isSending={endCondition.isPending}
      isReady={because.trim().length >= reasonLengthMin}
      error={endCondition.error}
      onClose={onClose}
      onSave={() => condition && endCondition.mutate({ id: condition.id, because }, { onSuccess: onClose })}
    >
      <Textarea
        label={t("conditions.because")}
        data-autofocus
        autosize
        minRows={2}
        maxLength={1000}
        value={because}
        onChange={({ currentTarget }) => setBecause(currentTarget.value)}
      />
    </FormDialog>
  );
}
