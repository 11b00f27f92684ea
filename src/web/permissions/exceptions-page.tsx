import { Button, Select, Textarea } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Exception } from "#api/exceptions.ts";
import { ExceptionLine } from "#web/permissions/exception-line.tsx";
import { FormDialog } from "#web/permissions/form-dialog.tsx";
import { OverrideDialog } from "#web/permissions/override-dialog.tsx";
import { useChangeRecord, useExceptions } from "#web/permissions/use-record.ts";
import { useMay } from "#web/platform/session.ts";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";
import { RecordList } from "#web/ui/record-list.tsx";
import { SectionHead } from "#web/ui/section-head.tsx";

const route = getRouteApi("/signed-in/frame/compliance/exceptions");
const states = Exception.shape.state.options;

type Choice = { exception: Exception; approve: boolean };

/** What needs two people: lifting a no, and setting one of our own rules aside. One proposes, another decides. */
export function ExceptionsPage() {
  const { t } = useTranslation("permissions");
  const search = route.useSearch();
  const navigate = useNavigate();
  const pages = useExceptions(search);
  const record = useChangeRecord();
  const mayPropose = useMay("exceptions:propose");
  const [isProposing, setProposing] = useState(false);
  const [choice, setChoice] = useState<Choice>();
  return (
    <>
      <SectionHead title={t("exceptions.title")} text={t("exceptions.text")}>
        {mayPropose && (
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setProposing(true)}>
            {t("exceptions.new")}
          </Button>
        )}
      </SectionHead>
      <Select
        label={t("exceptions.state")}
        data={states.map((value) => ({ value, label: t(`exceptions.states.${value}`) }))}
        value={search.state ?? null}
        clearable
        maw={240}
        mb="sm"
        onChange={(value) => {
          const state = states.find((each) => each === value);
          void navigate({ to: "/compliance/exceptions", search: state ? { state } : {}, replace: true });
        }}
      />
      {record.endException.error && <ProblemAlert error={record.endException.error} />}
      <RecordList
        pages={pages}
        label={t("exceptions.title")}
        empty={{ title: t("exceptions.none"), text: t("exceptions.noneText") }}
      >
        {(exception) => (
          <ExceptionLine
            exception={exception}
            onDecide={(approve) => setChoice({ exception, approve })}
            onEnd={() => record.endException.mutate(exception.id)}
          />
        )}
      </RecordList>
      <OverrideDialog
        key={String(isProposing)}
        opened={isProposing}
        onClose={() => setProposing(false)}
        record={record}
      />
      <DecideDialog key={choice?.exception.id} choice={choice} onClose={() => setChoice(undefined)} record={record} />
    </>
  );
}

type DecideProps = {
  choice: Choice | undefined;
  onClose: () => void;
  record: Pick<ReturnType<typeof useChangeRecord>, "decideException">;
};

function DecideDialog({ choice, onClose, record: { decideException } }: DecideProps) {
  const { t } = useTranslation("permissions");
  const [note, setNote] = useState("");
  const how = choice?.approve ? "approve" : "reject";
  return (
    <FormDialog
      opened={choice !== undefined}
      title={t(`exceptions.${how}`)}
      text={t(`exceptions.decideText.${how}`)}
      action={t(`exceptions.${how}`)}
      isSending={decideException.isPending}
      isReady
      error={decideException.error}
      onClose={onClose}
      onSave={() =>
        choice &&
        decideException.mutate({ id: choice.exception.id, approve: choice.approve, note }, { onSuccess: onClose })
      }
    >
      <Textarea
        label={t("exceptions.note")}
        data-autofocus
        autosize
        minRows={2}
        maxLength={2000}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
    </FormDialog>
  );
}
