import { Skeleton, Stack, VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** Grey lines in the shape of a list while it is on its way. */
export function Loading({ rows = 5, height = 56 }: { rows?: number; height?: number }) {
  const { t } = useTranslation("ui");
  const lines = Array.from({ length: rows }, (_, index) => index);
  return (
    <Stack gap={7} role="status">
      <VisuallyHidden>{t("loading")}</VisuallyHidden>
      {lines.map((line) => (
        <Skeleton key={line} height={height} radius="lg" />
      ))}
    </Stack>
  );
}
