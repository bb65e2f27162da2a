import { type Answers, type Instrument, visibleQuestions } from "@mehrwert/study";
import type { Page } from "playwright-core";
import { openedDraft } from "./kept-on-device.ts";

/** Makes the page draw this group, the first thing it draws; everything after it is drawn as always. */
export async function drawsGroup(
  page: Page,
  { pages }: Instrument,
  { question, group }: { question: string; group: string },
): Promise<void> {
  const asked = pages.flatMap(({ elements }) => elements).find(({ name }) => name === question);
  const groups = asked?.type === "assigned" ? asked.choices.map(({ value }) => value) : [];
  const share = (groups.indexOf(group) + 0.5) / groups.length;
  if (!groups.includes(group)) throw new RangeError(`${question} does not draw ${group}`);
  await page.addInitScript(
    (word) => {
      const draw = crypto.getRandomValues.bind(crypto);
      Object.defineProperty(crypto, "getRandomValues", {
        configurable: true,
        value: (words: Uint32Array<ArrayBuffer>) => {
          if (!(words instanceof Uint32Array)) return draw(words);
          Object.defineProperty(crypto, "getRandomValues", { value: draw });
          return words.fill(word);
        },
      });
    },
    Math.floor(share * 2 ** 32),
  );
}

/** Of every MaxDiff question that is asked: the first option of each set drawn as best, the last as worst. */
export async function setChoices(
  page: Page,
  study: string,
  instrument: Instrument,
  answers: Answers,
): Promise<Answers> {
  const { presentation } = await openedDraft(page, study);
  const { question: consent, given } = instrument.mehrwert.consent;
  const visible = visibleQuestions(instrument, { ...answers, [consent]: given });
  const asked = instrument.pages
    .flatMap(({ elements }) => elements)
    .filter(({ type, name }) => type === "maxdiff" && visible.has(name));
  return Object.fromEntries(
    asked.map(({ name }) => {
      const sets = presentation[name]?.sets ?? [];
      const picks = sets.flatMap((set, at) => [
        [`${at + 1}.best`, set[0] ?? ""] as const,
        [`${at + 1}.worst`, set.at(-1) ?? ""] as const,
      ]);
      return [name, Object.fromEntries(picks)];
    }),
  );
}
