import { expect, test } from "vitest";
import { classify, leastEstimate, leastInterviews, leastPassages } from "./classifier.ts";
import type { CodedSentences } from "./coded-sentences.ts";
import type { Sentence } from "./sentences.ts";

const interviews = ["D1", "D2", "D3", "D4", "D5", "D6", "D7"];
const plain = [
  "Wir treffen uns jeden Montag im großen Raum.",
  "Der Kaffee war kalt und das Licht zu hell.",
  "Meine Kollegin fährt immer mit dem Zug.",
  "Das haben wir letztes Jahr neu gestrichen.",
];
const about = (at: number) => `Der Betriebsrat hat bei Punkt ${at} zugestimmt.`;

function sentencesOf(document: string, texts: readonly string[]): Sentence[] {
  return texts.map((text, at) => ({
    ...{ document, version: 1, turn: 1, text, words: [] },
    ...{ start: at * 100, end: at * 100 + text.length },
  }));
}
const sentences = interviews.flatMap((document, at) =>
  sentencesOf(document, [...plain, about(at)]),
);

function coded(
  isCoded: (sentence: Sentence) => boolean,
  learned: readonly string[] = interviews,
): CodedSentences {
  const own = sentences.filter((each) => learned.includes(each.document) && isCoded(each));
  return {
    ...{
      code: "A",
      passages: own.length,
      interviews: [...new Set(own.map((each) => each.document))],
    },
    isCoded: sentences.map((each) => own.includes(each)),
  };
}
const council = ({ text }: Sentence) => text.includes("Betriebsrat");

test("classify finds in every interview what it learned from the others", () => {
  const { estimates, refusals } = classify(sentences, [coded(council)], new Set(interviews));
  expect(refusals).toEqual([]);
  expect(estimates[0]?.quality).toEqual({ right: 7, wrong: 0, missed: 0, interviews: 7 });
});

test("classify learns only from coded interviews and judges the others, too", () => {
  const learned = interviews.slice(0, 6);
  const { estimates } = classify(sentences, [coded(council, learned)], new Set(learned));
  expect(estimates[0]?.quality).toEqual({ right: 6, wrong: 0, missed: 0, interviews: 6 });
  const suggested = sentences.filter(
    (_, at) => (estimates[0]?.estimates[at] ?? 0) >= leastEstimate,
  );
  expect(suggested.map(({ document }) => document)).toContain("D7");
  expect(suggested.every(council)).toBe(true);
});

test("quality is that of unseen interviews: what is said nowhere else is never found", () => {
  // Every interview has its own words for it, said twice: a random split would find each by its twin.
  const own = [
    "Quarzsand",
    "Zwiebelmett",
    "Bofist",
    "Jungfernrebe",
    "Wachtel",
    "Mixgetränk",
    "Pfusch",
  ];
  const twice = interviews.flatMap((document, at) =>
    sentencesOf(document, [
      ...plain,
      `${own[at]} ${own[at]} ${own[at]}!`,
      `${own[at]} ${own[at]}.`,
    ]),
  );
  const isCoded = twice.map(({ start }) => start >= 400);
  const code = { code: "A", isCoded, passages: 14, interviews };
  const { estimates, refusals } = classify(twice, [code], new Set(interviews));
  expect(estimates).toEqual([]);
  expect(refusals).toEqual([{ code: "A", reason: "never-right", passages: 14, interviews: 7 }]);
});

test.each([
  [leastPassages - 1, interviews.slice(0, leastPassages - 1)],
  [leastPassages, interviews.slice(0, leastInterviews - 1)],
])("a code with %i passages in %j gets no model", (passages, places) => {
  const few = { ...coded(council), passages, interviews: places };
  const { estimates, refusals } = classify(sentences, [few], new Set(interviews));
  expect(estimates).toEqual([]);
  expect(refusals).toEqual([{ code: "A", reason: "too-few", passages, interviews: places.length }]);
});

test("the same input gives the same estimates", () => {
  const twice = [0, 1].map(() => classify(sentences, [coded(council)], new Set(interviews)));
  expect(twice[0]).toEqual(twice[1]);
});
