import { Badge, Button, Group, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TouchpointKind } from "#api/touchpoints.ts";
import { type Direction, directions } from "#domain/touchpoints/kinds.ts";
import classes from "#web/contacts/contact.module.css";
import { KindDialog } from "#web/contacts/kind-dialog.tsx";
import { draftOfKind, type KindDraft, newKind } from "#web/contacts/kind-draft.ts";
import { useKindTable } from "#web/contacts/use-kinds.ts";
import { useKindName } from "#web/ui/kind-name.ts";
import { Loading } from "#web/ui/loading.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";
import { Section } from "#web/ui/section.tsx";

/** What each kind of touchpoint is worth: how much, for how long, and when it is time to call. */
export function KindsSection() {
  const { t } = useTranslation("contacts");
  const { kinds, change, reset } = useKindTable();
  const [edited, setEdited] = useState<KindDraft>();
  const all = kinds.data?.items ?? [];
  const close = () => {
    setEdited(undefined);
    change.reset();
  };
  return (
    <>
      <Section title={t("kind.title")} text={t("kind.text")}>
        {kinds.error && <ProblemAlert error={kinds.error} onRetry={() => void kinds.refetch()} />}
        {reset.error && <ProblemAlert error={reset.error} />}
        {kinds.isPending && <Loading rows={6} height={44} />}
        <Group>
          <Button variant="default" onClick={() => setEdited(newKind)}>
            {t("kind.add")}
          </Button>
        </Group>
      </Section>
      {directions.map((direction) => (
        <KindGroup
          key={direction}
          direction={direction}
          kinds={all.filter((kind) => kind.direction === direction)}
          onEdit={(kind) => setEdited(draftOfKind(kind))}
          onReset={(slug) => reset.mutate(slug)}
        />
      ))}
      {edited && (
        <KindDialog
          before={edited}
          taken={all.map(({ slug }) => slug)}
          error={change.error}
          isSaving={change.isPending}
          onSave={(kind) => change.mutate(kind, { onSuccess: close })}
          onClose={close}
        />
      )}
    </>
  );
}

type GroupProps = {
  direction: Direction;
  kinds: readonly TouchpointKind[];
  onEdit: (kind: TouchpointKind) => void;
  onReset: (slug: string) => void;
};

function KindGroup({ direction, kinds, onEdit, onReset }: GroupProps) {
  const { t } = useTranslation("contacts");
  if (kinds.length === 0) return null;
  return (
    <Section title={t(`direction.group.${direction}`)}>
      <ul className={classes.list}>
        {kinds.map((kind) => (
          <KindRow key={kind.slug} kind={kind} onEdit={() => onEdit(kind)} onReset={() => onReset(kind.slug)} />
        ))}
      </ul>
    </Section>
  );
}

type RowProps = { kind: TouchpointKind; onEdit: () => void; onReset: () => void };

function KindRow({ kind, onEdit, onReset }: RowProps) {
  const { t } = useTranslation("contacts");
  const name = useKindName()(kind.slug);
  const worth = useWorth(kind);
  return (
    <li>
      <div>
        <Group gap={8}>
          <Text fw={600}>{name}</Text>
          {kind.changed && (
            <Badge variant="default" size="sm" tt="none">
              {t("kind.changed")}
            </Badge>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {worth}
        </Text>
      </div>
      <Group gap={6} wrap="nowrap">
        {kind.changed && (
          <Button variant="subtle" size="xs" onClick={onReset} aria-label={t("kind.resetOne", { name })}>
            {t("kind.reset")}
          </Button>
        )}
        <Button variant="default" size="xs" onClick={onEdit} aria-label={t("kind.changeOne", { name })}>
          {t("kind.change")}
        </Button>
      </Group>
    </li>
  );
}

/** A kind in one line: weight, memory, window, expectation. */
function useWorth({ weight, memoryDays, window, expectation }: TouchpointKind): string {
  const { t } = useTranslation("contacts");
  const days = expectation?.days;
  const parts = [
    t("kind.isWeight", { weight }),
    memoryDays === null ? t("kind.isNoMemory") : t("kind.isMemory", { count: memoryDays }),
    window === "at_meeting" && t("kind.isAtMeeting"),
    window !== null &&
      window !== "at_meeting" &&
      t("kind.isWindow", { opens: window.opensAfterHours, closes: window.closesAfterHours }),
    days === null && t("kind.isHotMeeting"),
    typeof days === "number" && t("kind.isHotDays", { count: days }),
    typeof days === "string" && t(`kind.isHot.${days}`),
  ];
  return parts.filter(Boolean).join(" · ");
}
