import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { decodeText, detectEncoding } from "#server/imports/reading/encoding.ts";
import { bytesSource, type Source } from "#server/imports/reading/source.ts";

const simplified = "姓名,公司,电话\n王芳,华辰科技有限公司,13800000001\n陈思远,上海贸易公司,13800000002\n";
const traditional = "姓名,公司,電話\n林淑芬,台北貿易有限公司,0912000001\n陳志明,高雄科技公司,0912000002\n";
const western = "Name,Ort\nJörg Müller,Köln\nÁngel Peña,Málaga\nZoë Français,Orléans\nÄrzte GmbH,Österreich\n";

const files: [name: string, bytes: Buffer, encoding: string, text: string][] = [
  ["UTF-8", Buffer.from(simplified), "utf-8", simplified],
  ["UTF-8 with its mark", iconv.encode(western, "utf8", { addBOM: true }), "utf-8", western],
  ["plain ASCII", Buffer.from("name\nAda\n"), "utf-8", "name\nAda\n"],
  ["UTF-16LE with its mark", iconv.encode(traditional, "utf16le", { addBOM: true }), "utf-16le", traditional],
  ["UTF-16BE with its mark", iconv.encode(western, "utf16be", { addBOM: true }), "utf-16be", western],
  ["UTF-16LE without", iconv.encode(western, "utf16le"), "utf-16le", western],
  ["UTF-16BE without", iconv.encode(western, "utf16be"), "utf-16be", western],
  ["GB18030", iconv.encode(simplified, "gb18030"), "gb18030", simplified],
  ["GB18030 with one name", iconv.encode("name,phone\n王芳,1\n", "gb18030"), "gb18030", "name,phone\n王芳,1\n"],
  ["Big5", iconv.encode(traditional, "big5"), "big5", traditional],
  ["the Western code page", iconv.encode(western, "win1252"), "windows-1252", western],
  ["curly quotes and a euro", iconv.encode("a,“b” – 5 €\n", "win1252"), "windows-1252", "a,“b” – 5 €\n"],
];

test.each(files)("%s", async (_name, bytes, encoding, text) => {
  const source = bytesSource("file", bytes);

  expect(await detectEncoding(source)).toBe(encoding);
  expect(await textOf(source, encoding)).toBe(text);
});

test("a character that two chunks share is one character", async () => {
  const bytes = Buffer.from(simplified);
  const source: Source = { ...bytesSource("file", bytes), stream: () => slowly(bytes) };

  expect(await detectEncoding(source)).toBe("utf-8");
  expect(await textOf(source, "utf-8")).toBe(simplified);
});

test("what is not UTF-8 shows even where it comes late", async () => {
  const bytes = Buffer.concat([Buffer.from("name\n".repeat(200_000)), iconv.encode("王芳 公司\n", "gb18030")]);

  expect(await detectEncoding(bytesSource("file", bytes))).toBe("gb18030");
});

test("a NUL byte in a row does not make UTF-16 of it", async () => {
  expect(await detectEncoding(bytesSource("file", "a,b\n\0c,d\n"))).toBe("utf-8");
});

async function textOf(source: Source, encoding: string): Promise<string> {
  return (await Array.fromAsync(decodeText(source, encoding))).join("");
}

async function* slowly(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (const byte of bytes) yield Buffer.from([byte]);
}
