import { expect, test } from "vitest";
import { languageOf, localeOf } from "#web/platform/languages.ts";

test.each([
  [["zh-CN"], "zh-Hans"],
  [["zh-SG"], "zh-Hans"],
  [["zh"], "zh-Hans"],
  [["zh-TW"], "zh-Hant"],
  [["zh-HK"], "zh-Hant"],
  [["zh-Hant-HK"], "zh-Hant"],
  [["zh-Hans-HK"], "zh-Hans"],
  [["de-DE", "zh-TW", "en"], "zh-Hant"],
  [["fr-FR"], "en"],
  [["enm"], "en"],
])("a browser that asks for %j is answered in %s", (wanted, language) => {
  expect(languageOf(wanted)).toBe(language);
});

test("dates are written in the browser's own flavour of the language, else in a common one", () => {
  expect(localeOf("en", ["en-US", "en"])).toBe("en-US");
  expect(localeOf("en", ["de-DE"])).toBe("en-GB");
  expect(localeOf("zh-Hant", ["zh-HK"])).toBe("zh-HK");
  expect(localeOf("zh-Hant", ["en-US"])).toBe("zh-TW");
  expect(localeOf("zh-Hans", ["zh-TW"])).toBe("zh-CN");
});
