import { type LocalizedText, missingOptionCodes, type ResponseOption } from "@mehrwert/study";
import { say } from "../refusal.ts";
import type { SourceOption } from "../source-survey.ts";
import type { BuildContext } from "./context.ts";
import { distinctWords } from "./distinct-words.ts";
import { missingCodeOf } from "./missing-options.ts";
import { namer } from "./naming.ts";

/** Options as an instrument has them, and what each code of the file became. */
export type BuiltOptions = {
  options: ResponseOption[];
  codes: Map<string, ResponseOption["value"]>;
};

/**
 * Whose options are built, and whether their codes must be rising numbers (scales) or may be words. In a random order
 * they must be words: numbers would claim an order of their own.
 */
export type OptionOwner = {
  owner: string;
  where: string;
  needsNumbers: boolean;
  isRandom?: boolean;
};

type Worded = { source: SourceOption; text: LocalizedText };

/**
 * Gives options their stored codes: numbers stay, words become names, options that are no opinion get their missing
 * code and go to the end. Everything that differs from the file is reported.
 */
export function builtOptions(
  sources: readonly SourceOption[],
  owner: OptionOwner,
  context: BuildContext,
): BuiltOptions {
  const worded = distinct(wordedOptions(sources, owner, context), owner, context);
  const missing = new Map<Worded, ResponseOption["value"]>();
  for (const option of worded) {
    const code = missingCodeOf(option.text);
    if (code !== undefined && ![...missing.values()].includes(code)) missing.set(option, code);
  }
  const opinions = worded.filter((option) => !missing.has(option));
  const coded = codedOpinions(opinions, owner, context);
  const all = [...coded, ...missing];
  const firstMissing = worded.findIndex((option) => missing.has(option));
  if (firstMissing >= 0 && worded.slice(firstMissing).some((option) => !missing.has(option))) {
    context.report.change(
      owner.where,
      say(
        "Antworten ohne Meinung mitten unter den anderen",
        "options without opinion among the others",
      ),
      say("ans Ende gestellt", "moved to the end"),
    );
  }
  reportCodes(all, owner, context);
  reportExclusive(worded, owner, context);
  return {
    options: all.map(([{ text }, value]) => ({ value, text })),
    codes: new Map(all.map(([{ source }, value]) => [source.code, value])),
  };
}

function wordedOptions(
  sources: readonly SourceOption[],
  { owner, where, needsNumbers }: OptionOwner,
  { localizer, report }: BuildContext,
): Worded[] {
  const bare: string[] = [];
  const worded = sources.map((source) => {
    const part = say(`Antwort ${source.code}`, `option ${source.code}`);
    const found = localizer.text(source.text, { owner, where, part });
    const text = found ?? say(source.code, source.code);
    if (found === undefined) {
      report.change(where, part, say("Ihr Code dient als Text.", "its code serves as text"));
    }
    if (!needsNumbers || [text.de, text.en].every((words) => /\p{L}/u.test(words))) {
      return { source, text };
    }
    bare.push(text.en);
    return { source, text: say(`Stufe ${text.de}`, `Point ${text.en}`) };
  });
  if (bare.length > 0) {
    report.change(
      where,
      say(`Stufen ohne Worte: ${bare.join(", ")}`, `points without words: ${bare.join(", ")}`),
      say(`Stufe ${bare[0]} usw.`, `Point ${bare[0]} etc.`),
      say("Benennen Sie jede Stufe in Worten.", "Label every point in words."),
    );
  }
  return worded;
}

function distinct(options: Worded[], { where }: OptionOwner, { report }: BuildContext): Worded[] {
  const own = distinctWords();
  return options.map(({ source, text }) => {
    const words = own(text, source.code);
    if (words === undefined) return { source, text };
    report.change(
      where,
      say(
        `Antwort „${text.de}“ kommt mehrmals vor`,
        `the option “${text.en}” occurs more than once`,
      ),
      say(`„${words.de}“`, `“${words.en}”`),
      say("Geben Sie jeder Antwort eigene Worte.", "Word every option differently."),
    );
    return { source, text: words };
  });
}

function codedOpinions(
  opinions: readonly Worded[],
  { where, needsNumbers, isRandom }: OptionOwner,
  { report }: BuildContext,
): [Worded, ResponseOption["value"]][] {
  const numbers = opinions.map(({ source }) => wholeNumber(storedCode(source)));
  const known = numbers.filter((number) => number !== undefined);
  const areDistinct = new Set(known).size === known.length;
  if (!needsNumbers) {
    const name = namer();
    for (const code of missingOptionCodes) name(code, "");
    return opinions.map((option, place) => {
      const number = areDistinct && isRandom !== true ? numbers[place] : undefined;
      return [option, number ?? name(storedCode(option.source), "a")];
    });
  }
  if (!areDistinct || known.length < opinions.length) {
    return opinions.map((option, place) => [option, place + 1]);
  }
  const coded = opinions.map((option, place): [Worded, number] => [option, numbers[place] ?? 0]);
  const sorted = coded.toSorted(([, one], [, other]) => one - other);
  if (sorted.some((entry, place) => entry !== coded[place])) {
    report.change(
      where,
      say("Stufen nicht in der Reihenfolge ihrer Codes", "points not in the order of their codes"),
      say("nach Codes geordnet, von niedrig nach hoch", "ordered by code, low to high"),
      say("Prüfen Sie die Richtung der Skala.", "Check the direction of the scale."),
    );
  }
  return sorted;
}

function storedCode({ stored, code }: SourceOption): string {
  return stored ?? code;
}

function wholeNumber(code: string): number | undefined {
  return /^-?\d{1,9}$/.test(code) ? Number(code) : undefined;
}

function reportCodes(
  coded: readonly (readonly [Worded, ResponseOption["value"]])[],
  { where }: OptionOwner,
  { report }: BuildContext,
): void {
  const moved = coded.filter(([{ source }, value]) => String(value) !== storedCode(source));
  if (moved.length === 0) return;
  report.change(
    where,
    say(
      `Codes der Antworten: ${moved.map(([{ source }]) => storedCode(source)).join(", ")}`,
      `codes of options: ${moved.map(([{ source }]) => storedCode(source)).join(", ")}`,
    ),
    say(
      moved.map(([{ source }, value]) => `${storedCode(source)} → ${value}`).join(", "),
      moved.map(([{ source }, value]) => `${storedCode(source)} → ${value}`).join(", "),
    ),
    say("Frühere Daten müssen Sie entsprechend umkodieren.", "Recode earlier data accordingly."),
  );
}

function reportExclusive(
  options: readonly Worded[],
  { where }: OptionOwner,
  { report }: BuildContext,
): void {
  for (const { text } of options.filter((option) => option.source.isExclusive === true)) {
    report.leaveOut(
      where,
      say(
        `Antwort „${text.de}“ schließt alle anderen aus`,
        `the option “${text.en}” excludes all others`,
      ),
      say(
        "Die Antwort bleibt; widersprüchliche Kombinationen sind möglich. Klären Sie das in der Auswertung.",
        "The option stays; contradicting combinations are possible. Settle this in the analysis.",
      ),
    );
  }
}
