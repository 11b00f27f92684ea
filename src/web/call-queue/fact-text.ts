import { useTranslation } from "react-i18next";
import type { BriefTouchpoint } from "#api/brief.ts";
import { useKindName } from "#web/ui/kind-name.ts";

/** A touchpoint in one line: its kind, and what the source says of it. */
export function useFactText(): (touchpoint: Pick<BriefTouchpoint, "kind" | "summary">) => string {
  const { t } = useTranslation("call-queue");
  const kindName = useKindName();
  return ({ kind, summary }) =>
    summary ? t("reason.withSummary", { sentence: kindName(kind), summary }) : kindName(kind);
}
