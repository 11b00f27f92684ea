import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Permission } from "#domain/policy.ts";
import classes from "#web/platform/frame.module.css";
import { useSession } from "#web/platform/session.ts";

export type Screen = { to: string; name: string; keys: string; needs: Permission };

/** The screens that exist, in the order of the day. */
export const screens = [
  { to: "/today", name: "today", keys: "g t", needs: "queue:read" },
  { to: "/contacts", name: "contacts", keys: "g c", needs: "contacts:read" },
  { to: "/accounts", name: "accounts", keys: "g a", needs: "contacts:read" },
  { to: "/compliance", name: "compliance", keys: "g l", needs: "decisions:read" },
  { to: "/import", name: "import", keys: "g i", needs: "imports:read" },
  { to: "/playbooks", name: "playbooks", keys: "g p", needs: "workspace:read" },
  { to: "/settings", name: "settings", keys: "g s", needs: "workspace:read" },
] as const satisfies readonly Screen[];

/** The screens that the person's role may open. */
export function useScreens() {
  const { permissions } = useSession().current;
  return screens.filter(({ needs }) => permissions[needs] !== undefined);
}

/** The list of screens, with what waits in each. */
export function Navigation({
  counts,
  onFollow,
}: {
  counts: Record<string, number | undefined>;
  onFollow?: () => void;
}) {
  const { t } = useTranslation("platform");
  return (
    <nav aria-label={t("nav.label")} className={classes.nav}>
      {useScreens().map(({ to, name }) => (
        <Link
          key={to}
          to={to}
          className={classes.link}
          activeProps={{ "aria-current": "page" }}
          {...(onFollow && { onClick: onFollow })}
        >
          <span>{t(`nav.${name}`)}</span>
          {counts[name] !== undefined && counts[name] > 0 && <span className={classes.count}>{counts[name]}</span>}
        </Link>
      ))}
    </nav>
  );
}
