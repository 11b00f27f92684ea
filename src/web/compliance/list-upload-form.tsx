import { Alert, Autocomplete, Button, Checkbox, FileInput, Group, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isByAreaCode } from "#domain/number-lists/number-list.ts";
import type { useLists } from "#web/compliance/use-lists.ts";
import { useDates } from "#web/platform/dates.ts";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

const listsOffered = [
  "us-dnc",
  "ca-dncl",
  "gb-tps",
  "gb-ctps",
  "us-pa",
  "us-tx",
  "us-in",
  "it-rpo",
  "au-dncr",
  "be-dncm",
];

/** A file, of which list it is, and of which day: what the file itself says may be left out. */
export function ListUploadForm({ upload }: Pick<ReturnType<typeof useLists>, "upload">) {
  const { t } = useTranslation("compliance");
  const [file, setFile] = useState<File | null>(null);
  const [list, setList] = useState("");
  const [copiedOn, setCopiedOn] = useState("");
  const [whole, setWhole] = useState(false);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!file) return;
        const given = { list: list.trim() || undefined, copiedOn: copiedOn || undefined };
        upload.mutate({ file, ...given, whole }, { onSuccess: () => setFile(null) });
      }}
    >
      <Stack gap="sm" maw={480}>
        <FileInput
          label={t("upload.file")}
          placeholder={t("upload.choose")}
          value={file}
          onChange={setFile}
          clearable
        />
        <Autocomplete
          label={t("upload.list")}
          description={t("upload.listHint")}
          data={listsOffered}
          value={list}
          onChange={setList}
        />
        <TextInput
          type="date"
          label={t("upload.copiedOn")}
          description={t("upload.copiedOnHint")}
          value={copiedOn}
          onChange={({ currentTarget }) => setCopiedOn(currentTarget.value)}
        />
        {(list === "" || isByAreaCode(list)) && (
          <Checkbox
            label={t("upload.whole")}
            description={t("upload.wholeHint")}
            checked={whole}
            onChange={({ currentTarget }) => setWhole(currentTarget.checked)}
          />
        )}
        {upload.error && <ProblemAlert error={upload.error} />}
        {upload.data && <Uploaded counts={upload.data} />}
        <Group>
          <Button type="submit" loading={upload.isPending} disabled={!file}>
            {t("upload.do")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type Counts = NonNullable<ReturnType<typeof useLists>["upload"]["data"]>;

function Uploaded({ counts: { list, numbers, files } }: { counts: Counts }) {
  const { t } = useTranslation("compliance");
  const dates = useDates();
  const [counts] = files;
  return (
    <Alert variant="default" role="status" title={t("upload.done", { list, numbers: dates.number(numbers) })}>
      {counts && (
        <Text size="sm">
          {t("upload.counts", {
            rows: dates.number(counts.rows),
            created: dates.number(counts.created),
            removed: dates.number(counts.updated),
            skipped: dates.number(counts.skipped),
            rejected: dates.number(counts.rejected),
          })}
        </Text>
      )}
    </Alert>
  );
}
