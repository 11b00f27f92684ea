/** Choices typed one after the other, with commas of any script between them. */
export function choicesOf(text: string): string[] {
  return text
    .split(/[,，、\n]/)
    .map((choice) => choice.trim())
    .filter(Boolean);
}
