import { type Codebook, type CodingEvent, transcriptOf } from "@mehrwert/study";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeLooks, codeOfKey } from "./code-looks.ts";
import { withReply } from "./seen-events.ts";
import { moved, selectedPassage, selectionOf, trimmed, withWord } from "./text-selection.ts";
import { stretches, textBlocks } from "./text-units.ts";

const text = "Titel\n\nI: Wie war das? Und dann?\nE1: So 🙂 war es. Ja.\n  Und mehr.\n";
const transcript = () => transcriptOf({ document: "E1", version: 1, text, speakers: ["I", "E1"] });

test("textBlocks gives sentences by turn, in code points, with their lines", async () => {
  const { positions, ...rest } = await transcript();
  const blocks = textBlocks({ positions, ...rest }, "de");
  const shown = blocks.map(({ turn, speaker, line, units }) => [
    ...[turn, speaker, line],
    ...units.map(({ start, end }) => positions.slice(start, end)),
  ]);
  expect(shown).toEqual([
    [1, undefined, 1, "Titel"],
    [2, "I", 3, "I: Wie war das?", "Und dann?"],
    [3, "E1", 4, "E1: So 🙂 war es.", "Ja.", "Und mehr."],
  ]);
  expect(blocks[2]?.units.map(({ line }) => line)).toEqual([4, 4, 5]);
});

describe("selection by keys", () => {
  const of = { count: 6, turnStarts: [0, 1, 3], isExtending: false };
  test("moves by sentence and turn and stays inside the text", () => {
    const at = (head: number) => ({ anchor: head, head });
    expect(moved(at(5), "next", of)).toEqual(at(5));
    expect(moved(at(0), "previous", of)).toEqual(at(0));
    expect(moved(at(1), "next-turn", of)).toEqual(at(3));
    expect(moved(at(4), "previous-turn", of)).toEqual(at(3));
    expect(moved(at(3), "previous-turn", of)).toEqual(at(1));
    expect(moved(at(2), "next", { ...of, isExtending: true })).toEqual({ anchor: 2, head: 3 });
  });

  test("takes words off and puts them on, at either end, and keeps at least one", async () => {
    const whole = await transcript();
    const units = textBlocks(whole, "de").flatMap((block) => block.units);
    const words = (selection: Parameters<typeof selectedPassage>[1]) => {
      const passage = selectedPassage(units, selection);
      return passage && whole.positions.slice(passage.start, passage.end);
    };
    const third = { anchor: 3, head: 3 };
    const shorter = withWord(units, third, whole, { edge: "end", by: -1 });
    expect(words(shorter)).toBe("E1: So 🙂 war");
    const later = withWord(units, shorter, whole, { edge: "start", by: 1 });
    expect(words(later)).toBe("So 🙂 war");
    expect(words(withWord(units, later, whole, { edge: "end", by: 1 }))).toBe("So 🙂 war es.");
    const one = selectionOf(units, { start: 0, end: 5 });
    expect(words(withWord(units, one, whole, { edge: "end", by: -1 }))).toBe("Titel");
  });

  test("a marked passage loses white space at its ends; of blanks nothing is left", async () => {
    const { positions } = await transcript();
    expect(trimmed({ start: 5, end: 9 }, positions)).toEqual({ start: 7, end: 9 });
    expect(trimmed({ start: 5, end: 7 }, positions)).toBeUndefined();
  });
});

test("stretches cover the whole text once, each with exactly what lies on it", () => {
  const thing = fc
    .tuple(fc.nat(20), fc.integer({ min: 1, max: 9 }))
    .map(([start, length]) => ({ start, end: start + length }));
  fc.assert(
    fc.property(fc.array(thing, { maxLength: 6 }), (things) => {
      const parts = stretches({ start: 5, end: 18 }, things);
      expect(parts[0]?.start).toBe(5);
      expect(parts.at(-1)?.end).toBe(18);
      for (const [at, { start, end, on }] of parts.entries()) {
        expect(parts[at + 1]?.start ?? end).toBe(end);
        for (let place = start; place < end; place += 1)
          expect(on).toEqual(things.filter((each) => each.start <= place && place < each.end));
      }
    }),
  );
});

test("codeLooks gives each category a colour, neighbours other lines, and keys in the order of the tree", () => {
  const codes = ["A", "A1", "A2", "B", "B1"].map((id) => ({
    ...{ id, label: { de: id, en: id }, origin: "deductive" as const },
    ...(id.length === 2 && { parent: id.slice(0, 1) }),
    ...(id.length === 1 && { isHeading: false }),
  }));
  const looks = codeLooks({ codes } satisfies Pick<Codebook, "codes">);
  expect([...looks].map(([id, { hue, line, key }]) => `${id} ${hue} ${line} ${key}`)).toEqual([
    ...["A 0 solid 1", "A1 0 dashed 2", "A2 0 dotted 3", "B 1 solid 4", "B1 1 dashed 5"],
  ]);
  expect(codeOfKey(looks, "5")).toBe("B1");
  expect(codeOfKey(looks, "m")).toBeUndefined();
});

test("withReply joins what comes, whatever comes late, and asks anew after the release", () => {
  const event = (sequence: number) => ({ sequence }) as CodingEvent;
  const known = { phase: "blind" as const, events: [event(1), event(2)] };
  const more = { phase: "blind" as const, events: [event(2), event(3)] };
  expect(withReply(known, 1, more)?.events).toEqual([event(1), event(2), event(3)]);
  expect(withReply(known, 0, { phase: "blind", events: [event(1)] })).toBe(known);
  expect(withReply(known, 2, { phase: "released", events: [] })).toBeUndefined();
  const anew = { phase: "released" as const, events: [event(1)] };
  expect(withReply(known, 0, anew)).toBe(anew);
});
