import i18next, { type ResourceLanguage } from "i18next";
import { initReactI18next } from "react-i18next";
import type { Language } from "#api/settings.ts";
import { languageOf, languages, rememberedLanguage } from "#web/platform/languages.ts";

type Catalogue = { default: Record<string, unknown> };

// Written for the bundler, which finds the files; a namespace is a folder of `src/web`.
const catalogues = import.meta.glob<Catalogue>("/src/web/*/messages/*.json");

/**
 * Starts with what was chosen in this browser, else with what the browser asks for. No language stands in for
 * another: a test forbids gaps.
 */
export async function startMessages(): Promise<void> {
  const language = rememberedLanguage() ?? languageOf(navigator.languages);
  await i18next.use(initReactI18next).init({
    lng: language,
    supportedLngs: [...languages],
    fallbackLng: false,
    defaultNS: "platform",
    resources: { [language]: await load(language) },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  showLanguage(language);
}

/** Switches every text on the screen; whoever asked for it remembers the choice. */
export async function switchLanguage(language: Language): Promise<void> {
  if (language === i18next.language) return;
  for (const [namespace, texts] of Object.entries(await load(language))) {
    i18next.addResourceBundle(language, namespace, texts, true, true);
  }
  await i18next.changeLanguage(language);
  showLanguage(language);
}

function showLanguage(language: Language): void {
  document.documentElement.lang = language;
}

async function load(language: Language): Promise<ResourceLanguage> {
  const mine = Object.entries(catalogues).filter(([path]) => path.endsWith(`/${language}.json`));
  const loaded = mine.map(async ([path, read]) => [path.split("/")[3] ?? "", (await read()).default] as const);
  return Object.fromEntries(await Promise.all(loaded)) as ResourceLanguage;
}
