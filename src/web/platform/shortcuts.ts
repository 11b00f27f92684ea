import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from "react";
import { type KeyPress, keysOf, matches } from "#web/platform/key-press.ts";

/** Something that a person can do on the present screen; the palette and the list of shortcuts show it. */
export type Command = {
  id: string;
  label: string;
  /** "c", "g t" (one after the other), "mod+Enter", "ArrowDown". Absent: only in the palette. */
  keys?: string | readonly string[];
  run: () => void;
  /** Works while the person types in a field. */
  inFields?: boolean;
  /** Works while a dialog is open. */
  inDialogs?: boolean;
  /** Not shown in the palette, as moving up and down is not. */
  hidden?: boolean;
};

type Entry = { current: readonly Command[] };

const sequenceMs = 1200;
const storageKey = "warmline.single-keys";

const entries = new Set<Entry>();
const listeners = new Set<() => void>();
let snapshot: readonly Command[] = [];
let pressed: { keys: string; at: number } = { keys: "", at: 0 };

/** Registers commands while the component is on the screen. The innermost component wins where keys collide. */
export function useCommands(commands: readonly Command[]): void {
  const entry = useRef<readonly Command[]>(commands);
  const signature = commands.map(({ id, label, keys }) => `${id}|${label}|${keys}`).join("\n");
  // As soon as it is on the screen: a key pressed right after a change must not run what was there before it.
  useLayoutEffect(() => {
    entry.current = commands;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of labels or keys must reach the palette
  useEffect(() => {
    entries.add(entry);
    publish();
    return () => {
      entries.delete(entry);
      publish();
    };
  }, [signature]);
}

/** All commands of the present screen, the innermost last. */
export function useAllCommands(): readonly Command[] {
  return useSyncExternalStore(subscribe, () => snapshot);
}

/** Single letters may be switched off (WCAG 2.1.4): speech input would trigger them. */
export function singleKeysOn(): boolean {
  return localStorage.getItem(storageKey) !== "off";
}

export function switchSingleKeys(on: boolean): void {
  localStorage.setItem(storageKey, on ? "on" : "off");
  publish();
}

/** Listens for the whole document; called once, at the start. */
export function listenForShortcuts(target: Document): void {
  target.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const press: KeyPress = { ...pick(event), sequence: sequenceOf(event) };
    const command = find(press, event.target, target);
    if (!command) return;
    event.preventDefault();
    pressed = { keys: "", at: 0 };
    command.run();
  });
}

function find(press: KeyPress, target: EventTarget | null, root: Document): Command | undefined {
  const typing = isField(target);
  const dialog = root.querySelector('[role="dialog"][aria-modal="true"]') !== null;
  const all = [...entries].flatMap(({ current }) => current).reverse();
  return all.find((command) => {
    if (typing && !command.inFields) return false;
    if (dialog && !command.inDialogs) return false;
    return keysOf(command.keys).some((keys) => isOn(keys) && matches(keys, press));
  });
}

function isOn(keys: string): boolean {
  return singleKeysOn() || keys.includes("+") || !/^\S( \S)*$/.test(keys);
}

function pick({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): Omit<KeyPress, "sequence"> {
  return { key, ctrlKey, metaKey, altKey, shiftKey };
}

function sequenceOf({ key, timeStamp }: KeyboardEvent): string {
  const isFresh = timeStamp - pressed.at < sequenceMs;
  const keys = isFresh && pressed.keys !== "" ? `${pressed.keys} ${key.toLowerCase()}` : key.toLowerCase();
  pressed = { keys: keys.split(" ").slice(-2).join(" "), at: timeStamp };
  return pressed.keys;
}

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button", "submit"].includes(target.type);
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

function publish(): void {
  snapshot = [...entries].flatMap((entry) =>
    entry.current.map((command) => ({ ...command, run: () => runOf(entry, command) })),
  );
  for (const listener of listeners) listener();
}

/** What the command does by now, which may not be what it did when it was published. */
function runOf({ current }: Entry, { id, run }: Command): void {
  (current.find((each) => each.id === id)?.run ?? run)();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
