import { expect, test } from "vitest";
import { everyTypeInstrument } from "../example/every-type-instrument.ts";
import { lintInstrument } from "../lint-instrument.ts";
import { placedQuestions } from "./outline.ts";
import { areSeenTogether } from "./seen-together.ts";

/** Two questions that ask the same in the same words, under these conditions. */
function askedTwice(one: string, other: string) {
  const instrument = structuredClone(everyTypeInstrument);
  const text = { de: "Was fehlt?", en: "What is missing?" };
  const comment = (name: string, visibleIf: string) => {
    const { length } = instrument.mehrwert.items;
    instrument.mehrwert.items.push({ id: name, question: name, construct: "network" });
    return { type: "comment", name, title: text, maxLength: 100 + length, visibleIf } as const;
  };
  const elements = [comment("first-time", one), comment("second-time", other)];
  instrument.pages.push({ name: "twice", title: { de: "Zweimal", en: "Twice" }, elements });
  return instrument;
}

/** The conditions of the two, and whether somebody might see both. */
const conditions = [
  ["{form} = 'full'", "{form} = 'pulse'", false],
  ["{form} = 'full'", "{form} <> 'full'", false],
  ["{form} = 'full' and {recommend} > 5", "!({form} = 'full' or {recommend} > 5)", false],
  ["{form} = 'full'", "{form} = 'pulse' or {recommend} > 5", true],
  ["{form} = 'full'", "{method} = 'by-maxdiff'", true],
  ["{recommend} = 1", "{recommend} = 2", true],
] as const;

test.each(conditions)(
  "the same text under %s and under %s: seen twice is %s",
  (one, other, isSeenTwice) => {
    const instrument = askedTwice(one, other);
    const [first, second] = placedQuestions(instrument).slice(-2);
    if (first === undefined || second === undefined) throw new RangeError("no questions");
    expect(areSeenTogether(instrument, first, second)).toBe(isSeenTwice);
    const complaints = lintInstrument(instrument).filter(({ message }) =>
      message.en.startsWith("The same text"),
    );
    expect(complaints).toHaveLength(isSeenTwice ? 1 : 0);
  },
);
