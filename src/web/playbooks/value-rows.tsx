import { SimpleGrid, Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { PlaybookContent } from "#api/playbooks.ts";
import { RowsField } from "#web/playbooks/rows-field.tsx";

type Values = PlaybookContent["values"];
type Props = { values: Values; onChange: (values: Values) => void; isReadOnly: boolean };

const valuesMax = 30;
const parts = ["need", "help", "proof"] as const;

/** What they say, what helps, and the case that proves it. */
export function ValueRows({ values, onChange, isReadOnly }: Props) {
  const { t } = useTranslation("playbooks");
  return (
    <RowsField
      rows={values}
      keyOf={(_, index) => String(index)}
      onChange={onChange}
      onAdd={() => ({ need: "", help: "", proof: "" })}
      addLabel={t("values.add")}
      isReadOnly={isReadOnly}
      rowsMax={valuesMax}
    >
      {(row, change) => (
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="xs">
          {parts.map((part) => (
            <Textarea
              key={part}
              label={t(`values.${part}`)}
              size="xs"
              autosize
              minRows={1}
              maxLength={2000}
              value={row[part]}
              readOnly={isReadOnly}
              onChange={(event) => change({ [part]: event.currentTarget.value })}
            />
          ))}
        </SimpleGrid>
      )}
    </RowsField>
  );
}
