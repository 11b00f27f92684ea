import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Permission } from "#domain/policy.ts";
import classes from "#web/compliance/compliance-frame.module.css";
import { useSession } from "#web/platform/session.ts";
import { Page } from "#web/ui/page.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";

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
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // On a narrow screen the list of pages is a strip that scrolls.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the chosen page moves with the address
  useEffect(() => {
    nav.current?.querySelector("[aria-current]")?.scrollIntoView({ inline: "center", block: "nearest" });
  }, [pathname]);
  return (
    <Page maxWidth={1280}>
      <PageHeader title={t("title")} summary={t("noAdvice")} />
      <div className={classes.columns}>
        <nav ref={nav} aria-label={t("pages")} className={classes.nav}>
          {pages
            .filter(({ needs }) => permissions[needs] !== undefined)
            .map(({ to, name }) => (
              <Link key={to} to={to} className={classes.link} activeProps={{ "aria-current": "page" }}>
                {t(`tabs.${name}`)}
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
