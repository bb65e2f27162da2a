import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { StatementRoundFeedback } from "./statement-round-feedback.tsx";

const both = (text: string) => ({ de: text, en: text });

const props = {
  feedback: {
    n: 5,
    median: 2.5,
    quartiles: [2, 3] satisfies [number, number],
    counts: [0, 2, 3],
    reasons: [both("It takes time.")],
  },
  rating: {
    value: "relevance",
    text: both("How relevant?"),
    columns: [
      ...[1, 2, 3].map((value) => ({ value, text: both(`point ${value}`) })),
      { value: "dk", text: both("cannot judge") },
    ],
  },
};

const shown = (own: number | undefined, last: number | undefined, language: "de" | "en") =>
  renderToStaticMarkup(createElement(StatementRoundFeedback, { ...props, own, last, language }));

test("a panelist's last answer is told in the words of the scale, and only if there was one", () => {
  expect(shown(undefined, 2, "de")).toContain("Ihre letzte Antwort: point 2");
  expect(shown(undefined, undefined, "de")).not.toContain("Ihre letzte Antwort");
});

test("halves are written as the language writes them, and points without answers are left out of the text", () => {
  expect(shown(1, undefined, "de")).toContain("(Median) liegt bei 2,5, die mittlere Hälfte");
  expect(shown(1, undefined, "en")).toContain("(median) is 2.5, the middle half");
  expect(shown(1, undefined, "en")).toContain(
    'aria-label="Distribution of answers: 2 × “point 2”, 3 × “point 3”."',
  );
});
