import { transcriptOf } from "@mehrwert/study";
import { expect, test } from "vitest";
import { isInterviewer, sentenceRanges, spokenSentences, wordsOf } from "./sentences.ts";

const cut = (text: string) => sentenceRanges(text).map(([from, to]) => text.slice(from, to));

test("sentenceRanges ends sentences at their marks, not at abbreviations, ordinals and initials", () => {
  expect(cut("Das geht. Oder? „Nein!“ Sagt er … Und dann.")).toEqual([
    ...["Das geht.", "Oder?", "„Nein!“", "Sagt er …", "Und dann."],
  ]);
  expect(cut("Am 3. Mai, z. B. bei Dr. Weiß bzw. Frau K. Müller, war es so. Gut.")).toEqual([
    "Am 3. Mai, z. B. bei Dr. Weiß bzw. Frau K. Müller, war es so.",
    "Gut.",
  ]);
  expect(cut("Seit 2015. Davor nicht.")).toEqual(["Seit 2015.", "Davor nicht."]);
  expect(cut("eine Zeile\n\n  noch eine\n")).toEqual(["eine Zeile", "noch eine"]);
  expect(cut("  ")).toEqual([]);
});

test("wordsOf parts at hyphens and keeps what marks a gender", () => {
  const words = (text: string) => wordsOf(text).map(({ folded }) => folded);
  expect(words("Community-Tag, Größe; geht's?")).toEqual(["community", "tag", "grösse", "geht's"]);
  expect(words("Leiter:innen, Leiter*innen und Leiter/in")).toEqual([
    ...["leiterinnen", "leiterinnen", "und", "leiterin"],
  ]);
});

test("spokenSentences leaves out who asks, and counts code points", async () => {
  const text = "Titel\nI: Wie geht das?\nE1: 😀 Gut. Sehr gut.\nE2: Na ja.\n";
  const transcript = await transcriptOf({
    document: "D",
    version: 1,
    text,
    speakers: ["I", "E1", "E2"],
  });
  const heard = spokenSentences(transcript);
  expect(heard.map((each) => each.text)).toEqual(["😀 Gut.", "Sehr gut.", "Na ja."]);
  for (const { start, end, text: words } of heard) {
    expect([...text].slice(start, end).join("")).toBe(words);
  }
  const [gut] = heard[1]?.words.slice(1) ?? [];
  expect([...text].slice(gut?.start, gut?.end).join("")).toBe("gut");
  expect(spokenSentences(transcript, ["I"]).map((each) => each.text)).toEqual(["Wie geht das?"]);
});

test("a text without speakers is looked at as a whole", async () => {
  const transcript = await transcriptOf({
    document: "D",
    version: 1,
    text: "So. Und so.",
    speakers: [],
  });
  expect(spokenSentences(transcript)).toHaveLength(2);
});

test.each(["I", "I2", "Int.", "Interviewerin", "Moderator"])("%s asks", (name) => {
  expect(isInterviewer(name)).toBe(true);
});
test.each(["E1", "B", "IP2", "Ina", "P1", "Modrow"])("%s answers", (name) => {
  expect(isInterviewer(name)).toBe(false);
});
