import fc from "fast-check";
import { describe, expect, test } from "vitest";
import definition from "../../../instruments/value-drivers/1.0.0/instrument.json" with {
  type: "json",
};
import { smallInstrument } from "./example/small-study.ts";
import { type Instrument, instrumentSchema } from "./instrument.ts";
import { rawChanges } from "./instrument-difference/raw-change.ts";
import { instrumentDifference } from "./instrument-difference.ts";

const drivers = instrumentSchema.parse(definition);

/** A copy with one question changed, and the version named. */
function changed(
  name: string,
  change: (question: Instrument["pages"][number]["elements"][number]) => void,
  version = "1.0.1",
): Instrument {
  const copy = structuredClone(smallInstrument);
  copy.mehrwert.version = version;
  for (const question of copy.pages.flatMap((page) => page.elements))
    if (question.name === name) change(question);
  return copy;
}

function told(after: Instrument) {
  const { changes, smallestVersion } = instrumentDifference(smallInstrument, after);
  return [
    ...changes.map(({ kind, effect, place }) => `${effect} ${kind}: ${place.en}`),
    smallestVersion,
  ];
}

const text = (en: string) => ({ de: `${en} (de)`, en });

describe("instrumentDifference", () => {
  test("of an instrument and itself is empty, and asks for the next patch number", () => {
    expect(instrumentDifference(drivers, drivers)).toMatchObject({
      changes: [],
      effect: undefined,
      smallestVersion: "1.0.1",
      isVersionEnough: false,
    });
  });

  test("calls a corrected slip a text change and any other wording one to be judged", () => {
    const slip = changed("why", (question) => {
      question.title = { de: "Why? (de).", en: "why?" };
    });
    expect(told(slip)).toEqual(["text corrected: Question “why”, title", "1.0.1"]);
    const other = changed("why", (question) => {
      question.title = text("Why not?");
    });
    expect(told(other)).toEqual(["minor reworded: Question “why”, title", "1.1.0"]);
  });

  test("tells codes that mean something else", () => {
    const swapped = changed("results", (question) => {
      if (question.type !== "matrix") return;
      question.columns = [
        { value: 1, text: text("agree") },
        { value: 2, text: text("disagree") },
        { value: "dk", text: text("cannot judge") },
      ];
    });
    expect(told(swapped)).toEqual([
      "major recoded: Question “results”, scale point “1”",
      "major recoded: Question “results”, scale point “2”",
      "2.0.0",
    ]);
    const renamed = changed("member", (question) => {
      if (question.type !== "radiogroup") return;
      question.choices = question.choices.map((choice) =>
        choice.value === "no" ? { ...choice, value: "never" } : choice,
      );
    });
    expect(told(renamed)).toEqual([
      "major recoded: Question “member”, option “no”",
      "major recoded: Question “member”, option “never”",
      "2.0.0",
    ]);
  });

  test("tells another scale, and lets a missing option be added", () => {
    const longer = changed("results", (question) => {
      if (question.type === "matrix") question.columns.push({ value: 3, text: text("fully") });
    });
    expect(told(longer)).toEqual(["major scale: Question “results”, scale point “3”", "2.0.0"]);
    const refusable = changed("results", (question) => {
      if (question.type === "matrix") question.columns.push({ value: "na", text: text("n/a") });
    });
    expect(told(refusable)).toEqual(["minor added: Question “results”, scale point “na”", "1.1.0"]);
  });

  test("tells that a ranking with another option is another ranking", () => {
    const more = changed("drivers", (question) => {
      if (question.type === "ranking") question.choices.push({ value: "vd-5", text: text("vd-5") });
    });
    for (const ranking of more.mehrwert.rankings) ranking.names["vd-5"] = "fifth";
    expect(told(more)).toEqual(["major added: Question “drivers”, option “vd-5”", "2.0.0"]);
  });

  test("tells a new question, a removed one, a moved one, another condition, another duty", () => {
    const after = changed("why", (question) => {
      question.isRequired = true;
    });
    const [page] = after.pages;
    const [member, results, format, ranking, why] = page?.elements ?? [];
    if (!page || !member || !results || !format || !ranking || !why) throw new RangeError("small");
    format.visibleIf = "{member} = 'no'";
    page.elements = [member, results, format, why];
    after.pages.push({
      name: "second",
      title: text("Second"),
      elements: [{ ...why, name: "more", title: text("Anything else?") }, ranking],
    });
    expect(told(after).sort()).toEqual([
      "1.1.0",
      "minor added: Page “second”",
      "minor added: Question “more”",
      "minor condition: Question “format”, condition",
      "minor moved: Question “drivers”, page",
      "minor required: Question “why”, required",
    ]);
  });

  test("an item that counts in a score makes the score another one; beside a score it does not", () => {
    const row = { value: "ro-3", text: text("I want more.") };
    const scored = changed("results", (question) => {
      if (question.type === "matrix") question.rows.push(row);
    });
    const item = { id: "ro-3", question: "results", construct: "results-orientation" };
    scored.mehrwert.items.push(item);
    expect(told(scored)).toEqual([
      "major scoring: Construct “results-orientation”",
      "minor added: Question “results”, item “ro-3”",
      "2.0.0",
    ]);
    scored.mehrwert.items = scored.mehrwert.items.map((each) =>
      each.id === "ro-3" ? { ...each, scored: false } : each,
    );
    expect(told(scored)).toEqual(["minor added: Question “results”, item “ro-3”", "1.1.0"]);
  });

  test("tells reverse-keying, and order only where it is not drawn anyway", () => {
    const rekeyed = structuredClone(smallInstrument);
    for (const item of rekeyed.mehrwert.items) if (item.id === "ro-1") item.reverseKeyed = true;
    expect(told(rekeyed)).toEqual(["major scoring: Scoring of “ro-1”, reverse-keyed", "2.0.0"]);
    const reordered = changed("results", (question) => {
      if (question.type === "matrix") question.rows.reverse();
    });
    expect(told(reordered)).toEqual(["text re-ordered: Question “results”, items", "1.0.1"]);
  });

  test("tells an index and a block that were not there before one by one", () => {
    const after = structuredClone(smallInstrument);
    after.mehrwert.indices = [
      {
        id: "gap",
        kind: "difference",
        label: text("Gap"),
        definition: text("One less the other"),
        minuend: "ro-1",
        subtrahend: "ro-2",
      },
    ];
    expect(told(after)).toEqual(["minor added: Index “gap”", "1.1.0"]);
    const { changes } = instrumentDifference(after, smallInstrument);
    expect(changes.map(({ kind, place }) => [kind, place.de])).toEqual([
      ["removed", "Kennwert „gap“"],
    ]);
  });

  test("accepts a larger number than needed and refuses a smaller one", () => {
    const after = (version: string) =>
      changed(
        "why",
        (question) => {
          question.title = text("Why not?");
        },
        version,
      );
    const isEnough = (version: string) =>
      instrumentDifference(smallInstrument, after(version)).isVersionEnough;
    expect(["1.0.1", "1.1.0", "1.10.0", "2.0.0"].map(isEnough)).toEqual([false, true, true, true]);
  });

  test("no text of an instrument changes unnoticed", () => {
    const parts = JSON.stringify(drivers).split('"en":"');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: parts.length - 1 }), (index) => {
        const other = parts.map((part, at) => (at === index ? `Other words: ${part}` : part));
        const after = instrumentSchema.parse(JSON.parse(other.join('"en":"')));
        expect(instrumentDifference(drivers, after).changes).toHaveLength(1);
      }),
    );
  });
});

test("rawChanges is empty exactly if two values say the same", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      const isSame = JSON.stringify(rawChanges(a, a)) === "[]";
      const isDifferent = rawChanges({ a }, { a: { b, c: 1 } }).length > 0;
      expect([isSame, isDifferent]).toEqual([true, true]);
    }),
  );
});
