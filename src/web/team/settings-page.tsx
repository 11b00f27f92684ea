import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Permission } from "#domain/policy.ts";
import { useSession } from "#web/platform/session.ts";
import classes from "#web/team/settings-page.module.css";
import { Page } from "#web/ui/page.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";

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
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // On a narrow screen the list of sections is a strip that scrolls.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the chosen section moves with the address
  useEffect(() => {
    nav.current?.querySelector("[aria-current]")?.scrollIntoView({ inline: "center", block: "nearest" });
  }, [pathname]);
  const mine = sections.filter(({ needs }) => permissions[needs] !== undefined);
  return (
    <Page>
      <PageHeader title={t("settings.title")} />
      <div className={classes.columns}>
        <nav ref={nav} aria-label={t("settings.title")} className={classes.nav}>
          {mine.map(({ to, name }) => (
            <Link key={to} to={to} className={classes.link} activeProps={{ "aria-current": "page" }}>
              {t(`settings.${name}`)}
            </Link>
          ))}
        </nav>
        <div className={classes.section}>
          <Outlet />
        </div>
      </div>
    </Page>
  );
}
