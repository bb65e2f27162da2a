import { transcriptOf } from "@mehrwert/study";
import { expect, test } from "vitest";
import { findPassage, type PassageWish } from "./find-passage.ts";

const text = "Kopf\nI: Wie 😀 war\nes denn?\nE1: Gut. Sehr gut (wirklich).\n\nI: Gut?\n";

async function found(wish: PassageWish) {
  const transcript = await transcriptOf({
    document: "E1",
    version: 1,
    text,
    speakers: ["I", "E1"],
  });
  const place = findPassage(transcript, wish);
  return "reason" in place ? place : transcript.positions.slice(place.start, place.end);
}

test("words are found as they stand, over line breaks too, and signs mean themselves", async () => {
  expect(await found({ words: "😀 war" })).toBe("😀 war");
  expect(await found({ words: "war es denn?" })).toBe("war\nes denn?");
  expect(await found({ words: "gut (wirklich)." })).toBe("gut (wirklich).");
  expect(await found({ words: "GUT" })).toEqual({ reason: "no-such-words" });
  expect(await found({ words: "  " })).toEqual({ reason: "no-such-words" });
});

test("words that stand several times need a line or turn", async () => {
  expect(await found({ words: "Gut" })).toEqual({ reason: "several", lines: [4, 6] });
  expect(await found({ words: "Gut", lines: [6, 6] })).toBe("Gut");
  expect(await found({ words: "Gut", turn: 3 })).toBe("Gut");
  expect(await found({ words: "Gut", turn: 2 })).toEqual({ reason: "no-such-words" });
});

test("a turn or line is taken without the name of who speaks", async () => {
  expect(await found({ turn: 2 })).toBe("Wie 😀 war\nes denn?");
  expect(await found({ lines: [4, 4] })).toBe("Gut. Sehr gut (wirklich).");
  expect(await found({ lines: [2, 3] })).toBe("Wie 😀 war\nes denn?");
  expect(await found({ lines: [5, 5] })).toEqual({ reason: "no-such-line" });
  expect(await found({ lines: [6, 9] })).toEqual({ reason: "no-such-line" });
  expect(await found({ turn: 9 })).toEqual({ reason: "no-such-turn" });
});

test("positions count code points, and words beside them must stand there", async () => {
  expect(await found({ start: 8, end: 13 })).toBe("Wie 😀");
  expect(await found({ start: 8, end: 13, words: "Wie 😀" })).toBe("Wie 😀");
  expect(await found({ start: 8, end: 13, words: "Wie" })).toEqual({ reason: "other-words" });
  expect(await found({ start: 8, end: 8 })).toEqual({ reason: "outside" });
  expect(await found({ start: 8, end: 999 })).toEqual({ reason: "outside" });
  expect(await found({})).toEqual({ reason: "nothing-said" });
});
