import { expect, test } from "vitest";
import {
  archiveOf,
  archiveWithInlineText,
  archiveWithText,
  type Counting,
  guidOf,
  inlineSource,
  placesOf,
  projectOf,
  selectionsXml,
} from "../../example/exchange-files.ts";
import { taken } from "../../example/taken-exchange.ts";

const lines =
  "I: Wie viel Zeit haben Sie?\r\nE1: Kaum Zeit 😀, sagt der Chef.\r\nI: Und Geld?\r\nE1: Geld auch nicht.\r\n";
const words = ["Kaum Zeit 😀", "sagt der Chef", "Und Geld", "Geld auch nicht."];
const countings: [string, Counting, string[]][] = [
  ["code points, CR LF as two", { unit: "code-points", returns: true }, ["line-breaks"]],
  ["code points, CR LF as one", { unit: "code-points", returns: false }, ["line-breaks"]],
  ["UTF-16, CR LF as two", { unit: "utf-16", returns: true }, ["line-breaks", "utf16-positions"]],
  ["UTF-16, CR LF as one", { unit: "utf-16", returns: false }, ["line-breaks", "utf16-positions"]],
];

test.each(countings)(
  "positions counted in %s give the words that were meant",
  async (_, counting, kinds) => {
    const places = placesOf(lines, words, counting);
    for (const origin of ["", "ATLAS.ti 26", "MAXQDA 2022", "Somebody's tool"]) {
      for (const bytes of [
        archiveWithText(lines, places, origin),
        archiveWithInlineText(lines, places, origin),
        archiveWithInlineText(`<![CDATA[${lines}]]>`, places, origin),
      ]) {
        const result = await taken(bytes);
        expect(result.words).toEqual(words);
        expect(result.kinds).toEqual(kinds);
        expect(result.project.texts[0]?.text).toBe(lines.replaceAll("\r\n", "\n"));
      }
    }
  },
);

test("the report says what the counting rests on", async () => {
  const places = placesOf(lines, words, { unit: "utf-16", returns: false });
  const { deviations } = await taken(archiveWithText(lines, places));
  expect(deviations[0]?.decision.en).toBe(
    "Line breaks are CR LF; counted as one character (edges of words and names of passages give it 8 of 8 points, the other way of counting 0). The text has LF now, and positions were converted.",
  );
  expect(deviations[1]?.decision.de).toContain("UTF-16-Einheiten statt Zeichen");
  expect(deviations.map(({ where }) => where)).toEqual(["TextSource “E1”", "TextSource “E1”"]);
});

test("without evidence positions are counted by standard and origin, and the report says so", async () => {
  // Inside a word under every reading.
  const text = `aaaaaaaaaa\r\n${"b".repeat(40)}`;
  const inside = [{ start: 20, end: 24 }];
  for (const [origin, start] of [
    ["", 19],
    ["MAXQDA 2022", 19],
    ["ATLAS.ti 26", 20],
  ] as const) {
    const { deviations, project } = await taken(archiveWithText(text, inside, origin));
    const coded = project.events.flatMap(({ change }) =>
      change.kind === "coding-added" ? [change.coding.excerpt.start] : [],
    );
    expect(coded).toEqual([start]);
    expect(deviations[0]?.decision.en).toContain(
      "this is not clear, assumed by origin and standard",
    );
  }
  const inXml = await taken(archiveWithInlineText(text, inside));
  expect(inXml.material.project.assignments[0]?.excerpt.start).toBe(20);
});

test("a sound file with emoji is not suspected, however rough its passages", async () => {
  const text = "😀 Wir haben keine Zeit, 😀 und kein Geld, sagt sie.";
  // Most begin and end inside words; the words are right as code points.
  const rough = placesOf(text, ["ben keine Zei", "und kein Geld", "d kein G"], {
    ...{ unit: "code-points", returns: true },
  });
  const { words: found, kinds } = await taken(archiveWithText(text, rough));
  expect(found).toEqual(["ben keine Zei", "und kein Geld", "d kein G"].toSorted(byPlace(text)));
  expect(kinds).toEqual([]);
});

function byPlace(text: string) {
  return (a: string, b: string) => text.indexOf(a) - text.indexOf(b) || a.length - b.length;
}

test("names of passages decide where edges cannot", async () => {
  const text = "😀😀 x1x2x3x4x5x6";
  const passage = { start: 7, end: 11, name: "x2x3" };
  const { words: found, kinds } = await taken(
    archiveWithText(text, [passage, { ...passage, start: 9, end: 13, name: "x3x4" }]),
  );
  expect(found).toEqual(["x2x3", "x3x4"]);
  expect(kinds).toEqual(["utf16-positions"]);
});

test("passages without letters and outside the text do not blur the evidence", async () => {
  const places = placesOf(lines, words, { unit: "utf-16", returns: false });
  const nothing = Array.from({ length: 6 }, (_, at) => ({
    start: 70 + 90 * (at % 2),
    end: 70 + 120 * (at % 2),
  }));
  const { words: found, kinds } = await taken(archiveWithText(lines, [...places, ...nothing]));
  expect(found).toEqual(words);
  expect(kinds.slice(0, 2)).toEqual(["line-breaks", "utf16-positions"]);
});

test("two people of one name stay two coders", async () => {
  const two = projectOf(
    inlineSource("Kaum Zeit", [
      { start: 0, end: 4 },
      { start: 0, end: 4 },
    ]),
  )
    .replace("</Users>", `<User guid="${guidOf(901)}" name="anna müller"/></Users>`)
    .replace(new RegExp(`(${guidOf(501)}" creatingUser=")${guidOf(900)}`), `$1${guidOf(901)}`);
  const { material, kinds } = await taken(archiveOf({ "project.qde": two }));
  expect(material.project.assignments.map(({ coder }) => coder)).toEqual([
    "anna-mueller",
    "anna-mueller-2",
  ]);
  expect(kinds).toEqual(["duplicate-name"]);
});

test("one text with evidence speaks for the others of the same program", async () => {
  const clear = "😀😀 Kaum Zeit. Und Geld? Keines.";
  const unclear = `😀${"b".repeat(30)}`;
  const places = placesOf(clear, ["Kaum Zeit", "Geld", "Keines"], {
    unit: "utf-16",
    returns: true,
  });
  const source = (name: string, text: string, guid: number, inside: string) =>
    `<TextSource guid="${guidOf(guid)}" name="${name}"><PlainTextContent>${text}</PlainTextContent>${inside}</TextSource>`;
  const second = selectionsXml([{ start: 12, end: 15 }]).replace(/0001f4|000064/g, "000777");
  const { material } = await taken(
    archiveOf({
      "project.qde": projectOf(
        source("A", clear, 50, selectionsXml(places)) + source("B", unclear, 51, second),
      ),
    }),
  );
  const starts = material.project.assignments.map(({ excerpt }) => excerpt.start);
  expect(starts).toEqual([3, 18, 24, 11]);
});

test("a lone CR becomes LF and an escaped CR LF is two characters, as in XML", async () => {
  const lone = await taken(archiveWithText("a\rKaum Zeit", [{ start: 2, end: 6 }]));
  expect(lone.words).toEqual(["Kaum"]);
  expect(lone.kinds).toEqual(["line-breaks"]);
  const escaped = placesOf(lines, words, { unit: "code-points", returns: true });
  const { words: found } = await taken(
    archiveWithInlineText(lines.replaceAll("\r", "&#13;"), escaped),
  );
  expect(found).toEqual(words);
});
