import { languages, questionSchema } from "@mehrwert/study";
import { expect, test } from "vitest";
import { everyType } from "../fixtures/question-types.ts";
import { withServerAndBrowser } from "../setup/with-browser.ts";
import { everyTypeSettings } from "./participant-views/questions.ts";
import { viewFaults } from "./participant-views/view-faults.ts";
import { ViewNotes } from "./participant-views/view-notes.ts";
import { participantWalks } from "./participant-views/views.ts";
import { visit } from "./participant-views/visit.ts";

const journey = withServerAndBrowser({ instrument: everyType, settings: everyTypeSettings });
const ways = languages.flatMap((language) =>
  participantWalks.map(({ name, walk }) => ({ language, name, walk })),
);
const notes = new ViewNotes();
const questions = everyType.pages.slice(1).flatMap(({ elements }) => elements);
const timeoutMs = 600_000;

test("every type of question that a participant sees is among the views", () => {
  const known = questionSchema.options.flatMap(({ shape }) => [...shape.type.values]);
  const shown = known.filter((type) => type !== "assigned");
  expect(new Set(questions.map(({ type }) => type))).toEqual(new Set(shown));
});

test.each(ways)(
  "every view of $name can be read, heard and used by everyone, in $language",
  async ({ language, walk }) => {
    const wrong: string[] = [];
    const names = new Set<string>();
    const look = async (view: string, page: Parameters<typeof viewFaults>[0]) => {
      expect(names).not.toContain(view);
      names.add(view);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
      wrong.push(...(await notes.take(page, view, language)));
      wrong.push(...(await viewFaults(page, view)));
    };
    await walk(await visit({ ...journey, server: journey.server, language, look }));
    expect(names.size).toBeGreaterThan(4);
    expect(wrong).toEqual([]);
  },
  timeoutMs,
);

test("what assistive technology finds in each type of question, in each of its states, is as reviewed", async () => {
  expect(notes.trees.size).toBe(questions.length * languages.length);
  for (const [name, states] of notes.trees) {
    const file = `snapshots/question-trees/${name}.txt`;
    await expect.soft(states.join("\n")).toMatchFileSnapshot(file);
  }
});

/**
 * A word that is heard on German and on English pages is a name, the same in both languages, or a foreign string: the
 * reviewed list tells which ones may be.
 */
test("no view says a word in another language than its own", async () => {
  const { de, en } = notes.words;
  const shared = [...de].filter((word) => en.has(word)).toSorted();
  const file = "snapshots/words-of-both-languages.txt";
  await expect(`${shared.join("\n")}\n`).toMatchFileSnapshot(file);
});

test(
  "the security policy changes no height in any view",
  async () => {
    const wrong: string[] = [];
    const free = new ViewNotes();
    for (const { walk } of participantWalks) {
      const look = async (view: string, page: Parameters<typeof viewFaults>[0]) => {
        await free.take(page, view, "de");
      };
      const newPage: typeof journey.newPage = (view) => journey.newPage({ ...view, policy: "off" });
      await walk(await visit({ server: journey.server, language: "de", newPage, look }));
    }
    for (const [view, heights] of free.heights) {
      const bound = notes.heights.get(view) ?? [];
      if (bound.length !== heights.length) wrong.push(`${view}: not the same elements`);
      wrong.push(
        ...heights.flatMap(([element, heightPx], at) => {
          const differencePx = Math.abs(heightPx - (bound[at]?.[1] ?? 0));
          return differencePx > 1 ? [`${view}: ${element} differs by ${differencePx} px`] : [];
        }),
      );
    }
    expect(free.heights.size).toBeGreaterThan(50);
    expect(wrong).toEqual([]);
  },
  timeoutMs,
);
