import type { DataDictionary } from "./dataset.ts";
import { setCount } from "./dataset-columns/method-columns.ts";
import type { Instrument, Question, QuestionOf } from "./instrument.ts";
import type { MergedVariable } from "./merged-variables.ts";

type DictionaryRanking = DataDictionary["rankings"][number];

/** The ranking questions of all versions, newest first, by the columns that hold their ranks; those that share columns once. */
export function mergedRankings(
  newestFirst: readonly Instrument[],
  merged: readonly MergedVariable[],
): DictionaryRanking[] {
  const rankings = new Map<string, DictionaryRanking>();
  for (const instrument of newestFirst) {
    for (const question of questionsOf(instrument, "ranking")) {
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

/** The MaxDiff questions of all versions, newest first; nothing if there are none. */
export function mergedMaxdiffs(
  newestFirst: readonly Instrument[],
  merged: readonly MergedVariable[],
): Pick<DataDictionary, "maxdiffs"> {
  const maxdiffs = new Map<string, NonNullable<DataDictionary["maxdiffs"]>[number]>();
  for (const instrument of newestFirst) {
    for (const question of questionsOf(instrument, "maxdiff")) {
      const { version } = instrument.mehrwert;
      const column = mergedVariable(merged, version, `${question.name}.version`);
      const name = column.question ?? question.name;
      const ranking = questionsOf(instrument, "ranking").find(
        ({ mehrwertAlternative }) => mehrwertAlternative === question.name,
      );
      const [option] = ranking?.choices ?? [];
      const alternativeTo =
        option === undefined ? undefined : mergedVariable(merged, version, option.value).question;
      const sets = Math.max(setCount(question), maxdiffs.get(name)?.sets ?? 0);
      maxdiffs.set(name, {
        question: name,
        questionText: column.questionText ?? question.title,
        options: question.choices.map(({ value }) => value),
        ...(alternativeTo !== undefined && { alternativeTo }),
        ...maxdiffs.get(name),
        sets,
      });
    }
  }
  return maxdiffs.size === 0 ? {} : { maxdiffs: [...maxdiffs.values()] };
}

function questionsOf<Type extends Question["type"]>(
  instrument: Instrument,
  type: Type,
): QuestionOf<Type>[] {
  const isOfType = (question: Question): question is QuestionOf<Type> => question.type === type;
  return instrument.pages.flatMap((page) => page.elements).filter(isOfType);
}

function mergedVariable(merged: readonly MergedVariable[], version: string, name: string) {
  const found = merged.find(({ nameIn }) => nameIn.get(version) === name);
  if (found === undefined) throw new RangeError(`version ${version} has no column ${name}`);
  return found.variable;
}
