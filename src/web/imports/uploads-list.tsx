import { ActionIcon, Group, Loader, Progress, Stack, Text } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "#web/imports/imports.module.css";
import { useRefusalText } from "#web/imports/reason-text.ts";
import type { Upload } from "#web/imports/use-uploads.ts";

type Props = { uploads: readonly Upload[]; onForget: (key: string) => void };

/** Files on their way, and those that were refused. */
export function UploadsList({ uploads, onForget }: Props) {
  if (uploads.length === 0) return null;
  return (
    <Stack gap={7} mt="sm">
      {uploads.map((upload) => (
        <UploadRow key={upload.key} upload={upload} onForget={() => onForget(upload.key)} />
      ))}
    </Stack>
  );
}

function UploadRow({ upload: { fileName, state, sent, error }, onForget }: { upload: Upload; onForget: () => void }) {
  const { t } = useTranslation("imports");
  const refusal = useRefusalText(error);
  const percent = Math.floor(sent * 100);
  // What was sent whole is looked at by the server, which takes a moment too.
  const text =
    state === "uploading" ? t(sent < 1 ? "upload.sent" : "upload.recognising", { percent }) : t("upload.waiting");
  return (
    <Group className={classes.card} gap="sm" wrap="nowrap" align="flex-start">
      {state === "uploading" && <Loader size="xs" mt={3} aria-hidden />}
      <div className={classes.grow}>
        <Text fw={600}>{fileName}</Text>
        <Text
          size="sm"
          role={sent < 1 && state === "uploading" ? undefined : "status"}
          c={state === "failed" ? "var(--wl-stop)" : "dimmed"}
        >
          {state === "failed" ? refusal : text}
        </Text>
        {state === "uploading" && (
          <Progress value={percent} size="sm" mt={6} aria-label={t("upload.progress", { fileName })} />
        )}
      </div>
      {state === "failed" && (
        <ActionIcon variant="subtle" color="gray" aria-label={t("upload.forget", { fileName })} onClick={onForget}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      )}
    </Group>
  );
}
