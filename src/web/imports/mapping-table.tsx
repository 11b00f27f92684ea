import { Select, Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ImportPreview } from "#api/imports.ts";
import { useFieldName } from "#web/imports/format-name.ts";
import type { Draft } from "#web/imports/import-draft.ts";
import classes from "#web/imports/imports.module.css";
import { Panel } from "#web/imports/panel.tsx";

type Props = {
  columns: ImportPreview["columns"];
  fields: readonly string[];
  mapping: Draft["mapping"];
  /** Nothing in the file says what its columns are. */
  isNeeded: boolean;
  onChange: (next: Pick<Draft, "mapping">) => void;
};

/** Phones and opt-outs say more with a label. */
const labelled = [
  "occurred_at:meeting_held",
  "phone:mobile",
  "phone:work",
  "phone:home",
  "suppress:call",
  "suppress:email",
];

/** Every column of a table, what stands in it, and where it goes. */
export function MappingTable({ columns, fields, mapping, isNeeded, onChange }: Props) {
  const { t } = useTranslation("imports");
  const fieldName = useFieldName();
  const offered = [...fields.flatMap((field) => [field, ...labelled.filter((each) => each.startsWith(`${field}:`))])];
  const optionsWith = (field: string) =>
    [...new Set([...offered, field])].map((value) => ({ value, label: fieldName(value) }));
  return (
    <Panel title={t("mapping.title")} text={t(isNeeded ? "mapping.needed" : "mapping.text")}>
      <Table className={classes.rows ?? ""}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("mapping.column")}</Table.Th>
            <Table.Th>{t("mapping.examples")}</Table.Th>
            <Table.Th>{t("mapping.field")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {columns.map(({ name, field, samples }) => {
            const chosen = mapping[name] ?? field ?? "ignore";
            return (
              <Table.Tr key={name}>
                <Table.Td fw={600} className={classes.cell ?? ""}>
                  {name}
                </Table.Td>
                <Table.Td className={classes.samples ?? ""}>{samples.join(" · ")}</Table.Td>
                <Table.Td>
                  <Select
                    aria-label={t("mapping.fieldOf", { column: name })}
                    searchable
                    allowDeselect={false}
                    data={optionsWith(chosen)}
                    value={chosen}
                    onChange={(value) => value && onChange({ mapping: { ...mapping, [name]: value } })}
                  />
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Panel>
  );
}
