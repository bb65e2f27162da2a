import type { DataDictionary } from "./dataset.ts";
import type { Instrument, QuestionOf } from "./instrument.ts";
import type { MergedVariable } from "./merged-variables.ts";

type DictionaryRanking = DataDictionary["rankings"][number];

/** The ranking questions of all versions, newest first, by the columns that hold their ranks; those that share columns once. */
export function mergedRankings(
  newestFirst: readonly Instrument[],
  merged: readonly MergedVariable[],
): DictionaryRanking[] {
  const rankings = new Map<string, DictionaryRanking>();
  for (const instrument of newestFirst) {
    for (const question of rankingQuestions(instrument)) {
      const ranking = instrument.mehrwert.rankings.find((each) => each.question === question.name);
      if (ranking === undefined) continue;
      const columns = question.choices.map(({ value }) =>
        mergedVariable(merged, instrument.mehrwert.version, value),
      );
      const [first] = columns;
      if (first === undefined || rankings.has(first.name)) continue;
      rankings.set(first.name, {
        question: first.question ?? question.name,
        questionText: first.questionText ?? question.title,
        construct: ranking.construct,
        options: columns.map(({ name }) => name),
        names: Object.fromEntries(
          question.choices.flatMap(({ value }, index) => {
            const name = ranking.names[value];
            return name === undefined ? [] : [[columns[index]?.name ?? value, name]];
          }),
        ),
        unranked: ranking.unranked,
        topK: ranking.topK,
      });
    }
  }
  return [...rankings.values()];
}

function rankingQuestions(instrument: Instrument): QuestionOf<"ranking">[] {
  return instrument.pages
    .flatMap((page) => page.elements)
    .filter((question) => question.type === "ranking");
}

function mergedVariable(merged: readonly MergedVariable[], version: string, name: string) {
  const found = merged.find(({ nameIn }) => nameIn.get(version) === name);
  if (found === undefined) throw new RangeError(`version ${version} has no column ${name}`);
  return found.variable;
}
