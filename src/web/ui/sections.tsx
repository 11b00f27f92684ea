import { Link, type LinkProps, Outlet, useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import classes from "#web/ui/sections.module.css";

type Props = { label: string; links: readonly { to: NonNullable<LinkProps["to"]>; text: string }[]; maxWidth: number };

/** Pages that stand together: their list beside the one that is open, which is at most so many pixels wide. */
export function Sections({ label, links, maxWidth }: Props) {
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // On a narrow screen the list is a strip that scrolls.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the chosen page moves with the address
  useEffect(() => {
    nav.current?.querySelector("[aria-current]")?.scrollIntoView({ inline: "center", block: "nearest" });
  }, [pathname]);
  return (
    <div className={classes.columns}>
      <nav ref={nav} aria-label={label} className={classes.nav}>
        {links.map(({ to, text }) => (
          <Link key={to} to={to} className={classes.link} activeProps={{ "aria-current": "page" }}>
            {text}
          </Link>
        ))}
      </nav>
      <div className={classes.section} style={{ maxWidth }}>
        <Outlet />
      </div>
    </div>
  );
}
