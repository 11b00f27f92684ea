import { useTranslation } from "react-i18next";
import type { Permission } from "#domain/policy.ts";
import { useSession } from "#web/platform/session.ts";
import { Page } from "#web/ui/page.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Sections } from "#web/ui/sections.tsx";

const sections = [
  { to: "/settings/account", name: "account", needs: "workspace:read" },
  { to: "/settings/security", name: "security", needs: "workspace:read" },
  { to: "/settings/workspace", name: "workspace", needs: "settings:write" },
  { to: "/settings/policy", name: "policy", needs: "policy:write" },
  { to: "/settings/kinds", name: "kinds", needs: "kinds:write" },
  { to: "/settings/people", name: "people", needs: "people:manage" },
  { to: "/settings/teams", name: "teams", needs: "people:manage" },
  { to: "/settings/fields", name: "fields", needs: "fields:write" },
  { to: "/settings/keys", name: "keys", needs: "keys:manage" },
  { to: "/settings/access", name: "access", needs: "access:read" },
] as const satisfies readonly { to: string; name: string; needs: Permission }[];

/** The settings that the person's role may see, each on a page of its own. */
export function SettingsPage() {
  const { t } = useTranslation("team");
  const { permissions } = useSession().current;
  const links = sections
    .filter(({ needs }) => permissions[needs] !== undefined)
    .map(({ to, name }) => ({ to, text: t(`settings.${name}`) }));
  return (
    <Page>
      <PageHeader title={t("settings.title")} />
      <Sections label={t("settings.title")} links={links} maxWidth={820} />
    </Page>
  );
}
