const keyLengthMax = 40;

/** A key for a field from its name: "Renewal date" is renewal_date. Names without Latin letters get a number. */
export function fieldKey(label: string, taken: readonly string[]): string {
  const plain = label
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^[^a-z]+|_+$/g, "")
    .slice(0, keyLengthMax);
  const base = plain || "field";
  if (plain && !taken.includes(base)) return base;
  for (let number = 1; ; number += 1) {
    const key = `${base}_${number}`;
    if (!taken.includes(key)) return key;
  }
}
