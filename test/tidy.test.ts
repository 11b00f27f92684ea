import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { RECORDED } from "#server/ledger/recorded-kinds.ts";

/* The house checks itself: what may import what, how long a file may be, what stands in one place only. */

const MAY_IMPORT: Record<string, { roots: string[]; packages: string[] }> = {
  domain: { roots: ["domain"], packages: ["libphonenumber-js", "date-holidays"] },
  api: { roots: ["domain", "api"], packages: ["zod"] },
  server: {
    roots: ["domain", "api", "server"],
    packages: [
      "node:",
      "@hono/node-server",
      "better-auth",
      "graphile-worker",
      "hono",
      "ical.js",
      "kysely",
      "p-limit",
      "pg",
      "pg-copy-streams",
      "pino",
      "postal-mime",
      "read-excel-file",
      "yauzl",
      "zod",
    ],
  },
  web: {
    roots: ["domain", "api", "web"],
    packages: [
      "@mantine/",
      "@tabler/icons-react",
      "@tanstack/",
      "better-auth",
      "dayjs",
      "i18next",
      "qrcode",
      "react",
      "react-dom",
      "react-i18next",
      "temporal-polyfill",
      "zod",
    ],
  },
  cli: { roots: ["domain", "api", "server", "cli"], packages: ["node:", "pino", "zod"] },
};

const ONLY_IN: { what: string; pattern: RegExp; files: RegExp }[] = [
  { what: "the web framework", pattern: /from "(hono|@hono\/[^"]+)/, files: /platform\/(http|serve)[\w-]*\.ts$/ },
  { what: "process.env", pattern: /process\.env/, files: /platform\/config\.ts$/ },
  {
    what: "the clock",
    pattern: /new Date\(\)|Date\.now\(\)|Temporal\.Now/,
    files: /platform\/doors\.ts$|^src\/web\/platform\/clock\.ts$/,
  },
];

const linesMax = 300;

const sources = globSync("src/**/*.{ts,tsx}").map((path) => ({ path, text: readFileSync(path, "utf8") }));
const code = sources.filter(({ path }) => !isData(path));
const product = code.filter(({ path }) => !/\.test\.tsx?$/.test(path));

function isData(path: string): boolean {
  return /\/packs\/|\/messages\/|\/playbooks\/content\/|\/schema\.ts$/.test(path);
}

describe("what may import what", () => {
  test.each(product.map(({ path, text }) => [path, text]))("%s", (path, text) => {
    const root = path.split("/")[1] ?? "";
    const rule = MAY_IMPORT[root];
    if (!rule) return;

    const imported = [...text.matchAll(/(?<=[\s}])(?:from|import\() ?"([^"]+)"/g)].map((match) => match[1] ?? "");
    const wrong = imported.filter((name) => !isAllowed(name, rule));

    expect(wrong, `${root} may import ${rule.roots.join(", ")} and ${rule.packages.join(", ")}`).toEqual([]);
  });
});

function isAllowed(name: string, rule: { roots: string[]; packages: string[] }): boolean {
  if (name.startsWith("./") || name.startsWith("../")) return /\.(css|json)$/.test(name);
  if (name.startsWith("#")) return rule.roots.includes(name.slice(1).split("/")[0] ?? "");
  return rule.packages.some((each) => name === each || name.startsWith(/[:/]$/.test(each) ? each : `${each}/`));
}

test("no file is longer than people can keep in mind", () => {
  const long = code.filter(({ text }) => text.split("\n").length - 1 > linesMax).map(({ path }) => path);

  expect(long, `at most ${linesMax} lines: find the second subject and give it a file`).toEqual([]);
});

test.each(ONLY_IN)("$what stands in one place", ({ pattern, files }) => {
  const elsewhere = product.filter(({ path, text }) => pattern.test(text) && !files.test(path)).map(({ path }) => path);

  expect(elsewhere).toEqual([]);
});

test("files are named in kebab-case and have a subject", () => {
  const wrong = sources.filter(({ path }) => {
    const name = path.split("/").at(-1) ?? "";
    return (
      !/^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.d)?\.tsx?$/.test(name) || /^(utils?|helpers?|common|misc|index)\./.test(name)
    );
  });

  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test("no file imports itself by way of others", () => {
  const importsOf = new Map(
    product.map(({ path, text }) => [
      path,
      [...text.matchAll(/(?<=[\s}])from "#(\w+\/[^"]+)"/g)].map((match) => `src/${match[1]}`),
    ]),
  );
  const finished = new Set<string>();
  const circles: string[] = [];
  const visit = (path: string, way: string[]): void => {
    if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(" → "));
    if (finished.has(path) || way.includes(path)) return;
    for (const next of importsOf.get(path) ?? []) visit(next, [...way, path]);
    finished.add(path);
  };
  for (const path of importsOf.keys()) visit(path, []);

  expect(circles, "find what both need and give it a file of its own").toEqual([]);
});

/** As the query builder writes, as the bulk insert does, and as SQL does. */
const writing = new RegExp(
  [
    /\.(?:insertInto|updateTable|deleteFrom|mergeInto)\("(\w+)"\)/,
    /insertMany(?:<[^(]*>)?\(\s*[\w.]+,\s*"(\w+)"/,
    /(?:insert into|delete from|(?<=^\s*|`|\) )update) ([a-z_]+) /,
  ]
    .map(({ source }) => source)
    .join("|"),
  "gm",
);

test("a table is written only by its feature", () => {
  const writers = new Map<string, Set<string>>();
  for (const { path, text } of product) {
    for (const match of text.matchAll(writing)) {
      const feature = path.split("/").slice(0, 3).join("/");
      const table = (match[1] ?? match[2] ?? match[3] ?? "").replaceAll(
        /[A-Z]/g,
        (letter) => `_${letter.toLowerCase()}`,
      );
      writers.set(table, (writers.get(table) ?? new Set()).add(feature));
    }
  }
  const shared = [...writers]
    .filter(([, features]) => features.size > 1)
    .map(([table, features]) => ({ table, features: [...features] }));

  expect(shared).toEqual([]);
});

test("whoever writes into the record notes it for the ledger", () => {
  const tables = new Set(Object.values(RECORDED));
  const silent = product.filter(({ path, text }) => {
    const written = [...text.matchAll(writing)].map((match) =>
      (match[1] ?? match[2] ?? match[3] ?? "").replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    );
    const records = written.some((table) => tables.has(table as never)) && !path.startsWith("src/server/ledger/");
    return records && !/\brecord(Again)?\(/.test(text);
  });

  expect(silent.map(({ path }) => path)).toEqual([]);
});
