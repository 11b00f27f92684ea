import { Outlet } from "@tanstack/react-router";
import { useNotices } from "#web/platform/use-notices.ts";

/** Around every screen of somebody who is signed in. */
export function SignedIn() {
  useNotices();
  return <Outlet />;
}
