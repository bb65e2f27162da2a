import type { Instrument, QuestionOf } from "../instrument.ts";
import { maxdiffVersions } from "../maxdiff-design.ts";
import type { Issue } from "../result.ts";
import { error, pointer, warning } from "./issue.ts";
import { placedQuestions } from "./outline.ts";

/** Every MaxDiff design shows all options equally often, and it is said what they mean. */
export function lintMaxdiff(instrument: Instrument): Issue[] {
  const all = placedQuestions(instrument);
  const described = new Set(instrument.mehrwert.rankings.map(({ question }) => question));
  const alternatives = new Set(
    all.flatMap(({ question }) =>
      question.type === "ranking" ? (question.mehrwertAlternative ?? []) : [],
    ),
  );
  return all.flatMap(({ question, path }) => {
    if (question.type !== "maxdiff") return [];
    const isKnown = described.has(question.name) || alternatives.has(question.name);
    return [...lintDesign(question, path), ...(isKnown ? [] : [undescribed(path, question.name)])];
  });
}

function lintDesign(question: QuestionOf<"maxdiff">, path: string): Issue[] {
  const place = `${path}/design`;
  const count = question.choices.length;
  if (question.design === "couples-of-8") return count === 8 ? [] : [notEight(place, count)];
  const issues = question.design.flatMap((sets, version) =>
    sets.flatMap((set, number) => {
      const isPossible = new Set(set).size === set.length && set.every((at) => at < count);
      return isPossible ? [] : [impossibleSet(`${place}${pointer(version, number)}`, count)];
    }),
  );
  if (issues.length > 0) return issues;
  const shown = timesShown(maxdiffVersions(question).flat(), count);
  if (Math.min(...shown) === 0) return [neverShown(place)];
  const isUneven = Math.max(...shown) !== Math.min(...shown);
  return [
    ...(isUneven ? [uneven(place, Math.min(...shown), Math.max(...shown))] : []),
    ...question.design.flatMap((sets, version) =>
      Math.min(...timesShown(sets, count)) === 0
        ? [notInVersion(`${place}${pointer(version)}`)]
        : [],
    ),
  ];
}

function timesShown(sets: readonly (readonly number[])[], count: number): number[] {
  const shown = new Array<number>(count).fill(0);
  for (const option of sets.flat()) shown[option] = (shown[option] ?? 0) + 1;
  return shown;
}

function notEight(path: string, count: number): Issue {
  return error(
    path,
    [
      `Dieser Versuchsplan braucht genau acht Optionen; hier sind es ${count}.`,
      `This design needs exactly eight options; here are ${count}.`,
    ],
    ["Geben Sie die Auswahlen selbst an.", "Give the sets yourself."],
  );
}

function impossibleSet(path: string, count: number): Issue {
  return error(
    path,
    [
      "Die Auswahl nennt eine Option doppelt oder eine, die es nicht gibt.",
      "The set names an option twice, or one that does not exist.",
    ],
    [
      `Nennen Sie verschiedene Plätze von 0 bis ${count - 1}.`,
      `Name different places from 0 to ${count - 1}.`,
    ],
  );
}

function neverShown(path: string): Issue {
  return error(
    path,
    ["Eine Option kommt in keiner Auswahl vor.", "An option is in no set."],
    ["Zeigen Sie jede Option gleich oft.", "Show every option equally often."],
  );
}

function notInVersion(path: string): Issue {
  return warning(
    path,
    ["In dieser Version kommt nicht jede Option vor.", "Not every option is in this version."],
    [
      "Zeigen Sie jeder Person jede Option mindestens einmal.",
      "Show every person every option at least once.",
    ],
  );
}

function uneven(path: string, least: number, most: number): Issue {
  return error(
    path,
    [
      `Der Versuchsplan ist nicht ausgewogen: Manche Optionen kommen ${least}-mal vor, andere ${most}-mal.`,
      `The design is not balanced: some options appear ${least} times, others ${most} times.`,
    ],
    [
      "Zeigen Sie über alle Versionen jede Option gleich oft.",
      "Show every option equally often over all versions.",
    ],
  );
}

function undescribed(path: string, name: string): Issue {
  return error(
    path,
    [
      `Es ist nicht beschrieben, was die Optionen von „${name}“ bedeuten.`,
      `It is not described what the options of “${name}” mean.`,
    ],
    [
      "Beschreiben Sie die Frage unter „rankings“ oder nennen Sie sie als „mehrwertAlternative“ einer Rangordnung.",
      "Describe the question under “rankings”, or name it as the “mehrwertAlternative” of a ranking.",
    ],
  );
}
