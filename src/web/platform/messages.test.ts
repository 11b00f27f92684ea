import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { defaultKinds } from "#domain/touchpoints/kinds.ts";

/* The catalogues hold each other and the code to account: nothing missing, nothing left over, nothing invented. */

const languages = ["en", "zh-Hans", "zh-Hant"] as const;
type Language = (typeof languages)[number];
type Texts = Map<string, string>;

const plural = /_(zero|one|two|few|many|other)$/;
const namespaces = globSync("src/web/*/messages/en.json").map((path) => path.split("/")[2] ?? "");
const sources = globSync("src/web/**/*.{ts,tsx}")
  .filter((path) => !/\.test\.tsx?$/.test(path))
  .map((path) => ({ path, namespace: path.split("/")[2] ?? "", text: readFileSync(path, "utf8") }));

/** Every text of a language as "namespace:key". */
const catalogues = new Map<Language, Texts>(languages.map((language) => [language, read(language)]));

describe.each(["zh-Hans", "zh-Hant"] as const)("%s beside English", (language) => {
  test("has the same keys", () => {
    expect([...baseKeys(language)].sort()).toEqual([...baseKeys("en")].sort());
  });

  test("interpolates the same values", () => {
    const different = [...baseKeys("en")].filter((key) => variablesOf("en", key) !== variablesOf(language, key));

    expect(different).toEqual([]);
  });
});

test.each(languages)("%s has every plural form that its grammar asks for, and no other", (language) => {
  const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
  const wrong = [...baseKeys("en")].filter((base) => {
    const forms = formsOf(language, base);
    return forms.length > 0 && forms.toSorted().join() !== wanted.join();
  });

  expect(wrong).toEqual([]);
});

test.each(languages)("%s leaves no text empty", (language) => {
  expect([...(catalogues.get(language) ?? [])].filter(([, text]) => text.trim() === "")).toEqual([]);
});

test("simplified and traditional Chinese are written apart", () => {
  const simplifiedOnly = /[联户设导录电话档页动单击钮选择务办关开闭报应该这吗为们发时长问间业专个从会]/;
  const slips = [...(catalogues.get("zh-Hant") ?? [])].filter(([, text]) => simplifiedOnly.test(text));

  expect(slips).toEqual([]);
});

test("what the code asks for exists", () => {
  const unknown = sources.flatMap(({ path, namespace, text }) =>
    asked(text)
      .map((key) => qualified(namespace, key))
      .filter((key) => !exists(key))
      .map((key) => `${path}: ${key}`),
  );

  expect(unknown).toEqual([]);
});

test("what is written is used", () => {
  const mentioned = sources.flatMap(({ namespace, text }) => mentions(text).map((key) => qualified(namespace, key)));
  const exact = new Set(mentioned.filter((key) => !key.includes("${")));
  const patterns = mentioned.filter((key) => key.includes("${")).map(patternOf);
  const unused = [...baseKeys("en")].filter((key) => !exact.has(key) && !patterns.some((each) => each.test(key)));

  expect(unused).toEqual([]);
});

test("every refusal of the product is worded", () => {
  const codes = [...readFileSync("src/domain/errors.ts", "utf8").matchAll(/^ {2}(\w+): "\w+",$/gm)].map(
    ([, code]) => code,
  );

  expect(codes.length).toBeGreaterThan(10);
  expect(codes.filter((code) => !exists(`ui:errors.${code}`))).toEqual([]);
});

test("every kind of touchpoint has a name", () => {
  expect(defaultKinds.filter(({ slug }) => !exists(`ui:kinds.${slug}`))).toEqual([]);
});

function read(language: Language): Texts {
  const texts: Texts = new Map();
  for (const namespace of namespaces) {
    const file = JSON.parse(readFileSync(`src/web/${namespace}/messages/${language}.json`, "utf8"));
    for (const [key, text] of flatten(file)) texts.set(`${namespace}:${key}`, text);
  }
  return texts;
}

function flatten(node: Record<string, unknown>, prefix = ""): [string, string][] {
  return Object.entries(node).flatMap(([name, value]): [string, string][] =>
    typeof value === "string"
      ? [[prefix + name, value]]
      : flatten(value as Record<string, unknown>, `${prefix}${name}.`),
  );
}

function baseKeys(language: Language): Set<string> {
  return new Set(keysByBase(language).keys());
}

const groupedKeys = new Map<Language, Map<string, string[]>>();

/** A key with its plural forms, by the key without them. */
function keysByBase(language: Language): Map<string, string[]> {
  const known = groupedKeys.get(language);
  if (known) return known;
  const grouped = Map.groupBy(catalogues.get(language)?.keys() ?? [], (key) => baseOf(language, key));
  groupedKeys.set(language, grouped);
  return grouped;
}

/** The key without its plural form; "reserved_by_other" is no plural, because it counts nothing. */
function baseOf(language: Language, key: string): string {
  const base = key.replace(plural, "");
  return catalogues.get(language)?.get(`${base}_other`)?.includes("{{count}}") ? base : key;
}

function formsOf(language: Language, base: string): string[] {
  const keys = keysByBase(language).get(base) ?? [];
  return keys.filter((key) => key !== base).map((key) => key.slice(base.length + 1));
}

function variablesOf(language: Language, base: string): string {
  const texts = (keysByBase(language).get(base) ?? []).map((key) => catalogues.get(language)?.get(key) ?? "");
  const names = texts.flatMap((text) => [...text.matchAll(/\{\{-?\s*(\w+)/g)].map((match) => match[1]));
  return [...new Set(names)].sort().join();
}

/** The keys in calls of `t` and in `i18nKey`; with "${" where a part is known only when the program runs. */
function asked(text: string): string[] {
  const calls = text.matchAll(/(?:\bt\(\s*|i18nKey=\{?)(["`])((?:(?!\1)[^\\])*)\1/g);
  return [...calls].map((match) => match[2] ?? "");
}

/** Keys may also stand in tables or in a choice between two: every literal that looks like one counts. */
function mentions(text: string): string[] {
  const literals = [...text.matchAll(/"([\w:-]+(?:\.[\w-]+)*)"/g)].map((match) => match[1] ?? "");
  const templates = [...text.matchAll(/`([\w:-]+\.[^`\s]*\$\{[^`]*)`/g)].map((match) => match[1] ?? "");
  return [...asked(text), ...literals, ...templates];
}

function qualified(namespace: string, key: string): string {
  return /^[a-z-]+:/.test(key) ? key : `${namespace}:${key}`;
}

function exists(key: string): boolean {
  if (!key.includes("${")) return baseKeys("en").has(key);
  return [...baseKeys("en")].some((each) => patternOf(key).test(each));
}

function patternOf(key: string): RegExp {
  const parts = key.split(/\$\{[^}]*\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("[^.]+")}$`);
}
