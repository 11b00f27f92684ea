import { Button, Checkbox, Group, Modal, NumberInput, Select, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Direction, directions } from "#domain/touchpoints/kinds.ts";
import { type ChangeKind, changeOfKind, type KindDraft, mayBeExpected } from "#web/contacts/kind-draft.ts";
import { useKindName } from "#web/ui/kind-name.ts";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

type Props = {
  before: KindDraft;
  taken: readonly string[];
  error: unknown;
  isSaving: boolean;
  onSave: (kind: ChangeKind) => void;
  onClose: () => void;
};

const windows = ["none", "at_meeting", "hours"] as const;
const expectations = ["none", "days", "introductionDays", "requestDays", "meeting"] as const;

/** Changes what a kind is worth, or adds one. What it is to the gate is not for a team to decide. */
export function KindDialog({ before, taken, error, isSaving, onSave, onClose }: Props) {
  const { t } = useTranslation("contacts");
  const kindName = useKindName();
  const isNew = before.slug === "";
  const [draft, setDraft] = useState(before);
  const change = changeOfKind(draft);
  const isTaken = isNew && taken.includes(draft.slug);
  const set = (part: Partial<KindDraft>) => setDraft((all) => ({ ...all, ...part }));
  return (
    <Modal
      opened
      onClose={onClose}
      title={isNew ? t("kind.add") : kindName(before.slug)}
      closeButtonProps={{ "aria-label": t("platform:close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (change && !isTaken) onSave(change);
        }}
      >
        <Stack gap="sm">
          {isNew && <NewKind draft={draft} isTaken={isTaken} onChange={set} />}
          {draft.direction !== "context" && <Worth draft={draft} onChange={set} />}
          <CallWindow draft={draft} onChange={set} />
          {mayBeExpected(draft.direction) && <Expectation draft={draft} onChange={set} />}
          {error !== null && <ProblemAlert error={error} />}
          <Group>
            <Button type="submit" loading={isSaving} disabled={!change || isTaken}>
              {t("save")}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t("cancel")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

type PartProps = { draft: KindDraft; onChange: (part: Partial<KindDraft>) => void };

const numberOf = (value: string | number): number | "" => (typeof value === "number" ? value : "");

function NewKind({ draft, isTaken, onChange }: PartProps & { isTaken: boolean }) {
  const { t } = useTranslation("contacts");
  const change = (direction: Direction | null) =>
    direction && onChange({ direction, ...(direction === "context" && { weight: 0, memoryDays: "" }) });
  return (
    <>
      <TextInput
        label={t("kind.slug")}
        description={t("kind.slugText")}
        placeholder="fair_visited"
        required
        withAsterisk={false}
        maxLength={60}
        error={isTaken && t("kind.taken")}
        value={draft.slug}
        onChange={({ currentTarget }) =>
          onChange({ slug: currentTarget.value.trimStart().toLowerCase().replaceAll(/[ -]/g, "_") })
        }
      />
      <Select
        label={t("kind.direction")}
        allowDeselect={false}
        data={directions.map((value) => ({ value, label: t(`direction.group.${value}`) }))}
        value={draft.direction}
        onChange={(value) => change(directions.find((each) => each === value) ?? null)}
      />
    </>
  );
}

function Worth({ draft, onChange }: PartProps) {
  const { t } = useTranslation("contacts");
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      <NumberInput
        label={t("kind.weight")}
        min={0}
        max={1000}
        value={draft.weight}
        onChange={(value) => onChange({ weight: numberOf(value) })}
      />
      <NumberInput
        label={t("kind.memory")}
        placeholder={t("kind.memoryNone")}
        min={1}
        allowDecimal={false}
        value={draft.memoryDays}
        onChange={(value) => onChange({ memoryDays: numberOf(value) })}
      />
    </SimpleGrid>
  );
}

function CallWindow({ draft, onChange }: PartProps) {
  const { t } = useTranslation("contacts");
  const { opens, closes } = draft;
  return (
    <>
      <Select
        label={t("kind.window")}
        allowDeselect={false}
        data={windows.map((value) => ({ value, label: t(`kind.windows.${value}`) }))}
        value={draft.window}
        onChange={(value) => onChange({ window: windows.find((each) => each === value) ?? "none" })}
      />
      {draft.window === "hours" && (
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <NumberInput
            label={t("kind.opens")}
            min={0}
            max={10_000}
            value={opens}
            onChange={(value) => onChange({ opens: numberOf(value) })}
          />
          <NumberInput
            label={t("kind.closes")}
            min={0}
            max={10_000}
            value={closes}
            error={opens !== "" && closes !== "" && closes < opens && t("kind.closesEarly")}
            onChange={(value) => onChange({ closes: numberOf(value) })}
          />
        </SimpleGrid>
      )}
    </>
  );
}

function Expectation({ draft, onChange }: PartProps) {
  const { t } = useTranslation("contacts");
  return (
    <>
      <Select
        label={t("kind.expects")}
        allowDeselect={false}
        data={expectations.map((value) => ({ value, label: t(`kind.expectations.${value}`) }))}
        value={draft.expects}
        onChange={(value) => onChange({ expects: expectations.find((each) => each === value) ?? "none" })}
      />
      {draft.expects === "days" && (
        <NumberInput
          label={t("kind.days")}
          min={1}
          max={365}
          allowDecimal={false}
          value={draft.days}
          onChange={(value) => onChange({ days: numberOf(value) })}
        />
      )}
      {draft.expects !== "none" && (
        <Checkbox
          label={t("kind.fulfilled")}
          checked={draft.endsWhenFulfilled}
          onChange={({ currentTarget }) => onChange({ endsWhenFulfilled: currentTarget.checked })}
        />
      )}
    </>
  );
}
