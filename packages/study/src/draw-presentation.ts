import type { Instrument, Question, QuestionOf } from "./instrument.ts";
import { maxdiffVersions } from "./maxdiff-design.ts";
import { missingOptionCodes } from "./missing-option-codes.ts";
import { randomGroups, randomlyOrdered } from "./random-order.ts";
import { evenChoice, type Random, shuffled } from "./simulate-answers/draws.ts";
import type { Presentation } from "./survey-response.ts";

/** What is drawn for one question or group: one entry of a `Presentation`. */
type Drawn = Presentation[string];

const missingCodes: ReadonlySet<string> = new Set(missingOptionCodes);

/**
 * Everything that chance decides about what one participant sees: the order of options, rows, questions and pages,
 * the variants of vignettes, the versions and sets of MaxDiff questions. To be drawn once, before the first page,
 * kept while the participant answers, and sent with the answers.
 *
 * Options that are not an opinion (`dk`, `na`, `refused`) stay at the end. `moves` of rankings is added while answering.
 */
export function drawPresentation(instrument: Instrument, random: Random): Presentation {
  const presentation: Presentation = {};
  for (const question of instrument.pages.flatMap((page) => page.elements)) {
    const drawn = drawnFor(question, random);
    if (drawn !== undefined) presentation[question.name] = drawn;
  }
  return { ...presentation, ...drawGroups(instrument, random) };
}

/** The orders of the questions of pages and of the pages of blocks, by the name of the page or block. */
export function drawGroups(instrument: Instrument, random: Random): Presentation {
  const presentation: Presentation = {};
  for (const { name, parts } of randomGroups(instrument)) {
    presentation[name] = { shown: shuffled(random, parts) };
  }
  return presentation;
}

/** What chance decides about one question; undefined if nothing. */
export function drawnFor(question: Question, random: Random): Drawn | undefined {
  if (question.type === "vignette") {
    return { variant: evenChoice(random, question.variants).value };
  }
  if (question.type === "maxdiff") return drawnSets(question, random);
  const codes = randomlyOrdered(question);
  if (codes === undefined) return undefined;
  const order = shuffled(random, codes).map(String);
  return {
    shown: [
      ...order.filter((code) => !missingCodes.has(code)),
      ...order.filter((code) => missingCodes.has(code)),
    ],
  };
}

/**
 * A version of the design, in which the options are dealt out anew, the sets come in a new order and each set
 * is shuffled. The two sets of a couple stay side by side, so that no option is seen twice in a row there.
 */
function drawnSets(question: QuestionOf<"maxdiff">, random: Random): Drawn {
  const versions = maxdiffVersions(question);
  const version = evenChoice(random, [...versions.keys()]);
  const dealt = shuffled(
    random,
    question.choices.map(({ value }) => value),
  );
  const sets = versions[version] ?? [];
  const groupSize = question.design === "couples-of-8" ? 2 : 1;
  const groups = Array.from({ length: sets.length / groupSize }, (_, group) =>
    sets.slice(group * groupSize, (group + 1) * groupSize),
  );
  const inOrder = shuffled(random, groups).flatMap((group) => shuffled(random, group));
  return {
    version,
    sets: inOrder.map((places) =>
      shuffled(
        random,
        places.flatMap((place) => dealt[place] ?? []),
      ),
    ),
  };
}
