import fc from "fast-check";
import { expect, test } from "vitest";
import { foundSpeakers, lineOf, lineStarts, speakerTurns, transcriptOf } from "./transcript.ts";

const text = `Gespräch mit E1, 2016

I: Wie kamen Sie dazu? 😀
E1: Durch Zufall.
Und dann blieb ich.

[00:02:10] I: Und heute?
E1: Heute anders: besser.
`;

test("a transcript has turns with speaker, words and place, and numbered lines", async () => {
  const transcript = await transcriptOf({
    document: "E1",
    version: 1,
    text,
    speakers: foundSpeakers(text),
  });
  expect(transcript.speakers).toEqual(["I", "E1"]);
  const said = transcript.turns.map(({ speaker, wordsStart, end }) => [
    speaker,
    transcript.positions.slice(wordsStart, end),
  ]);
  expect(said).toEqual([
    [undefined, "Gespräch mit E1, 2016"],
    ["I", "Wie kamen Sie dazu? 😀"],
    ["E1", "Durch Zufall.\nUnd dann blieb ich."],
    ["I", "Und heute?"],
    ["E1", "Heute anders: besser."],
  ]);
  expect(transcript.turns.map(({ start }) => lineOf(transcript.lines, start))).toEqual([
    1, 3, 4, 7, 8,
  ]);
  expect(transcript.hash).toMatch(/^[0-9a-f]{64}$/);
});

test("long labels count only where they come back, words before a colon do not", () => {
  const moderated = [
    "Moderation: a",
    "Frau Weber: b",
    "Moderation: c",
    "Frau Weber: d",
    "Moderation: e",
  ];
  expect(foundSpeakers(moderated.join("\n"))).toEqual(["Moderation"]);
  expect(foundSpeakers("Wichtig: ja\nMan sagt: ja\nE12: ja\nIP: nein\nhttp://x: y")).toEqual([
    "E12",
    "IP",
  ]);
  expect(speakerTurns("ohne Namen", [])).toEqual([{ number: 1, start: 0, end: 10, wordsStart: 0 }]);
  expect(speakerTurns("", [])).toEqual([]);
});

test("turns never overlap, and every character that is no white space lies in one", () => {
  const line = fc.constantFrom(
    "I: ja 😀",
    "E1: nein",
    "weiter",
    "",
    "  ",
    "E1:",
    "I : x",
    "Ach: so",
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const joined = lines.join("\n");
      const points = [...joined];
      const turns = speakerTurns(joined, ["I", "E1"]);
      const owners = points.map(() => 0);
      for (const { start, end, wordsStart } of turns) {
        expect(start <= wordsStart && wordsStart <= Math.max(end, wordsStart)).toBe(true);
        for (let at = start; at < end; at += 1) owners[at] = (owners[at] ?? 0) + 1;
      }
      for (const [at, point] of points.entries()) {
        if (point.trim() !== "") expect(owners[at]).toBe(1);
        else expect(owners[at] ?? 0).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test("lines are counted in code points", () => {
  expect(lineStarts("a\n😀b\nc")).toEqual([0, 2, 5]);
  expect([0, 1, 2, 4, 5, 9].map((at) => lineOf([0, 2, 5], at))).toEqual([1, 1, 2, 2, 3, 3]);
  expect(lineStarts("")).toEqual([0]);
});

test("a transcript without a usable name is a broken promise", async () => {
  const wrong = transcriptOf({ document: "../x", version: 1, text: "", speakers: [] });
  await expect(wrong).rejects.toThrow("is no name of a document");
  await expect(
    transcriptOf({ document: "E1", version: 0, text: "", speakers: [] }),
  ).rejects.toThrow(RangeError);
});
