import type { Language } from "#api/settings.ts";

export const languages: readonly Language[] = ["en", "zh-Hans", "zh-Hant"];

/** Each language in its own words, so that everybody finds his own. */
export const languageNames: Record<Language, string> = { en: "English", "zh-Hans": "简体中文", "zh-Hant": "繁體中文" };

const storageKey = "warmline.language";

/** What a person chose in this browser. */
export function rememberedLanguage(): Language | undefined {
  const remembered = localStorage.getItem(storageKey);
  return languages.find((each) => each === remembered);
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(storageKey, language);
}

/** The first of a browser's languages that we speak. Taiwan, Hong Kong and Macao read traditional characters. */
export function languageOf(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    if (/^en\b/i.test(tag)) return "en";
    if (/^zh\b/i.test(tag)) return /^zh-(hant|tw|hk|mo)\b/i.test(tag) ? "zh-Hant" : "zh-Hans";
  }
  return "en";
}

/** The locale by which dates and numbers are written: the browser's own flavour of the language, if it has one. */
export function localeOf(language: string, wanted: readonly string[] = navigator.languages): string {
  const own = wanted.find((tag) => tag.includes("-") && languageOf([tag]) === language && !/^zh-han/i.test(tag));
  const plain: Record<string, string> = { "zh-Hans": "zh-CN", "zh-Hant": "zh-TW" };
  // A browser may say "en-US@posix", which is no language tag.
  return (/^(en|zh)(-[a-z0-9]+)+$/i.test(own ?? "") ? own : undefined) ?? plain[language] ?? "en-GB";
}
