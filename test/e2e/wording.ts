import { readFileSync } from "node:fs";
import { join } from "node:path";

export type Language = "en" | "zh-Hans" | "zh-Hant";

type Catalogue = { [key: string]: string | Catalogue };

/** The product's own words, so that one story can be told in every language: `word("imports", "drop.files")`. */
export function wordsIn(language: Language) {
  return (feature: string, key: string, values: Record<string, string> = {}): string => {
    const path = join(import.meta.dirname, `../../src/web/${feature}/messages/${language}.json`);
    let found: string | Catalogue = JSON.parse(readFileSync(path, "utf8")) as Catalogue;
    for (const part of key.split(".")) found = typeof found === "string" ? found : (found[part] ?? "");
    if (typeof found !== "string" || found === "") throw new Error(`${feature} has no message ${key} in ${language}`);
    return found.replaceAll(/\{\{(\w+)\}\}/g, (_all, name: string) => values[name] ?? "");
  };
}
