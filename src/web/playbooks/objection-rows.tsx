import { Stack, TagsInput, Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { PlaybookContent } from "#api/playbooks.ts";
import { freshId } from "#web/playbooks/fresh-id.ts";
import { RowsField } from "#web/playbooks/rows-field.tsx";

type Objections = PlaybookContent["objections"];
type Props = { objections: Objections; onChange: (objections: Objections) => void; isReadOnly: boolean };

const objectionsMax = 60;
const wordsMax = 20;

/** What they say, what we answer, what proves it, and the words by which a rep finds it. */
export function ObjectionRows({ objections, onChange, isReadOnly }: Props) {
  const { t } = useTranslation("playbooks");
  return (
    <RowsField
      rows={objections}
      keyOf={({ id }) => id}
      onChange={onChange}
      onAdd={() => ({ id: freshId("o", objections), says: "", answer: "", evidence: "", words: [] })}
      addLabel={t("objections.add")}
      isReadOnly={isReadOnly}
      rowsMax={objectionsMax}
    >
      {({ says, answer, evidence, words }, change) => (
        <Stack gap={6}>
          <TextInput
            label={t("objections.says")}
            size="xs"
            maxLength={2000}
            value={says}
            readOnly={isReadOnly}
            onChange={(event) => change({ says: event.currentTarget.value })}
          />
          <Textarea
            label={t("objections.answer")}
            size="xs"
            autosize
            minRows={2}
            maxLength={2000}
            value={answer}
            readOnly={isReadOnly}
            onChange={(event) => change({ answer: event.currentTarget.value })}
          />
          <TextInput
            label={t("objections.evidence")}
            size="xs"
            maxLength={2000}
            value={evidence}
            readOnly={isReadOnly}
            onChange={(event) => change({ evidence: event.currentTarget.value })}
          />
          <TagsInput
            label={t("objections.words")}
            size="xs"
            maxTags={wordsMax}
            value={words}
            readOnly={isReadOnly}
            onChange={(next) => change({ words: next })}
          />
        </Stack>
      )}
    </RowsField>
  );
}
