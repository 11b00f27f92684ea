/** Codes that name no country, though browsers have a word for them. */
const noCountry = /^(AC|CP|CQ|DG|EA|EU|EZ|IC|QO|TA|UN|XA|XB|ZZ)$/;
/** "UK" and "DD" still have names, but the standard writes them GB and DE. */
const isCurrent = (code: string) => new Intl.Locale(`und-${code}`).region === code;
const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/** Every country by its name in the given language, in the order of the names. */
export function countryOptions(language: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
  const options = letters.flatMap((first) =>
    letters.flatMap((second) => {
      const value = first + second;
      const label = !noCountry.test(value) && isCurrent(value) ? names.of(value) : undefined;
      return label ? [{ value, label }] : [];
    }),
  );
  return options.toSorted((one, other) => one.label.localeCompare(other.label, language));
}
