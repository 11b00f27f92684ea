import { ActionIcon, Burger, Drawer, Group, Text } from "@mantine/core";
import { useDisclosure, useMediaQuery } from "@mantine/hooks";
import { spotlight } from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";
import { Outlet, useRouterState } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useTodayCount } from "#web/call-queue/use-queue.ts";
import classes from "#web/platform/frame.module.css";
import { FrameCommands } from "#web/platform/frame-commands.tsx";
import { Navigation } from "#web/platform/navigation.tsx";
import { PersonMenu } from "#web/platform/person-menu.tsx";
import { useMay, useSession } from "#web/platform/session.ts";
import { useDueRequests } from "#web/rights/use-requests.ts";

const narrow = "(max-width: 48em)";

/** What stands around every screen: the way past it, the navigation, the person. */
export function Frame() {
  const { t } = useTranslation("platform");
  useFocusOnArrival();
  const isNarrow = useMediaQuery(narrow, undefined, { getInitialValueInEffect: false });
  return (
    <div className={classes.frame}>
      <a href="#content" className={classes.skip}>
        {t("frame.skip")}
      </a>
      <FrameCommands />
      {isNarrow ? <NarrowHead /> : <Side />}
      <main id="content" tabIndex={-1} className={classes.content}>
        <Outlet />
      </main>
    </div>
  );
}

function Side() {
  const { current } = useSession();
  const counts = useCounts();
  return (
    <header className={classes.side}>
      <Text className={classes.brand} component="div">
        Warmline
        <span className={classes.workspace}>{current.name}</span>
      </Text>
      <Navigation counts={counts} />
      <div className={classes.foot}>
        <PersonMenu />
      </div>
    </header>
  );
}

function NarrowHead() {
  const { t } = useTranslation("platform");
  const counts = useCounts();
  const [isOpen, { open, close }] = useDisclosure();
  return (
    <header className={classes.head}>
      <Group gap="xs">
        <Burger size="sm" opened={isOpen} onClick={open} aria-label={t("nav.open")} />
        <Text fw={700}>Warmline</Text>
      </Group>
      <ActionIcon variant="subtle" size="lg" onClick={spotlight.open} aria-label={t("palette.open")}>
        <IconSearch size={20} aria-hidden />
      </ActionIcon>
      <Drawer
        opened={isOpen}
        onClose={close}
        size={260}
        title="Warmline"
        closeButtonProps={{ "aria-label": t("close") }}
      >
        <Navigation counts={counts} onFollow={close} />
        <PersonMenu />
      </Drawer>
    </header>
  );
}

/** On another screen, keys and screen readers start at its content, unless a field there asks for the focus itself. */
function useFocusOnArrival(): void {
  const pathname = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  const before = useRef(pathname);
  useEffect(() => {
    const content = document.getElementById("content");
    if (before.current !== undefined && before.current !== pathname && !content?.contains(document.activeElement)) {
      content?.focus({ preventScroll: true });
    }
    before.current = pathname;
  }, [pathname]);
}

/** What waits in each screen. */
function useCounts(): Record<string, number | undefined> {
  return { today: useTodayCount(useMay("queue:read")), compliance: useDueRequests(useMay("rights:read")) };
}
