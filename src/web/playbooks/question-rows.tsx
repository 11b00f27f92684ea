import { Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { PlaybookContent } from "#api/playbooks.ts";
import { freshId } from "#web/playbooks/fresh-id.ts";
import { RowsField } from "#web/playbooks/rows-field.tsx";

type Questions = PlaybookContent["questions"];
type Props = { questions: Questions; onChange: (questions: Questions) => void; isReadOnly: boolean };

const questionsMax = 30;

export function QuestionRows({ questions, onChange, isReadOnly }: Props) {
  const { t } = useTranslation("playbooks");
  return (
    <RowsField
      rows={questions}
      keyOf={({ id }) => id}
      onChange={onChange}
      onAdd={() => ({ id: freshId("q", questions), text: "" })}
      addLabel={t("questions.add")}
      isReadOnly={isReadOnly}
      rowsMax={questionsMax}
    >
      {({ text }, change) => (
        <Textarea
          aria-label={t("questions.text")}
          autosize
          minRows={1}
          maxLength={500}
          value={text}
          readOnly={isReadOnly}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
      )}
    </RowsField>
  );
}
