import { expect, test } from "vitest";
import { languageOf, localeOf } from "#web/platform/languages.ts";

test.each([
  [["en-US", "en"], "en"],
  [["de-DE", "zh-TW"], "zh-Hant"],
  [["zh-HK"], "zh-Hant"],
  [["zh-CN"], "zh-Hans"],
  [["fr"], "en"],
])("a browser that asks for %s is answered in %s", (wanted, language) => {
  expect(languageOf(wanted)).toBe(language);
});

test.each([
  ["en", ["en-US"], "en-US"],
  ["en", ["en-US@posix"], "en-GB"],
  ["zh-Hant", ["zh-HK"], "zh-HK"],
  ["zh-Hans", ["en-US"], "zh-CN"],
])("dates in %s for a browser of %s are written as in %s", (language, wanted, locale) => {
  expect(localeOf(language, wanted)).toBe(locale);
  expect(() => new Intl.NumberFormat(localeOf(language, wanted))).not.toThrow();
});
