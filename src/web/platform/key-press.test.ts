import { describe, expect, test } from "vitest";
import { type KeyPress, keyCaps, matches } from "#web/platform/key-press.ts";

const plain: KeyPress = { key: "", ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, sequence: "" };

describe("a key acts", () => {
  test.each<[string, string, Partial<KeyPress>]>([
    ["by itself", "c", { key: "c" }],
    ["also with caps lock on", "c", { key: "C" }],
    ["as a sign that needs its shift", "?", { key: "?", shiftKey: true }],
    ["with Ctrl", "mod+k", { key: "k", ctrlKey: true }],
    ["with ⌘", "mod+k", { key: "k", metaKey: true }],
    ["after another", "g t", { key: "t", sequence: "g t" }],
    ["by its name", "ArrowDown", { key: "ArrowDown" }],
    ["together with Enter", "mod+Enter", { key: "Enter", ctrlKey: true }],
  ])("%s", (_, keys, press) => {
    expect(matches(keys, { ...plain, ...press })).toBe(true);
  });
});

describe("a key does not act", () => {
  test.each<[string, string, Partial<KeyPress>]>([
    ["where the browser's own shortcut is meant", "c", { key: "c", ctrlKey: true }],
    ["with Alt, which writes letters on some keyboards", "c", { key: "c", altKey: true }],
    ["as a capital, which is a slip of the finger", "d", { key: "D", shiftKey: true }],
    ["without its Ctrl", "mod+k", { key: "k" }],
    ["as the second of two without the first", "g t", { key: "t", sequence: "t" }],
    ["as another key", "c", { key: "v" }],
  ])("%s", (_, keys, press) => {
    expect(matches(keys, { ...plain, ...press })).toBe(false);
  });
});

test("keys are shown as they stand on the keyboard", () => {
  expect(keyCaps("mod+k", true)).toEqual(["⌘", "K"]);
  expect(keyCaps("mod+Enter", false)).toEqual(["Ctrl", "↵"]);
  expect(keyCaps("g t", false)).toEqual(["G", "T"]);
});
