import { useTranslation } from "react-i18next";
import type { QueueReason } from "#api/queue.ts";
import { reasonText } from "#web/call-queue/reason-text.ts";
import type { Wording } from "#web/call-queue/when-text.ts";
import { useNow } from "#web/platform/clock.ts";
import { ownTimeZone, useDates } from "#web/platform/dates.ts";
import { useKindName } from "#web/ui/kind-name.ts";

/** What wording a moment or a reason needs: language, clock and the person's own zone. */
export function useWording(): Wording {
  const { t } = useTranslation("call-queue");
  const dates = useDates();
  const now = useNow();
  return { t, dates, now, timeZone: ownTimeZone };
}

export function useReasonText(): (reason: QueueReason) => string {
  const wording = useWording();
  const kindName = useKindName();
  return (reason) => reasonText(reason, { ...wording, kindName });
}
