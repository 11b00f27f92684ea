export type KeyPress = {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  /** The last two keys, lower-case, where they followed each other quickly: "g t". */
  sequence: string;
};

export function keysOf(keys: string | readonly string[] | undefined): readonly string[] {
  if (keys === undefined) return [];
  return typeof keys === "string" ? [keys] : keys;
}

/** Whether what was pressed is what the command asks for. `mod` is ⌘ on a Mac and Ctrl elsewhere. */
export function matches(keys: string, press: KeyPress): boolean {
  const hasModifier = press.ctrlKey || press.metaKey || press.altKey;
  if (keys.includes(" ")) return !hasModifier && press.sequence === keys.toLowerCase();

  const parts = keys.split("+");
  const key = parts.at(-1) ?? "";
  const wantsModifier = parts.includes("mod");
  if (wantsModifier !== (press.ctrlKey || press.metaKey) || press.altKey) return false;
  if (parts.includes("shift") && !press.shiftKey) return false;
  // A capital letter is a slip of the finger; a sign such as "?" needs its shift on most keyboards.
  if (/^[a-z]$/i.test(key) && !parts.includes("shift") && press.shiftKey) return false;
  return press.key.toLowerCase() === key.toLowerCase();
}

const signs: Record<string, string> = {
  ArrowDown: "↓",
  ArrowUp: "↑",
  ArrowLeft: "←",
  ArrowRight: "→",
  Enter: "↵",
  Escape: "Esc",
};

/** The caps of the keys as shown to people: "mod+k" is ["⌘", "K"] or ["Ctrl", "K"]. */
export function keyCaps(keys: string, isMac: boolean): string[] {
  return keys.split(/[ +]/).map((part) => {
    if (part === "mod") return isMac ? "⌘" : "Ctrl";
    if (part === "shift") return isMac ? "⇧" : "Shift";
    return signs[part] ?? (part.length === 1 ? part.toUpperCase() : part);
  });
}
