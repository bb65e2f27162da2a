import { missingOptionCodes, type Question, type ResponseOption } from "@mehrwert/study";
import { say } from "../refusal.ts";
import type { SourceRow, SourceShape } from "../source-survey.ts";
import type { BuiltQuestion } from "./built-question.ts";
import { keepsRandom, limits, ownerOf, tooFewOptions } from "./choice-questions.ts";
import type { BuildContext } from "./context.ts";
import { constructOf, rankingVariable, scaleOf } from "./measures.ts";
import { identifierOf, namer } from "./naming.ts";
import { builtOptions } from "./options.ts";
import { placeOf, type QuestionFrame } from "./question-frame.ts";

type ShapeOf<Kind extends SourceShape["kind"]> = Extract<SourceShape, { kind: Kind }>;

/** Items on one response scale. */
export function builtMatrix(
  frame: QuestionFrame,
  { rows: sources, columns, isRandom, needsAllRows }: ShapeOf<"matrix">,
  context: BuildContext,
): BuiltQuestion | undefined {
  const { name, title } = frame.base;
  const { options, codes } = builtOptions(
    columns,
    { ...ownerOf(frame), needsNumbers: true },
    context,
  );
  if (sources.length === 0 || opinionsOf(options) < 2) return tooFewOptions(frame, context);
  const rows = builtRows(frame, sources, context);
  const scale = scaleOf(`${name}-scale`, options);
  const question: Question = {
    type: "matrix",
    ...frame.base,
    columns: options,
    rows: rows.map(({ value, text }) => ({ value, text })),
    ...(keepsRandom(isRandom, rows.length, frame, context) ? { rowOrder: "random" } : {}),
    ...(needsAllRows === true ? { isAllRowRequired: true } : {}),
  };
  return {
    ...placeOf(frame.source),
    question,
    codes,
    rows: new Map(rows.map(({ code, value }) => [code, value])),
    constructs: [constructOf(name, title, "items")],
    items: rows.map(({ value }) => ({
      id: value,
      question: name,
      construct: name,
      scale: scale.id,
    })),
    scales: [scale],
    rankings: [],
  };
}

/** Items on two response scales. */
export function builtDoubleMatrix(
  frame: QuestionFrame,
  { rows: sources, scales: sourceScales, isRandom }: ShapeOf<"double-matrix">,
  context: BuildContext,
): BuiltQuestion | undefined {
  const { source, base } = frame;
  const ratingName = namer();
  const [first, second] = sourceScales.map((scale, place) => {
    const { options } = builtOptions(
      scale.options,
      { ...ownerOf(frame), needsNumbers: true },
      context,
    );
    const usual = say(`${place + 1}. Einschätzung`, `Rating ${place + 1}`);
    const part = say(`Überschrift der Skala ${place + 1}`, `heading of scale ${place + 1}`);
    const text = context.localizer.text(scale.text, {
      owner: source.code,
      where: source.where,
      part,
    });
    return { value: ratingName(scale.code, "r"), text: text ?? usual, columns: options };
  });
  if (first === undefined || second === undefined || sources.length === 0) {
    return tooFewOptions(frame, context);
  }
  if ([first, second].some(({ columns }) => opinionsOf(columns) < 2)) {
    return tooFewOptions(frame, context);
  }
  const rows = builtRows(frame, sources, context);
  const scales = [first, second].map(({ value, columns }) =>
    scaleOf(`${base.name}-${value}`, columns),
  );
  const ids = [first.value, second.value];
  const constructs = [first, second].map(({ value, text }) =>
    constructOf(
      `${base.name}-${value}`,
      say(`${base.title.de} – ${text.de}`, `${base.title.en} – ${text.en}`),
      "items",
    ),
  );
  const question: Question = {
    type: "double-rating",
    ...base,
    ratings: [first, second],
    rows: rows.map(({ value, text }) => ({ value, text })),
    ...(keepsRandom(isRandom, rows.length, frame, context) ? { rowOrder: "random" } : {}),
  };
  return {
    ...placeOf(source),
    question,
    codes: new Map(),
    rows: new Map(rows.map(({ code, value }) => [code, value])),
    constructs,
    items: rows.flatMap(({ value }) =>
      ids.map((rating) => ({
        id: `${value}.${rating}`,
        question: base.name,
        construct: `${base.name}-${rating}`,
        scale: `${base.name}-${rating}`,
      })),
    ),
    scales,
    rankings: [],
  };
}

/** Options to put into an order. */
export function builtRanking(
  frame: QuestionFrame,
  { options: sources, isRandom, min, max }: ShapeOf<"ranking">,
  context: BuildContext,
): BuiltQuestion | undefined {
  if (sources.length < 2 || sources.length > mostRanked) {
    return sources.length < 2
      ? tooFewOptions(frame, context)
      : tooManyRanked(frame, sources.length, context);
  }
  const { name, title } = frame.base;
  const options = builtRows(frame, sources, context);
  const question: Extract<Question, { type: "ranking" }> = {
    type: "ranking",
    ...frame.base,
    selectToRankEnabled: true,
    choices: options.map(({ value, text }) => ({ value, text })),
    ...(isRandom === true ? { choicesOrder: "random" } : {}),
    ...limits({ min, max, count: options.length }),
  };
  return {
    ...placeOf(frame.source),
    question,
    codes: new Map(options.map(({ code, value }) => [code, value])),
    rows: new Map(),
    constructs: [constructOf(name, title, "ranking")],
    items: [],
    scales: [],
    rankings: [rankingVariable(question)],
  };
}

const mostRanked = 32;

function tooManyRanked(
  { source }: QuestionFrame,
  count: number,
  { report }: BuildContext,
): undefined {
  report.leaveOut(
    source.where,
    say(`Rangordnung von ${count} Antworten`, `ranking of ${count} options`),
    say(
      `Höchstens ${mostRanked} lassen sich ordnen; kürzen Sie auf das Wesentliche.`,
      `At most ${mostRanked} can be ranked; cut down to what matters.`,
    ),
  );
}

type BuiltRow = { code: string; value: string; text: { de: string; en: string } };

/** Rows of a matrix, or options of a ranking: each becomes a variable, named after its question. */
function builtRows(
  { source, base }: QuestionFrame,
  rows: readonly SourceRow[],
  { localizer, variables, report }: BuildContext,
): BuiltRow[] {
  const { code: owner, where } = source;
  return rows.map(({ code, text }) => {
    const own = identifierOf(code, "r");
    const value = variables(
      own.startsWith(`${base.name}-`) ? own : `${base.name}-${identifierOf(code, "")}`,
      "r",
    );
    const part = say(`Zeile ${code}`, `row ${code}`);
    const found = localizer.text(text, { owner, where, part });
    if (found === undefined) {
      report.change(where, part, say("Ihr Code dient als Text.", "its code serves as text"));
    }
    return { code, value, text: found ?? say(code, code) };
  });
}

function opinionsOf(options: readonly ResponseOption[]): number {
  const missing: ReadonlySet<string | number> = new Set(missingOptionCodes);
  return options.filter(({ value }) => !missing.has(value)).length;
}
