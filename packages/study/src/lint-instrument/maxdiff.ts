import { conditionReferences, parseCondition } from "../condition.ts";
import type { Instrument, QuestionOf } from "../instrument.ts";
import { maxdiffVersions } from "../maxdiff-design.ts";
import type { Issue } from "../result.ts";
import { error, pointer, warning } from "./issue.ts";
import { unknownName } from "./items.ts";
import { type PlacedQuestion, placedQuestions, questionsByName } from "./outline.ts";

/** Every MaxDiff design shows all options equally often, and whoever ranks does not choose from sets as well. */
export function lintMaxdiff(instrument: Instrument): Issue[] {
  const all = placedQuestions(instrument);
  const described = new Set(instrument.mehrwert.rankings.map(({ question }) => question));
  const alternatives = new Set(
    all.flatMap(({ question }) =>
      question.type === "ranking" ? (question.mehrwertAlternative ?? []) : [],
    ),
  );
  return all.flatMap((placed) => {
    const { question, path } = placed;
    if (question.type === "ranking") return lintAlternative(question, placed, instrument);
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

function lintAlternative(
  ranking: QuestionOf<"ranking">,
  { path }: PlacedQuestion,
  instrument: Instrument,
): Issue[] {
  const name = ranking.mehrwertAlternative;
  if (name === undefined) return [];
  const place = `${path}/mehrwertAlternative`;
  const other = questionsByName(instrument).get(name);
  if (other === undefined) return [unknownName(place, "question", name)];
  if (other.question.type !== "maxdiff") return [notMaxdiff(place, name)];
  const codes = (question: { choices: readonly { value: string }[] }) =>
    question.choices
      .map(({ value }) => value)
      .toSorted()
      .join();
  const issues = codes(ranking) === codes(other.question) ? [] : [otherOptions(place, name)];
  const groups = (of: PlacedQuestion) => groupsOf(of, instrument);
  const ranked = questionsByName(instrument).get(ranking.name);
  const mine = ranked === undefined ? new Map<string, Set<string>>() : groups(ranked);
  const isSplit = [...groups(other)].some(([question, values]) => {
    const own = mine.get(question);
    return own !== undefined && [...own].every((value) => !values.has(value));
  });
  return isSplit ? issues : [...issues, seenByAll(place, name)];
}

/**
 * The groups that a question is asked of: for each `assigned` question in its conditions the values it is compared with.
 * Only claims joined by `and` count, for only they hold for everybody who sees the question.
 */
function groupsOf({ question, page }: PlacedQuestion, instrument: Instrument) {
  const groups = new Map<string, Set<string>>();
  const byName = questionsByName(instrument);
  for (const text of [question.visibleIf, instrument.pages[page]?.visibleIf]) {
    const parsed = text === undefined ? undefined : readable(text);
    if (parsed === undefined) continue;
    const { expression } = parsed;
    const claims = expression.kind === "and" ? expression.parts : [expression];
    for (const claim of claims) {
      if (claim.kind !== "comparison" || claim.operator !== "equal") continue;
      const [variable] = conditionReferences({ text: "", expression: claim });
      const constant = claim.left.kind === "constant" ? claim.left : claim.right;
      if (variable === undefined || constant.kind !== "constant") continue;
      if (byName.get(variable.question)?.question.type !== "assigned") continue;
      groups.set(variable.question, new Set([String(constant.value)]));
    }
  }
  return groups;
}

/** Conditions that cannot be read are reported elsewhere. */
function readable(text: string) {
  try {
    return parseCondition(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
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

function notMaxdiff(path: string, name: string): Issue {
  return error(
    path,
    [`„${name}“ ist keine MaxDiff-Frage.`, `“${name}” is not a MaxDiff question.`],
    ["Nennen Sie eine Frage der Art „maxdiff“.", "Name a question of the type “maxdiff”."],
  );
}

function otherOptions(path: string, name: string): Issue {
  return error(
    path,
    [
      `Die Rangordnung und „${name}“ haben verschiedene Optionen.`,
      `The ranking and “${name}” have different options.`,
    ],
    ["Verwenden Sie dieselben Optionen.", "Use the same options."],
  );
}

function seenByAll(path: string, name: string): Issue {
  return error(
    path,
    [
      `Manche Teilnehmende sähen sowohl die Rangordnung als auch „${name}“.`,
      `Some participants would see both the ranking and “${name}”.`,
    ],
    [
      "Lassen Sie beide von verschiedenen Werten derselben Frage der Art „assigned“ abhängen, mit {gruppe} = 'wert'.",
      "Let both depend on different values of the same question of the type “assigned”, with {group} = 'value'.",
    ],
  );
}
