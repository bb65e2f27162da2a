import type { Question } from "@mehrwert/study";
import { say } from "../refusal.ts";
import type { SourceShape } from "../source-survey.ts";
import type { BuiltQuestion } from "./built-question.ts";
import type { BuildContext } from "./context.ts";
import { builtOptions } from "./options.ts";
import { type QuestionFrame, withOneItem } from "./question-frame.ts";
import { longestRandomList } from "./random-orders.ts";

type ShapeOf<Kind extends SourceShape["kind"]> = Extract<SourceShape, { kind: Kind }>;

/** A single choice. */
export function builtSingle(
  frame: QuestionFrame,
  { options: sources, isRandom }: ShapeOf<"single">,
  context: BuildContext,
): BuiltQuestion | undefined {
  if (sources.length < 2) return tooFewOptions(frame, context);
  const isShuffled = keepsRandom(isRandom, sources.length, frame, context);
  const owner = { ...ownerOf(frame), isRandom: isShuffled };
  const { options, codes } = builtOptions(sources, owner, context);
  const question: Question = {
    type: "radiogroup",
    ...frame.base,
    choices: options,
    ...(isShuffled ? { choicesOrder: "random" } : {}),
  };
  return withOneItem(frame, question, codes);
}

/** A multiple choice; with a single box it becomes yes or no. */
export function builtMultiple(
  frame: QuestionFrame,
  { options: sources, isRandom, min, max }: ShapeOf<"multiple">,
  context: BuildContext,
): BuiltQuestion | undefined {
  const [only] = sources;
  if (sources.length === 1 && only !== undefined) {
    context.report.change(
      frame.source.where,
      say("Mehrfachauswahl mit einem einzigen Kästchen", "multiple choice with a single box"),
      say(
        "Einfachauswahl mit „nein“ als zweiter Antwort",
        "single choice with “no” as second option",
      ),
    );
    const no = {
      code: "no",
      text: new Map([
        ["de", "nein"],
        ["en", "no"],
      ]),
    };
    return builtSingle(frame, { kind: "single", options: [only, no] }, context);
  }
  if (sources.length < 2) return tooFewOptions(frame, context);
  const isShuffled = keepsRandom(isRandom, sources.length, frame, context);
  const owner = { ...ownerOf(frame), isRandom: isShuffled };
  const { options, codes } = builtOptions(sources, owner, context);
  const question: Question = {
    type: "checkbox",
    ...frame.base,
    choices: options,
    ...(isShuffled ? { choicesOrder: "random" } : {}),
    ...limits({ min, max, count: options.length }),
  };
  return withOneItem(frame, question, codes);
}

/** Whether a list stays in random order; one too long for its order to be stored does not. */
export function keepsRandom(
  isRandom: boolean | undefined,
  length: number,
  { source }: QuestionFrame,
  { report }: BuildContext,
): boolean {
  if (isRandom !== true || length <= longestRandomList) return isRandom === true;
  report.leaveOut(
    source.where,
    say(
      `zufällige Reihenfolge von ${length} Antworten oder Zeilen`,
      `random order of ${length} options or rows`,
    ),
    say(
      `Bis ${longestRandomList} lassen sich zufällig ordnen; teilen Sie die Frage.`,
      `Up to ${longestRandomList} can be in random order; split the question.`,
    ),
  );
  return false;
}

/** Limits on the number of options that can be met. */
export function limits(wanted: {
  min: number | undefined;
  max: number | undefined;
  count: number;
}): { minSelectedChoices?: number; maxSelectedChoices?: number } {
  const whole = (number: number | undefined) =>
    number !== undefined && Number.isInteger(number) && number >= 1 ? number : undefined;
  const [min, max] = [whole(wanted.min), whole(wanted.max)];
  const most = max !== undefined && max < wanted.count ? max : undefined;
  return {
    ...(min !== undefined && min <= (most ?? wanted.count) ? { minSelectedChoices: min } : {}),
    ...(most === undefined ? {} : { maxSelectedChoices: most }),
  };
}

