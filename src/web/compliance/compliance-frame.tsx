import { useTranslation } from "react-i18next";
import type { Permission } from "#domain/policy.ts";
import { useSession } from "#web/platform/session.ts";
import { Page } from "#web/ui/page.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Sections } from "#web/ui/sections.tsx";

const pages = [
  { to: "/compliance/decisions", name: "decisions", needs: "decisions:read" },
  { to: "/compliance/what-if", name: "whatIf", needs: "decisions:read" },
  { to: "/compliance/consents", name: "consents", needs: "consents:record" },
  { to: "/compliance/suppressions", name: "suppressions", needs: "suppressions:record" },
  { to: "/compliance/exceptions", name: "exceptions", needs: "exceptions:read" },
  { to: "/compliance/packs", name: "packs", needs: "packs:read" },
  { to: "/compliance/conditions", name: "conditions", needs: "packs:read" },
  { to: "/compliance/lists", name: "lists", needs: "lists:read" },
  { to: "/compliance/our-rules", name: "own", needs: "policy:write" },
  { to: "/compliance/requests", name: "requests", needs: "rights:read" },
  { to: "/compliance/retention", name: "retention", needs: "rights:read" },
  { to: "/compliance/reports", name: "reports", needs: "rights:read" },
] as const satisfies readonly { to: string; name: string; needs: Permission }[];

/** The section's head and the pages that the person's role may open. */
export function ComplianceFrame() {
  const { t } = useTranslation("compliance");
  const { permissions } = useSession().current;
  const links = pages
    .filter(({ needs }) => permissions[needs] !== undefined)
    .map(({ to, name }) => ({ to, text: t(`tabs.${name}`) }));
  return (
    <Page maxWidth={1280}>
      <PageHeader title={t("title")} summary={t("noAdvice")} />
      <Sections label={t("pages")} links={links} maxWidth={1060} />
    </Page>
  );
}
