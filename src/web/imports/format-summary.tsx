import { useTranslation } from "react-i18next";
import type { ImportPreview } from "#api/imports.ts";
import { useFormatName } from "#web/imports/format-name.ts";
import { Panel } from "#web/imports/panel.tsx";
import { joinSentences } from "#web/platform/sentences.ts";

/** What the file is, how many are in it, and what it proves. */
export function FormatSummary({ preview }: { preview: ImportPreview }) {
  const { t, i18n } = useTranslation("imports");
  const formatName = useFormatName();
  const { format, total } = preview;
  const people = t("recognised.people", { count: total.people });
  const rows = t("recognised.rows", { count: total.rows });
  const counted = total.exact ? people : t("recognised.more", { people });
  const proof = proofOf(preview);
  return (
    <Panel
      title={t("recognised.title", { format: formatName(format.slug, format.title), people: counted })}
      text={joinSentences(
        [total.rows !== total.people && total.exact && rows, t(`recognised.proof.${proof}`)],
        i18n.language,
      )}
    />
  );
}

function proofOf({ format, rows }: ImportPreview): "captured" | "claimed" | "nothing" {
  const found = rows.flatMap(({ touchpoints }) => touchpoints.map(({ verification }) => verification));
  if (found.includes("captured")) return "captured";
  if (found.includes("claimed")) return "claimed";
  return format.slug === "table" ? "claimed" : "nothing";
}
