import { createRootRoute, createRoute, lazyRouteComponent, Outlet, redirect } from "@tanstack/react-router";
import type { Language } from "#api/settings.ts";
import { rememberedLanguage, rememberLanguage } from "#web/platform/languages.ts";
import { switchLanguage } from "#web/platform/messages.ts";
import { PageMissing } from "#web/platform/page-missing.tsx";
import { queryClient } from "#web/platform/query-client.ts";
import { isRequestError } from "#web/platform/request.ts";
import { RouteFailed } from "#web/platform/route-failed.tsx";
import { sessionQuery } from "#web/platform/session.ts";
import { SignedIn } from "#web/platform/signed-in.tsx";

/** Parent of what anybody may open: sign-in, invitations, the first start. */
export const rootRoute = createRootRoute({
  component: Outlet,
  notFoundComponent: PageMissing,
  errorComponent: RouteFailed,
});

/** Parent of what fills the whole window for somebody who is signed in: a call. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "signed-in",
  component: SignedIn,
  beforeLoad: async ({ location }) => {
    await switchLanguage(await languageOfSession(location.href));
  },
});

/** Parent of every screen with the navigation at its side. */
export const frameRoute = createRoute({
  getParentRoute: () => signedInRoute,
  id: "frame",
  component: lazyRouteComponent(() => import("#web/platform/frame.tsx"), "Frame"),
});

async function languageOfSession(href: string): Promise<Language> {
  try {
    const session = await queryClient.ensureQueryData(sessionQuery);
    if (!session.current) throw redirect({ href: "/workspaces" });
    if (session.user.language) rememberLanguage(session.user.language);
    return session.user.language ?? rememberedLanguage() ?? session.current.language;
  } catch (error) {
    if (isRequestError(error) && error.code === "sign_in_required") {
      throw redirect({ href: `/sign-in?next=${encodeURIComponent(href)}` });
    }
    throw error;
  }
}
