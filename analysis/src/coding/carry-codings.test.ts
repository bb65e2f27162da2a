import { seededRandom } from "@mehrwert/statistics";
import type { StandingAssignment } from "@mehrwert/study";
import { expect, test } from "vitest";
import { alignTexts } from "./align-texts.ts";
import { carryCodings } from "./carry-codings.ts";

function codingAt(start: number, end: number): StandingAssignment {
  return {
    id: `${start}-${end}`,
    excerpt: { document: "E1", version: 1, start, end },
    ...{ code: "A", coder: "anna", origin: { kind: "by-hand" }, mark: "unchanged" },
    added: { person: "anna", at: "", event: "" },
  };
}

/** Words of interviews, with letters of every width, some of them often repeated. */
const words = [
  ...[
    "ja",
    "also",
    "das",
    "ist",
    "die",
    "Community",
    "Zeit",
    "Betriebsrat",
    "Größe",
    "😀",
    "👩‍💻",
    "Zoe\u0308",
  ],
  ...[
    "nicht",
    "und",
    "aber",
    "freiwillig",
    "Führungskräfte",
    "teilen",
    "E1:",
    "I:",
    "…",
    "(lacht)",
    "ﬁ",
  ],
];

function randomText(random: () => number, count: number): string {
  const pick = () => words[Math.floor(random() * words.length)] ?? "";
  return Array.from({ length: count }, () => `${pick()}${random() < 0.1 ? "\n" : " "}`).join("");
}

/** Inserts, deletes or replaces up to four stretches, and keeps track of where every old letter went. */
function edited(text: string, random: () => number) {
  let points = [...text].map((letter, origin) => ({ letter, origin }));
  const touched: [number, number][] = [];
  const edits = 1 + Math.floor(random() * 4);
  for (let edit = 0; edit < edits; edit += 1) {
    const at = Math.floor(random() * (points.length + 1));
    const gone = random() < 0.6 ? Math.floor(random() * 12) : 0;
    const added = random() < 0.6 ? [...randomText(random, 1 + Math.floor(random() * 4))] : [];
    // Places of the original text that this edit touches: between the letters on its two sides.
    const left = points.slice(0, at).findLast(({ origin }) => origin >= 0)?.origin ?? -1;
    const right = points.slice(at + gone).find(({ origin }) => origin >= 0)?.origin ?? text.length;
    if (gone > 0 || added.length > 0) touched.push([left + 1, right]);
    points = [
      ...points.slice(0, at),
      ...added.map((letter) => ({ letter, origin: -1 })),
      ...points.slice(at + gone),
    ];
  }
  const places = new Map(points.map(({ origin }, at) => [origin, at]));
  return { text: points.map(({ letter }) => letter).join(""), touched, places };
}

test("1,000 random edits: a coding whose text is untouched keeps exactly its text, and none is lost", () => {
  const random = seededRandom(2026);
  let [untouched, rightPlace, marked, wrongly] = [0, 0, 0, 0];
  for (let round = 0; round < 1000; round += 1) {
    const before = randomText(random, 60);
    const letters = [...before];
    const { text: after, touched, places } = edited(before, random);
    const newLetters = [...after];
    const codings = Array.from({ length: 8 }, () => {
      const start = Math.floor(random() * (letters.length - 1));
      return codingAt(start, Math.min(letters.length, start + 1 + Math.floor(random() * 40)));
    });
    const carried = carryCodings({ before, after }, alignTexts(before, after), codings);
    expect(carried).toHaveLength(newLetters.length === 0 ? 0 : codings.length);
    for (const [at, { excerpt }] of codings.entries()) {
      const { start, end } = excerpt;
      const now = carried[at];
      if (now === undefined) continue;
      const was = letters.slice(start, end).join("");
      const is = newLetters.slice(now.start, now.end).join("");
      expect(now.start).toBeLessThan(now.end);
      expect(now.end).toBeLessThanOrEqual(newLetters.length);
      // What is said to be kept is kept, letter for letter.
      if (now.mark !== "review") expect(is).toBe(was);
      const isUntouched = touched.every(([from, to]) => to <= start || from >= end);
      if (!isUntouched) continue;
      untouched += 1;
      expect(is).toBe(was);
      if (now.start === places.get(start)) rightPlace += 1;
      else if (now.mark !== "review") wrongly += 1;
      if (now.mark === "review") marked += 1;
    }
  }
  console.info(
    `${untouched} untouched codings: ${rightPlace} at their place, ${marked} to be reviewed, ${wrongly} at the same words elsewhere`,
  );
  expect(untouched).toBeGreaterThan(4000);
  // Where the same words stand several times, no comparison can know which ones are meant.
  expect(rightPlace / untouched).toBeGreaterThan(0.99);
});

test("a coding moves with its words, even to the other end of the text", () => {
  const before = "Erst kam die Zeit. Dann kam der Betriebsrat dazu. Am Ende war es gut.";
  const after = "Dann kam der Betriebsrat dazu. Am Ende war es gut. Erst kam die Zeit.";
  const coding = codingAt(0, 18);
  const [carried] = carryCodings({ before, after }, alignTexts(before, after), [coding]);
  expect(carried).toMatchObject({ mark: "moved", start: 51, end: 69 });
});

test("a touched passage is marked and covers what is left of it; one that is gone stays beside its place", () => {
  const before = "Wir zeigen Entwürfe, bevor sie fertig sind. Das ist alles.";
  const after = "Wir zeigen halbfertige Entwürfe, bevor sie gut sind. Das ist alles.";
  const coding = codingAt(0, 43);
  const [touched] = carryCodings({ before, after }, alignTexts(before, after), [coding]);
  expect(touched?.mark).toBe("review");
  expect(after.slice(touched?.start, touched?.end)).toBe(after.slice(0, 52));
  const shorter = "Das ist alles.";
  const [gone] = carryCodings({ before, after: shorter }, alignTexts(before, shorter), [coding]);
  expect(gone).toMatchObject({ mark: "review", start: 0, end: 1 });
});

test("words put into the middle of others do not tear a coding apart", () => {
  // A comparison by letters alone would take the first two for the old ones.
  const [before, after] = ["abc", "abXabc"];
  const [carried] = carryCodings({ before, after }, alignTexts(before, after), [codingAt(0, 3)]);
  expect(carried).toMatchObject({ start: 3, end: 6, mark: "moved" });
  // The same words further on are not mistaken for them.
  const twice = { before: "abc. Und abc.", after: "abXabc. Und abc." };
  const [first] = carryCodings(twice, alignTexts(twice.before, twice.after), [codingAt(0, 3)]);
  expect(first).toMatchObject({ start: 3, end: 6, mark: "moved" });
});

test("two texts of ten thousand words with nothing in common share their ends", () => {
  const random = seededRandom(1);
  const letters = (from: number) =>
    Array.from({ length: 10_000 }, () =>
      String.fromCharCode(from + Math.floor(random() * 26)).repeat(3),
    ).join(" ");
  const alignment = alignTexts(`a ${letters(97)} z`, `a ${letters(0x430)} z`);
  expect(alignment.map(([, , length]) => length)).toEqual([2, 2]);
});
