import {
  countedDeviceWords,
  type Language,
  type ProgressReply,
  progressReplySchema,
} from "@mehrwert/study";
import type { Command } from "commander";
import { formatDay, formatNumber } from "../number-format.ts";
import {
  type FieldOptions,
  fieldCommand,
  fieldReply,
  plainLine,
  understood,
} from "./field-server.ts";
import type { CommandContext } from "./shell.ts";

type ProgressOptions = FieldOptions & { json?: boolean };

const words = {
  invited: { de: "eingeladen", en: "invited" },
  begun: { de: "begonnen", en: "begun" },
  complete: { de: "vollständig", en: "complete" },
  partial: { de: "vorzeitig abgesendet", en: "sent early" },
  stepped: {
    de: "Die Zahlen ändern sich höchstens einmal am Tag und um mindestens fünf Personen.",
    en: "The figures change at most once a day, and by at least five people.",
  },
  rates: { de: "Rücklaufquoten (AAPOR)", en: "Response rates (AAPOR)" },
  outcomes: { de: "Ausgang je eingeladener Person", en: "Outcome of each person invited" },
  days: { de: "Nach Tagen: vollständig, vorzeitig", en: "By day: complete, sent early" },
  units: { de: "Nach Gruppen: begonnen von eingeladen", en: "By group: begun of invited" },
  visits: {
    de: "Bearbeitungsdauer (Median) in Minuten; Geräte, nur gezählt",
    en: "Median duration in minutes; devices, only counted",
  },
} as const;

/** `mehrwert progress`: how far the wave of a study is. */
export function progressCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  return fieldCommand(
    "progress",
    text(
      "Rücklauf einer Studie ansehen, mit Quoten nach AAPOR",
      "look at the response of a study, with rates as the AAPOR defines them",
    ),
    context,
  )
    .option("--json", text("als JSON, für Programme", "as JSON, for programs"))
    .action(async ({ json, ...options }: ProgressOptions) => {
      const reply = await fieldReply(options, "progress", context);
      const progress = understood(progressReplySchema.safeParse(reply));
      const shown =
        json === true ? JSON.stringify(progress, undefined, 2) : told(progress, context.language);
      context.shell.stdout.write(`${shown}\n`);
    });
}

function told(progress: ProgressReply, language: Language): string {
  const { invited, figures, isStepped, dispositions = [], rates, e, days } = progress;
  const count = (value: number) => formatNumber(value, language);
  const percent = (value: number | undefined) =>
    value === undefined ? "–" : `${formatNumber(100 * value, language, 1)} %`;
  const facts = [
    ...(invited > 0
      ? ([
          ["invited", invited],
          ["begun", figures.begun],
        ] as const)
      : []),
    ["complete", figures.complete] as const,
    ["partial", figures.partial] as const,
  ];
  const block = (heading: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ["", heading, ...lines.map((line) => `  ${line}`)];
  return [
    facts.map(([name, value]) => `${count(value)} ${words[name][language]}`).join(", "),
    ...(isStepped ? [words.stepped[language]] : []),
    ...block(
      `${words.rates[language]}, e = ${formatNumber(e, language, 2)}`,
      Object.entries(rates ?? {}).map(
        ([name, value]) => `${name.toUpperCase()}  ${percent(value)}`,
      ),
    ),
    ...block(
      words.outcomes[language],
      dispositions.map(
        ({ code, words: meaning, cases }) =>
          `${code.padEnd(5)} ${count(cases)}  ${meaning[language]}`,
      ),
    ),
    ...block(
      words.days[language],
      days.map(
        ({ day, figures: at }) =>
          `${formatDay(day, language)}  ${count(at.complete)}, ${count(at.partial)}`,
      ),
    ),
    ...block(
      words.units[language],
      figures.units.map(
        ({ unit, invited: asked, begun }) =>
          `${plainLine(unit) || "–"}  ${count(begun)} / ${count(asked)}`,
      ),
    ),
    ...block(words.visits[language], visitLines(figures, language)),
  ].join("\n");
}

function visitLines({ visits }: ProgressReply["figures"], language: Language): string[] {
  if (visits === undefined) return [];
  const { medianMinutes, devices } = visits;
  const digits = Number.isInteger(medianMinutes) ? 0 : 1;
  return [
    formatNumber(medianMinutes, language, digits),
    ...devices.map(
      ({ device, responses }) =>
        `${countedDeviceWords[device][language]}  ${formatNumber(responses, language)}`,
    ),
  ];
}
