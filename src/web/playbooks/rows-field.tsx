import { ActionIcon, Button, Group, Paper, Stack } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconTrash } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

type Props<Row> = {
  rows: readonly Row[];
  keyOf: (row: Row, index: number) => string;
  onChange: (rows: Row[]) => void;
  onAdd: () => Row;
  addLabel: string;
  isReadOnly: boolean;
  rowsMax: number;
  children: (row: Row, change: (part: Partial<Row>) => void) => ReactNode;
};

/** Rows that can be added, changed, moved and removed, with buttons instead of dragging: keys reach them. */
export function RowsField<Row>({ rows, keyOf, onChange, onAdd, addLabel, isReadOnly, rowsMax, children }: Props<Row>) {
  const { t } = useTranslation("playbooks");
  const swap = (index: number, other: number) => {
    const [one, two] = [rows[index], rows[other]];
    if (one !== undefined && two !== undefined) onChange(rows.with(index, two).with(other, one));
  };
  return (
    <Stack gap="xs">
      {rows.map((row, index) => (
        <Paper key={keyOf(row, index)} withBorder p="xs">
          <Group wrap="nowrap" align="flex-start" gap="xs">
            <div style={{ flex: 1, minWidth: 0 }}>
              {children(row, (part) => onChange(rows.with(index, { ...row, ...part })))}
            </div>
            {!isReadOnly && (
              <Group gap={2} wrap="nowrap">
                <ActionIcon
                  variant="subtle"
                  aria-label={t("rows.up")}
                  disabled={index === 0}
                  onClick={() => swap(index, index - 1)}
                >
                  <IconArrowUp size={16} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  aria-label={t("rows.down")}
                  disabled={index === rows.length - 1}
                  onClick={() => swap(index, index + 1)}
                >
                  <IconArrowDown size={16} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  aria-label={t("rows.remove")}
                  onClick={() => onChange(rows.toSpliced(index, 1))}
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              </Group>
            )}
          </Group>
        </Paper>
      ))}
      {!isReadOnly && rows.length < rowsMax && (
        <Group>
          <Button variant="default" size="compact-sm" onClick={() => onChange([...rows, onAdd()])}>
            {addLabel}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
