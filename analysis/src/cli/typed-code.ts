import {
  type Code,
  codebookCodeSchema,
  type LocalizedText,
  parseKeywordRule,
} from "@mehrwert/study";
import type { Command } from "commander";
import { type CommandContext, wrongUsage } from "./shell.ts";

/** What a person says of a code; each text holds for both languages unless its English is given. */
export type CodeTextOptions = {
  label?: string;
  labelEn?: string;
  definition?: string;
  definitionEn?: string;
  anchor?: string;
  rule?: string;
  delimitation?: string;
  keywords?: string;
  colour?: string;
  group?: string;
  main?: boolean;
  heading?: boolean;
  polarity?: string;
};

/** Adds the options that say what a code means. */
export function withCodeTexts(command: Command, { language }: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[language];
  return command
    .option("--label <words>", text("Bezeichnung", "label"))
    .option(
      "--label-en <words>",
      text("Bezeichnung auf Englisch, sonst dieselbe", "label in English, else the same"),
    )
    .option("--definition <words>", text("Definition", "definition"))
    .option(
      "--definition-en <words>",
      text("Definition auf Englisch, sonst dieselbe", "definition in English, else the same"),
    )
    .option("--anchor <words>", text("Ankerbeispiel", "anchor example"))
    .option("--rule <words>", text("Kodierregel", "coding rule"))
    .option("--delimitation <words>", text("Abgrenzung", "delimitation"))
    .option("--keywords <words>", text("Stichwörter, mit Komma", "keywords, by comma"))
    .option("--colour <#rrggbb>", text("Farbe", "colour"))
    .option(
      "--group <name>",
      text("Gruppe, deren Codes sich ausschließen", "group whose codes exclude each other"),
    )
    .option("--main", text("Hauptkategorie", "main category"))
    .option("--heading", text("nur Überschrift, nie kodiert", "heading only, never coded"))
    .option("--polarity <+|-|?>", text("Richtung aller Kodierungen", "polarity of all codings"));
}

/**
 * A code as a person typed it.
 *
 * @throws CommandFailure with what does not fit
 */
export function typedCode(
  id: string,
  options: CodeTextOptions,
  { parent, origin }: { parent?: string | undefined; origin: Code["origin"] },
): Code {
  const parsed = codebookCodeSchema.safeParse({
    id,
    ...(parent !== undefined && { parent }),
    label: both(options.label ?? id, options.labelEn),
    ...typedTexts(options),
    origin,
  });
  if (parsed.success) return parsed.data;
  throw notACode(parsed.error.issues.map(({ path }) => path.join("/")));
}

/** The parts of a code that were typed, without name and place. @throws CommandFailure with what does not fit */
export function typedCodeParts(options: CodeTextOptions): Partial<Omit<Code, "id" | "parent">> {
  const { label, labelEn } = options;
  const named = label ?? labelEn;
  const parsed = codebookCodeSchema
    .omit({ id: true, parent: true })
    .partial()
    .safeParse({
      ...(named !== undefined && { label: both(named, labelEn) }),
      ...typedTexts(options),
    });
  if (!parsed.success) throw notACode(parsed.error.issues.map(({ path }) => path.join("/")));
  return JSON.parse(JSON.stringify(parsed.data));
}

function typedTexts(options: CodeTextOptions): object {
  const { definition, definitionEn, anchor, rule, delimitation, keywords } = options;
  const words = keywords?.split(",").map((word) => word.trim());
  for (const word of words ?? []) requireRule(word);
  return {
    ...(definition !== undefined && { definition: both(definition, definitionEn) }),
    ...(anchor !== undefined && { anchorExample: both(anchor) }),
    ...(rule !== undefined && { codingRule: both(rule) }),
    ...(delimitation !== undefined && { delimitation: both(delimitation) }),
    ...(words !== undefined && { keywords: { de: words, en: words } }),
    ...(options.colour !== undefined && { colour: options.colour.toLowerCase() }),
    ...(options.group !== undefined && { exclusiveGroup: options.group }),
    ...(options.main === true && { isMainCategory: true }),
    ...(options.heading === true && { isHeading: true }),
    ...(options.polarity !== undefined && { polarity: options.polarity }),
  };
}

function requireRule(keyword: string): void {
  const rule = parseKeywordRule(keyword);
  if (!("message" in rule)) return;
  const { message, advice } = rule;
  throw wrongUsage(
    `Stichwort „${keyword}“: ${message.de} ${advice.de}`,
    `Keyword “${keyword}”: ${message.en} ${advice.en}`,
  );
}

function both(de: string, en = de): LocalizedText {
  return { de, en };
}

function notACode(places: readonly string[]) {
  const list = [...new Set(places)].join(", ");
  return wrongUsage(
    `So lässt sich kein Code anlegen; es passt nicht: ${list}. Namen haben Buchstaben, Ziffern, Punkt und Bindestrich, Farben die Form #1b6e64, Richtungen sind +, - oder ?.`,
    `No code can be made of this; what does not fit: ${list}. Names have letters, digits, dots and hyphens, colours the form #1b6e64, polarities are +, - or ?.`,
  );
}
