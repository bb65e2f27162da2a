import { seededRandom } from "@mehrwert/statistics";
import { strToU8 } from "fflate";
import { expect, test } from "vitest";
import {
  archiveOf,
  archiveWithText,
  fileSource,
  guidOf,
  projectOf,
} from "../../example/exchange-files.ts";
import { imported } from "../../example/exchange-material.ts";

const sound = projectOf(fileSource([{ start: 0, end: 4 }]));
const withText = (files: { [name: string]: string | Uint8Array }, level: 0 | 9 = 9) =>
  archiveOf({ "project.qde": sound, "sources/E1.txt": "Kaum Zeit", ...files }, level);
const withProlog = (prolog: string, inside = sound) =>
  archiveOf({
    "project.qde": inside.replace("?>\n", `?>\n${prolog}\n`),
    "sources/E1.txt": "Kaum Zeit",
  });

/** The declared size of every file set to 1000, in the directory and before the file. */
function lying(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < bytes.length - 46; at += 1) {
    const signature = view.getUint32(at, true);
    if (signature === 0x02014b50) view.setUint32(at + 24, 1000, true);
    if (signature === 0x04034b50) view.setUint32(at + 22, 1000, true);
  }
  return bytes;
}

/** The bit that says a file is encrypted. */
function locked(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < bytes.length - 46; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true);
  }
  return bytes;
}

/** One letter of a stored text changed. */
function changedLetter(): Uint8Array {
  const bytes = withText({}, 0);
  const at = new TextDecoder("latin1").decode(bytes).indexOf("Kaum Zeit");
  bytes[at] = 0x4c;
  return bytes;
}

const laughs = Array.from(
  { length: 9 },
  (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
).join("");
const zeros = new Uint8Array(4 * 1024 * 1024);
const deep = `<Code guid="${guidOf(1)}" name="a" isCodable="true">`;

test.each<[string, () => Uint8Array, RegExp]>([
  ["a path up and out", () => withText({ "../../evil.txt": "x" }), /leads out of it/],
  ["a path up and out, in sources", () => withText({ "sources/../../evil.txt": "x" }), /leads out/],
  ["a path from the root", () => withText({ "/etc/evil": "x" }), /leads out of it/],
  ["a path with a drive", () => withText({ "C:\\evil.txt": "x" }), /leads out of it/],
  ["a path with backslashes", () => withText({ "sources\\..\\..\\evil.txt": "x" }), /leads out/],
  ["a bomb as its text", () => withText({ "sources/E1.txt": zeros }), /more than 200 times/],
  [
    "a bomb that nothing names",
    () => withText({ "sources/film.mp4": zeros }),
    /more than 200 times/,
  ],
  [
    "a bomb that lies about its size",
    () => lying(withText({ "sources/E1.txt": zeros })),
    /more than 256 MB, or more than it declares/,
  ],
  ["a bomb as its project", () => archiveOf({ "project.qde": zeros }), /more than 200 times/],
  [
    "an entity for a file",
    () =>
      withProlog(
        '<!DOCTYPE Project [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        sound.replace("Zeit", "&x;"),
      ),
    /document type/,
  ],
  [
    "an entity for an address",
    () => withProlog('<!DOCTYPE Project SYSTEM "http://localhost:9/x.dtd">'),
    /document type/,
  ],
  [
    "entities in entities",
    () =>
      withProlog(`<!DOCTYPE Project [<!ENTITY l0 "lol">${laughs}]>`, sound.replace("Zeit", "&l9;")),
    /document type/,
  ],
  [
    "an entity that is not declared",
    () => withProlog("", sound.replace("Zeit", "&x;")),
    /not complete XML/,
  ],
  [
    "XML that is cut off",
    () => withText({ "project.qde": sound.slice(0, -200) }),
    /not complete XML/,
  ],
  [
    "an archive that is cut off",
    () => withText({}).subarray(0, -30),
    /not a complete REFI-QDA file/,
  ],
  ["an archive with a changed letter", changedLetter, /checksum/],
  ["an archive with a password", () => locked(withText({})), /password/],
  [
    "a null character in its text",
    () => withText({ "sources/E1.txt": "Kaum\0Zeit" }),
    /null characters/,
  ],
  [
    "elements as deep as a well",
    () => withText({ "project.qde": projectOf("").replace(/<Code .*\/>/, deep.repeat(5000)) }),
    /deep in each other/,
  ],
  ["no project", () => archiveOf({ "sources/E1.txt": "x" }), /no project/],
  ["two projects", () => archiveOf({ "a.qde": sound, "b.qde": sound }), /several projects/],
  ["XML of another kind", () => strToU8("<html><body/></html>"), /neither a REFI-QDA project/],
  ["a text", () => strToU8("Kaum Zeit"), /neither a REFI-QDA project/],
  ["nothing", () => new Uint8Array(), /neither a REFI-QDA project/],
])(
  "a file with %s is refused with reason and advice, and nothing comes of it",
  async (_, bytes, reason) => {
    const result = await imported(bytes());
    if (result.accepted) throw new Error("It was imported.");
    expect(result.issues.map(({ message }) => message.en).join(" ")).toMatch(reason);
    for (const { message, advice } of result.issues) {
      expect([message.de, message.en, advice.de, advice.en]).not.toContain("");
    }
    expect("project" in result).toBe(false);
    expect(result.counts).toEqual({
      documents: 0,
      codes: 0,
      codings: 0,
      memos: 0,
      cases: 0,
      variables: 0,
    });
  },
);

test("a file damaged at any place is refused or read, and never breaks the import", async () => {
  const random = seededRandom(3);
  const qde = strToU8(sound);
  let refused = 0;
  for (let round = 0; round < 300; round += 1) {
    const damaged =
      round % 2 === 0 ? archiveWithText("Kaum Zeit", [{ start: 0, end: 4 }]) : qde.slice();
    for (let bytes = 0; bytes < 3; bytes += 1) {
      damaged[Math.floor(random() * damaged.length)] = Math.floor(random() * 256);
    }
    const result = await imported(
      round % 7 === 0 ? damaged.subarray(0, Math.floor(random() * damaged.length)) : damaged,
    );
    if (!result.accepted) refused += 1;
  }
  expect(refused).toBeGreaterThan(100);
});