/** An open question. */
export function builtText(
  frame: QuestionFrame,
  { isLong, maxLength }: Pick<ShapeOf<"text">, "isLong" | "maxLength">,
): BuiltQuestion {
  const usual = isLong ? 2000 : 200;
  const isUsable = maxLength !== undefined && Number.isInteger(maxLength) && maxLength > 0;
  const length = isUsable ? Math.min(maxLength, 10_000) : usual;
  return withOneItem(frame, {
    type: isLong ? "comment" : "text",
    ...frame.base,
    maxLength: length,
  });
}

/** How likely a recommendation is, 0 to 10. */
export function builtNps(
  frame: QuestionFrame,
  { lowest, highest, numbers }: ShapeOf<"nps">,
  { localizer }: BuildContext,
): BuiltQuestion {
  const { code: owner, where } = frame.source;
  const end = (part: string, text: typeof lowest) =>
    localizer.text(text, { owner, where, part: say(part, part) });
  const codes = Array.from({ length: 11 }, (_, code): [string, number] => [String(code), code]);
  const question: Question = {
    type: "nps",
    ...frame.base,
    lowest: end("0", lowest) ?? say("sehr unwahrscheinlich", "not at all likely"),
    highest: end("10", highest) ?? say("sehr wahrscheinlich", "extremely likely"),
  };
  return withOneItem(frame, question, numbers ?? new Map(codes));
}

/** A number becomes bands; without bounds there is nothing to cut, and it is left out. */
export function builtNumber(
  frame: QuestionFrame,
  { from, to, unit }: ShapeOf<"number">,
  { report, localizer }: BuildContext,
): BuiltQuestion | undefined {
  const { code: owner, where, typeName } = frame.source;
  const low = from === undefined ? undefined : Math.ceil(from);
  const high = to === undefined ? undefined : Math.floor(to);
  if (low === undefined || high === undefined || high <= low) {
    report.leaveOut(
      where,
      say(
        `Zahl ohne Grenzen (${typeName}): „${frame.base.title.de}“`,
        `number without bounds (${typeName}): “${frame.base.title.en}”`,
      ),
      say(
        "Fragen Sie in Stufen, mit einer Frage der Art „number-band“; genaue Zahlen können Einzelne verraten.",
        "Ask in bands, with a question of the type “number-band”; exact numbers can give people away.",
      ),
    );
    return undefined;
  }
  const bands = bandsOf(low, high);
  const texts = bands.map(({ text }) => text.en).join(", ");
  report.change(
    where,
    say(`Zahl von ${low} bis ${high}`, `number from ${low} to ${high}`),
    say(`Stufen: ${texts}`, `bands: ${texts}`),
    say("Prüfen Sie die Grenzen der Stufen.", "Check the limits of the bands."),
  );
  const part = say("Einheit", "unit");
  return withOneItem(frame, {
    type: "number-band",
    ...frame.base,
    unit: localizer.text(unit, { owner, where, part }) ?? say("Anzahl", "number"),
    bands,
  });
}

const mostBands = 6;

function bandsOf(low: number, high: number) {
  const width = Math.ceil((high - low + 1) / mostBands);
  const count = Math.ceil((high - low + 1) / width);
  return Array.from({ length: count }, (_, place) => {
    const from = low + place * width;
    const to = Math.min(high, from + width - 1);
    const text = from === to ? `${from}` : `${from}–${to}`;
    return { value: place + 1, text: say(text, text), from, to };
  });
}

/** A choice that leaves nothing to choose. */
export function tooFewOptions({ source }: QuestionFrame, { report }: BuildContext): undefined {
  report.leaveOut(
    source.where,
    say(
      `${source.typeName} „${source.code}“ hat weniger als zwei Antworten oder Zeilen`,
      `${source.typeName} “${source.code}” has fewer than two options, or no row`,
    ),
    say("Ergänzen Sie die Antworten und die Frage.", "Add the options and the question."),
  );
}

/** Whose options these are; words may be codes. */
export function ownerOf({ source }: QuestionFrame) {
  return { owner: source.code, where: source.where, needsNumbers: false };
}
