import type { LocalizedText } from "@mehrwert/study";
import { say } from "../refusal.ts";
import type { SourceQuestion } from "../source-survey.ts";
import type { BuiltQuestion } from "./built-question.ts";
import {
  builtMultiple,
  builtNps,
  builtNumber,
  builtSingle,
  builtText,
} from "./choice-questions.ts";
import type { BuildContext } from "./context.ts";
import type { QuestionFrame } from "./question-frame.ts";
import { builtDoubleMatrix, builtMatrix, builtRanking } from "./row-questions.ts";

/**
 * Builds one question of the file, with the text field that an option such as “other” brings along.
 * An empty list means that it was left out; the report says why.
 */
export function builtQuestions(
  source: SourceQuestion,
  description: LocalizedText | undefined,
  context: BuildContext,
): BuiltQuestion[] {
  const frame = frameOf(source, description, context);
  const built = ofShape(frame, context);
  if (built === undefined) return [];
  reportCarried(source, built, context);
  return [built, ...otherTexts(source, built, context)];
}

function frameOf(
  source: SourceQuestion,
  description: LocalizedText | undefined,
  { localizer, report, variables }: BuildContext,
): QuestionFrame {
  const { code, where } = source;
  const name = variables(code, "q");
  const place = { owner: code, where };
  const title = localizer.text(source.title, { ...place, part: say("Fragetext", "question text") });
  const help = localizer.text(source.help, { ...place, part: say("Hilfetext", "help text") });
  if (title === undefined) {
    report.change(
      where,
      say("Frage ohne Text", "question without text"),
      say(`„${code}“ dient als Text.`, `“${code}” serves as text`),
      say("Ergänzen Sie die Frage.", "Add the question."),
    );
  }
  const described = joinedTexts(description, help);
  return {
    source,
    base: {
      name,
      title: title ?? say(code, code),
      ...(described === undefined ? {} : { description: described }),
      ...(source.isRequired ? { isRequired: true } : {}),
    },
  };
}

/** One text under the other. */
export function joinedTexts(
  first: LocalizedText | undefined,
  second: LocalizedText | undefined,
): LocalizedText | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  return { de: `${first.de}\n\n${second.de}`, en: `${first.en}\n\n${second.en}` };
}

function ofShape(frame: QuestionFrame, context: BuildContext): BuiltQuestion | undefined {
  const { shape } = frame.source;
  switch (shape.kind) {
    case "single":
      return builtSingle(frame, shape, context);
    case "multiple":
      return builtMultiple(frame, shape, context);
    case "matrix":
      return builtMatrix(frame, shape, context);
    case "double-matrix":
      return builtDoubleMatrix(frame, shape, context);
    case "ranking":
      return builtRanking(frame, shape, context);
    case "text":
      return builtText(frame, shape);
    case "number":
      return builtNumber(frame, shape, context);
    case "nps":
      return builtNps(frame, shape, context);
    case "note":
      return undefined;
  }
}

function reportCarried(
  source: SourceQuestion,
  built: BuiltQuestion,
  { report }: BuildContext,
): void {
  const { type, name } = built.question;
  const rows = [...built.rows].map(([code, row]) => `${code} → ${row}`).join(", ");
  const withRows = rows === "" ? "" : ` (${rows})`;
  report.add({
    outcome: "carried-over",
    where: source.where,
    was: say(source.typeName, source.typeName),
    became: say(`${type} „${name}“${withRows}`, `${type} “${name}”${withRows}`),
  });
}

/** A field to write into beside an option becomes a question of its own, shown when the option is chosen. */
function otherTexts(
  source: SourceQuestion,
  built: BuiltQuestion,
  context: BuildContext,
): BuiltQuestion[] {
  if (!("options" in source.shape) || source.shape.kind === "ranking") return [];
  const { question } = built;
  const choices = "choices" in question ? question.choices : [];
  return source.shape.options
    .filter((option) => option.hasText === true)
    .flatMap((option, place) => {
      const value = built.codes.get(option.code);
      const words = choices.find((choice) => choice.value === value)?.text;
      if (value === undefined || words === undefined) return [];
      const code = `${source.code}_${place === 0 ? "other" : `other${place + 1}`}`;
      const name = context.variables(code, "q");
      const title = say(`${words.de} – bitte angeben`, `${words.en} – please specify`);
      context.report.change(
        source.where,
        say(`Textfeld bei „${words.de}“`, `text field at “${words.en}”`),
        say(`eigene Frage „${name}“, wenn gewählt`, `question “${name}” of its own, if chosen`),
      );
      const text: SourceQuestion = {
        code,
        where: source.where,
        typeName: "",
        title: new Map(),
        isRequired: false,
        shape: { kind: "text", isLong: false },
        condition: {
          original: `${source.code} = ${option.code}`,
          claim: { kind: "chosen", question: source.code, option: option.code },
        },
      };
      return [builtText({ source: text, base: { name, title } }, { isLong: false })];
    });
}
