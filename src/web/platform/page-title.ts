import { useEffect } from "react";

/** The window's title, which screen readers speak when the page changes. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Warmline`;
  }, [title]);
}
