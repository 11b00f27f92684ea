const browsers = [
  ["Edge", /Edg\//],
  ["Opera", /OPR\//],
  ["Firefox", /Firefox\//],
  ["Chrome", /Chrome\//],
  ["Safari", /Safari\//],
] as const;

const systems = [
  ["Android", /Android/],
  ["iOS", /iPhone|iPad/],
  ["Windows", /Windows/],
  ["macOS", /Mac OS X/],
  ["Linux", /Linux/],
] as const;

/** "Firefox, Linux"; what a browser says of itself is a guess, and only there to recognise one's own. */
export function browserName(userAgent: string | null): string | undefined {
  const found = [browsers, systems].map((names) => names.find(([, pattern]) => pattern.test(userAgent ?? ""))?.[0]);
  const known = found.filter((name) => name !== undefined);
  return known.length > 0 ? known.join(", ") : undefined;
}
