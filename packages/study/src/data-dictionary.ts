import { type DataDictionary, missingReasons, type Variable } from "./dataset.ts";
import type { Instrument } from "./instrument.ts";
import { instrumentColumns } from "./instrument-columns.ts";
import { languages } from "./localized-text.ts";

const missingCodes: DataDictionary["missingCodes"] = [
  {
    code: missingReasons.refused,
    reason: "refused",
    label: { de: "Keine Angabe gewählt", en: "Chose to give no answer" },
  },
  {
    code: missingReasons.dk,
    reason: "dk",
    label: { de: "Kann ich nicht beurteilen", en: "Cannot judge" },
  },
  { code: missingReasons.na, reason: "na", label: { de: "Trifft nicht zu", en: "Not applicable" } },
  {
    code: missingReasons["not-shown"],
    reason: "not-shown",
    label: { de: "Frage nicht gezeigt", en: "Question not shown" },
  },
  {
    code: missingReasons.skipped,
    reason: "skipped",
    label: { de: "Frage übersprungen", en: "Question skipped" },
  },
  {
    code: missingReasons["not-reached"],
    reason: "not-reached",
    label: { de: "Frage nicht erreicht", en: "Question not reached" },
  },
  {
    code: missingReasons["not-in-version"],
    reason: "not-in-version",
    label: { de: "Frage nicht in dieser Fassung", en: "Question not in this version" },
  },
  {
    code: missingReasons.unranked,
    reason: "unranked",
    label: { de: "Gezeigt, aber nicht eingeordnet", en: "Shown but not placed" },
  },
];

const idVariable: Variable = {
  name: "id",
  type: "id",
  label: { de: "Zufällige Kennung der Antwort", en: "Random id of the response" },
};

const languageVariable: Variable = {
  name: "language",
  type: "language",
  label: { de: "Sprache beim Absenden", en: "Language when submitting" },
  options: [
    { code: "de", label: { de: "Deutsch", en: "German" } },
    { code: "en", label: { de: "Englisch", en: "English" } },
  ],
};

/**
 * What each column of a dataset of this instrument means: `id`, `language`, then variables in instrument order.
 *
 * @throws RangeError if two columns would have the same name
 */
export function dataDictionary(instrument: Instrument): DataDictionary {
  const questions = instrument.pages.flatMap((page) => page.elements);
  const variables = instrumentColumns(instrument).map(({ variable }) => variable);
  requireDistinctNames([idVariable, languageVariable, ...variables]);
  return {
    languages: [...languages],
    missingCodes,
    constructs: instrument.mehrwert.constructs.map(({ id, label, definition, measure }) => ({
      id,
      label,
      definition,
      measure,
    })),
    rankings: questions.flatMap((question) => {
      const ranking = instrument.mehrwert.rankings.find(
        (entry) => entry.question === question.name,
      );
      if (ranking === undefined || question.type !== "ranking") return [];
      return [
        {
          question: question.name,
          questionText: question.title,
          construct: ranking.construct,
          options: question.choices.map(({ value }) => value),
          names: ranking.names,
          unranked: ranking.unranked,
          topK: ranking.topK,
        },
      ];
    }),
    variables: [idVariable, languageVariable, ...variables],
  };
}

function requireDistinctNames(variables: readonly Variable[]): void {
  const names = new Set<string>();
  for (const { name } of variables) {
    if (names.has(name)) throw new RangeError(`dataDictionary requires one column named ${name}`);
    names.add(name);
  }
}
