import { error, pointer, warning } from "../lint-instrument/issue.ts";
import { languages } from "../localized-text.ts";
import type { Issue } from "../result.ts";
import type { InterviewGuide } from "./schema.ts";

/** What only the guide as a whole can tell: names used twice, codes, minutes, languages. */
export function lintInterviewGuide(guide: InterviewGuide): Issue[] {
  return [
    ...lintNames(guide),
    ...lintCodes(guide),
    ...lintMinutes(guide),
    ...lintLanguages(guide),
    ...lintOpening(guide),
  ];
}

type Place = { id: string; path: string };

function lintNames({ blocks, opening, closing, codes, sources }: InterviewGuide): Issue[] {
  const placed = (list: string, entries: readonly { id: string }[]): Place[] =>
    entries.map(({ id }, index) => ({ id, path: pointer(list, index, "id") }));
  const asked = blocks.flatMap(({ questions }, at) =>
    questions.map(({ id }, index) => ({
      id,
      path: pointer("blocks", at, "questions", index, "id"),
    })),
  );
  const spoken = [...placed("opening", opening), ...asked, ...placed("closing", closing)];
  const lists = [
    spoken,
    placed("blocks", blocks),
    placed("codes", codes),
    placed("sources", sources),
  ];
  return lists.flatMap(twiceUsed);
}

function twiceUsed(places: readonly Place[]): Issue[] {
  return places
    .filter(({ id }, index) => places.findIndex((each) => each.id === id) < index)
    .map(({ id, path }) =>
      error(
        path,
        [`„${id}“ ist zweimal vergeben.`, `“${id}” is used twice.`],
        ["Wählen Sie einen anderen Namen.", "Choose another name."],
      ),
    );
}

function lintCodes({ blocks, codes }: InterviewGuide): Issue[] {
  const known = new Set(codes.map(({ id }) => id));
  const used = new Set(blocks.flatMap((block) => block.codes));
  const unknown = blocks.flatMap((block, at) =>
    block.codes.flatMap((id, index) =>
      known.has(id)
        ? []
        : [
            error(
              pointer("blocks", at, "codes", index),
              [`Den Code „${id}“ gibt es nicht.`, `There is no code “${id}”.`],
              [
                "Führen Sie ihn unter „codes“ auf, oder berichtigen Sie ihn.",
                "List it under “codes”, or correct it.",
              ],
            ),
          ],
    ),
  );
  const unused = codes.flatMap(({ id }, index) =>
    used.has(id)
      ? []
      : [
          warning(
            pointer("codes", index),
            [`Kein Block fragt nach dem Code „${id}“.`, `No block brings up the code “${id}”.`],
            [
              "Ordnen Sie ihn einem Block zu, oder streichen Sie ihn.",
              "Add it to a block, or delete it.",
            ],
          ),
        ],
  );
  const open = blocks.flatMap((block, at) =>
    block.codes.length > 0
      ? []
      : [
          warning(
            pointer("blocks", at, "codes"),
            ["Der Block nennt keinen Code.", "The block names no code."],
            [
              "So bleibt nur Offenes zu kodieren; nennen Sie einen Code, wenn es einen gibt.",
              "Only open coding is left then; name a code if there is one.",
            ],
          ),
        ],
  );
  return [...unknown, ...unused, ...open];
}

function lintMinutes({ blocks, durationMinutes: { from, to } }: InterviewGuide): Issue[] {
  const sum = blocks.reduce((total, { minutes }) => total + minutes, 0);
  if (sum >= from && sum <= to) return [];
  return [
    error(
      pointer("durationMinutes"),
      [
        `Die Blöcke dauern zusammen ${sum} Minuten, angekündigt sind ${from} bis ${to}.`,
        `The blocks take ${sum} minutes together; announced are ${from} to ${to}.`,
      ],
      ["Ändern Sie die Blöcke oder die Ankündigung.", "Change the blocks or the announcement."],
    ),
  ];
}

function lintLanguages({ languages: named }: InterviewGuide): Issue[] {
  const missing = languages.filter((language) => !named.includes(language));
  return missing.map((language) =>
    error(
      pointer("languages"),
      [`Die Sprache „${language}“ fehlt.`, `The language “${language}” is missing.`],
      ["Ein Leitfaden liegt in beiden Sprachen vor.", "A guide exists in both languages."],
    ),
  );
}

const required = ["purpose", "recording", "anonymity", "skipping"];

/** Nobody is interviewed without having been told these. */
function lintOpening({ opening }: InterviewGuide): Issue[] {
  return required
    .filter((id) => !opening.some((point) => point.id === id))
    .map((id) =>
      error(
        pointer("opening"),
        [`Vor der ersten Frage fehlt der Punkt „${id}“.`, `The point “${id}” is missing first.`],
        [
          "Zu Beginn gehören Zweck, Aufnahme, Anonymität und das Recht, Fragen auszulassen.",
          "Say first: purpose, recording, anonymity and the right to skip questions.",
        ],
      ),
    );
}
