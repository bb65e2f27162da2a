import type { Instrument, QuestionOf, RankingVariable } from "../instrument.ts";
import type { Issue } from "../result.ts";
import { error, pointer } from "./issue.ts";
import { unknownName } from "./items.ts";
import { placedQuestions, questionsByName } from "./outline.ts";

type RankingQuestion = QuestionOf<"ranking" | "maxdiff">;

/** Every ranking question is described once, option by option, and its limits can be met. */
export function lintRankings(instrument: Instrument): Issue[] {
  const { rankings } = instrument.mehrwert;
  return [
    ...rankings.flatMap((ranking, index) =>
      lintRanking(instrument, ranking, pointer("mehrwert", "rankings", index)),
    ),
    ...placedQuestions(instrument).flatMap(({ question, path }) => {
      if (question.type === "maxdiff") {
        const count = rankings.filter((ranking) => ranking.question === question.name).length;
        return count > 1 ? [notDescribedOnce(path, question.name, count)] : [];
      }
      if (question.type === "ranking") {
        const count = rankings.filter((ranking) => ranking.question === question.name).length;
        return [
          ...(count === 1 ? [] : [notDescribedOnce(path, question.name, count)]),
          ...lintLimits(question, path),
        ];
      }
      return question.type === "checkbox" ? lintLimits(question, path) : [];
    }),
  ];
}

function lintRanking(instrument: Instrument, ranking: RankingVariable, path: string): Issue[] {
  const issues: Issue[] = [];
  const construct = instrument.mehrwert.constructs.find(({ id }) => id === ranking.construct);
  if (construct === undefined) {
    issues.push(unknownName(`${path}/construct`, "construct", ranking.construct));
  } else if (construct.measure !== "ranking") {
    issues.push(notARankedConstruct(`${path}/construct`, construct.id));
  }
  const placed = questionsByName(instrument).get(ranking.question);
  if (placed === undefined) {
    issues.push(unknownName(`${path}/question`, "question", ranking.question));
  } else if (placed.question.type !== "ranking" && placed.question.type !== "maxdiff") {
    issues.push(notARanking(`${path}/question`, ranking.question));
  } else issues.push(...lintNamesOfOptions(ranking, placed.question, path));
  return issues;
}

function lintNamesOfOptions(
  { names, topK }: RankingVariable,
  question: RankingQuestion,
  path: string,
): Issue[] {
  const options = question.choices.map(({ value }) => value);
  const missing = options.filter((option) => !Object.hasOwn(names, option));
  const unknown = Object.keys(names).filter((option) => !options.includes(option));
  const values = Object.values(names);
  const issues = [
    ...missing.map((option) => unnamed(`${path}/names`, option)),
    ...unknown.map((option) => unknownOption(path + pointer("names", option), option)),
  ];
  if (new Set(values).size < values.length) issues.push(sameNames(`${path}/names`));
  const most = question.type === "ranking" ? question.maxSelectedChoices : undefined;
  if (topK > Math.min(options.length, most ?? options.length)) {
    issues.push(unreachable(`${path}/topK`, topK));
  }
  return issues;
}

function lintLimits(question: QuestionOf<"ranking" | "checkbox">, path: string): Issue[] {
  const { minSelectedChoices: fewest = 0, maxSelectedChoices: most, choices } = question;
  if (most !== undefined && most > choices.length) {
    return [unreachable(`${path}/maxSelectedChoices`, most)];
  }
  return fewest > (most ?? choices.length)
    ? [unreachable(`${path}/minSelectedChoices`, fewest)]
    : [];
}

function notDescribedOnce(path: string, name: string, count: number): Issue {
  return error(
    path,
    [
      `Die Rangordnung „${name}“ ist unter „rankings“ ${count}-mal beschrieben statt einmal.`,
      `The ranking “${name}” is described ${count} times under “rankings” instead of once.`,
    ],
    ["Beschreiben Sie sie genau einmal.", "Describe it exactly once."],
  );
}

function notARankedConstruct(path: string, id: string): Issue {
  return error(
    path,
    [
      `Das Konstrukt „${id}“ wird nicht durch Rangordnung gemessen.`,
      `The construct “${id}” is not measured by ranking.`,
    ],
    ["Setzen Sie seine „measure“ auf „ranking“.", "Set its “measure” to “ranking”."],
  );
}

function notARanking(path: string, name: string): Issue {
  return error(
    path,
    [`„${name}“ ist keine Rangordnung.`, `“${name}” is not a ranking.`],
    [
      "Nennen Sie eine Frage der Art „ranking“ oder „maxdiff“.",
      "Name a question of the type “ranking” or “maxdiff”.",
    ],
  );
}

function unnamed(path: string, option: string): Issue {
  return error(
    path,
    [`Der Antwort „${option}“ fehlt ihr fester Name.`, `The option “${option}” lacks its name.`],
    ["Ergänzen Sie den Namen.", "Add the name."],
  );
}

function unknownOption(path: string, option: string): Issue {
  return error(
    path,
    [`Die Frage hat keine Antwort „${option}“.`, `The question has no option “${option}”.`],
    ["Prüfen Sie die Schreibweise.", "Check the spelling."],
  );
}

function sameNames(path: string): Issue {
  return error(
    path,
    ["Zwei Antworten tragen denselben festen Namen.", "Two options have the same name."],
    ["Geben Sie jeder Antwort einen eigenen Namen.", "Give every option a name of its own."],
  );
}

function unreachable(path: string, count: number): Issue {
  return error(
    path,
    [
      `${count} Antworten lassen sich in dieser Frage nicht wählen.`,
      `${count} options cannot be chosen in this question.`,
    ],
    [
      "Senken Sie die Zahl auf höchstens die wählbaren Antworten.",
      "Lower the number to the options that can be chosen.",
    ],
  );
}
