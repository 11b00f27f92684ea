import { keyCaps } from "#web/platform/key-press.ts";
import classes from "./key-hint.module.css";

const isMac = /mac|iphone|ipad/i.test(navigator.platform);

/** The key that does the same as the control beside it. Screen readers hear it through `aria-keyshortcuts`. */
export function KeyHint({ keys }: { keys: string }) {
  return (
    <span className={classes.hint} aria-hidden>
      {keyCaps(keys, isMac).map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  );
}
