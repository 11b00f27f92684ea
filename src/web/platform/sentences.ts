/** Sentences one after the other; Chinese ones follow each other without a space. */
export function joinSentences(sentences: readonly (string | false | undefined)[], language: string): string {
  return sentences.filter(Boolean).join(language.startsWith("zh") ? "" : " ");
}
