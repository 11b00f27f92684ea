import type { Format } from "#server/imports/formats/format.ts";
import type { ImportedRow } from "#server/imports/imported-row.ts";
import { openArchive } from "#server/imports/reading/archive.ts";
import type { ReadOptions } from "#server/imports/reading/read-options.ts";
import { type Sample, takeSample } from "#server/imports/reading/sample.ts";
import type { Source } from "#server/imports/reading/source.ts";

/** Files of a LinkedIn archive that look like messages and are LinkedIn's own, or that no reader should meet. */
const ignored = /(^|\/)(__MACOSX\/|\.|guide_messages\.csv|learning_role_play_messages\.csv)/i;

const likelyEnough = 0.55;

/** Archives are taken whole: every file in them that some format knows, in the archive's order. */
export function archiveFormats(readable: Format[]): Format[] {
  const kinds = [
    {
      slug: "linkedin_archive",
      title: "LinkedIn archive (zip)",
      entry: /(^|\/)(connections|messages|invitations)\.csv$/i,
      score: 0.95,
    },
    {
      slug: "mailchimp_archive",
      title: "Mailchimp audience (zip)",
      entry: /(^|\/)(non|un)?subscribed_.*\.csv$|(^|\/)cleaned_.*\.csv$/i,
      score: 0.9,
    },
    { slug: "archive", title: "Archive (zip)", entry: /./, score: 0.5 },
  ];
  return kinds.map(({ slug, title, entry, score }) => ({
    slug,
    title,
    confidence: "A",
    proof: "captured",
    detect: ({ container, entries }: Sample) =>
      container === "zip" && entries.some((name) => entry.test(name)) ? score : 0,
    read: (source: Source, options: ReadOptions) => readArchive(source, options, readable),
  }));
}

async function* readArchive(source: Source, options: ReadOptions, readable: Format[]): AsyncGenerator<ImportedRow> {
  const entries = (await openArchive(source)).filter(({ name }) => !ignored.test(name));
  const known = await recognise(entries, readable);
  const { mapping: _ofOneTable, ...shared } = options;
  const within = { ...shared, ...(await ownerInProfile(entries, options)) };
  const connected = await profilesConnected(known, within);
  let line = 0;
  for (const { entry, format } of known) {
    for await (const row of format.read(entry, within)) {
      line += 1;
      yield withAcceptance({ ...row, line, part: entry.name }, format, connected);
    }
  }
}

type Known = { entry: Source; format: Format };

async function recognise(entries: Source[], readable: Format[]): Promise<Known[]> {
  const known: Known[] = [];
  for (const entry of entries) {
    if (!/\.(csv|tsv|txt|vcf|ics|mbox|vtt|xlsx)$/i.test(entry.name)) continue;
    const sample = await takeSample(entry);
    const scored = readable.map((format) => ({ format, score: format.detect(sample) }));
    const best = scored.reduce((one, other) => (other.score > one.score ? other : one), {
      format: readable[0],
      score: 0,
    });
    const isOnlyFile = entries.length === 1 && best.score > 0;
    if (best.format && (best.score >= likelyEnough || isOnlyFile)) known.push({ entry, format: best.format });
  }
  return known;
}

/** The archive says itself whose it is. */
async function ownerInProfile(entries: Source[], { ownerName }: ReadOptions): Promise<{ ownerName?: string }> {
  const profile = entries.find(({ name }) => /(^|\/)profile\.csv$/i.test(name));
  if (ownerName || !profile) return {};
  const { rows } = await takeSample(profile);
  const [first, last] = [rows[0]?.indexOf("First Name") ?? -1, rows[0]?.indexOf("Last Name") ?? -1];
  const name = `${rows[1]?.[first] ?? ""} ${rows[1]?.[last] ?? ""}`.trim();
  return first >= 0 && name !== "" ? { ownerName: name } : {};
}

async function profilesConnected(known: Known[], options: ReadOptions): Promise<Set<string>> {
  const urls = new Set<string>();
  for (const { entry, format } of known) {
    if (format.slug !== "linkedin_connections") continue;
    for await (const { person } of format.read(entry, options))
      for (const { url } of person?.profiles ?? []) urls.add(url);
  }
  return urls;
}

/** An invitation that we sent was accepted where the person is among the connections. */
function withAcceptance(row: ImportedRow, { slug }: Format, connected: Set<string>): ImportedRow {
  const { person } = row;
  const isSent = slug === "linkedin_invitations" && person?.custom["LinkedIn invitation sent"] !== undefined;
  if (isSent && person?.profiles.some(({ url }) => connected.has(url)))
    person.custom["LinkedIn invitation accepted"] = "yes";
  return row;
}
