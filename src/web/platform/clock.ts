import { useEffect, useState } from "react";

/** The only place of the web that reads the clock. */
export function now(): Date {
  return new Date();
}

/** The present instant, renewed every so often while the component is on the screen. */
export function useNow(everyMs = 30_000): Date {
  const [instant, setInstant] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setInstant(now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return instant;
}
