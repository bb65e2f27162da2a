import type { z } from "zod";
import { error, pointer } from "../lint-instrument/issue.ts";
import type { Issue } from "../result.ts";

type Sentence = readonly [de: string, en: string];

const typeNames: { [type: string]: Sentence } = {
  string: ["ein Text", "a text"],
  number: ["eine Zahl", "a number"],
  int: ["eine ganze Zahl", "a whole number"],
  boolean: ["true oder false", "true or false"],
  array: ["eine Liste", "a list"],
  object: ["ein Objekt", "an object"],
  record: ["ein Objekt", "an object"],
};

const checkSpelling: Sentence = [
  "Prüfen Sie die Schreibweise; der Editor schlägt die möglichen Namen vor.",
  "Check the spelling; an editor suggests the possible names.",
];

/** Says what zod found in the words of a researcher; an issue for each place. */
export function shapeIssues(found: z.core.$ZodIssue): Issue[] {
  const path = pathOf(found);
  if (found.code === "unrecognized_keys") {
    return found.keys.map((key) =>
      error(
        `${path}${pointer(key)}`,
        [`„${key}“ ist hier nicht vorgesehen.`, `“${key}” is not known here.`],
        checkSpelling,
      ),
    );
  }
  if (isAbsent(found)) return [missing(path, String(found.path.at(-1)))];
  const [message, advice] = wrongValue(found);
  return [error(path, message, advice)];
}

function pathOf(found: z.core.$ZodIssue): string {
  return pointer(...found.path.map((part) => (typeof part === "symbol" ? "?" : part)));
}

/** Whether something required is not there at all. Needs zod's `reportInput`. */
function isAbsent(found: z.core.$ZodIssue): boolean {
  return found.input === undefined && found.code !== "custom" && found.path.length > 0;
}

function missing(path: string, name: string): Issue {
  if (name === "de" || name === "en") {
    return error(
      path,
      name === "de"
        ? ["Der deutsche Text fehlt.", "The German text is missing."]
        : ["Der englische Text fehlt.", "The English text is missing."],
      ["Ergänzen Sie die Übersetzung.", "Add the translation."],
    );
  }
  return error(
    path,
    [`„${name}“ fehlt.`, `“${name}” is missing.`],
    ["Ergänzen Sie die Angabe.", "Add it."],
  );
}

function wrongValue(found: z.core.$ZodIssue): [Sentence, Sentence] {
  switch (found.code) {
    case "invalid_type": {
      const [de, en] = typeNames[found.expected] ?? [found.expected, found.expected];
      return [
        [`Hier wird ${de} erwartet.`, `Expected ${en} here.`],
        ["Ändern Sie die Art des Werts.", "Change the kind of value."],
      ];
    }
    case "invalid_value":
      return oneOf(found.values.map(String));
    case "invalid_union":
      return noneOfSeveral(found);
    case "invalid_format":
      return wrongForm(found.path);
    case "invalid_key":
      return namePattern;
    case "too_small":
      return tooSmall(found.origin, Number(found.minimum));
    case "too_big":
      return [
        [`Höchstens ${found.maximum} sind möglich.`, `At most ${found.maximum} are possible.`],
        ["Verringern Sie Zahl oder Länge.", "Lower the number or the length."],
      ];
    default:
      return [
        [`Der Wert ist hier nicht möglich: ${found.message}.`, `Not possible: ${found.message}.`],
        checkSpelling,
      ];
  }
}

function wrongForm(path: readonly PropertyKey[]): [Sentence, Sentence] {
  if (path.at(-1) === "version") return versionPattern;
  if (path.at(-1) === "colour") return colourPattern;
  return path.includes("codes") || path.includes("code") ? codePattern : namePattern;
}

/** Where a value may be of several kinds, zod says only that it is of none. */
function noneOfSeveral(found: z.core.$ZodIssueInvalidUnion): [Sentence, Sentence] {
  const { discriminator } = found;
  const isNamed = discriminator === "type" || discriminator === "kind";
  if (isNamed && "options" in found && Array.isArray(found.options)) {
    return oneOf(found.options.map(String));
  }
  switch (found.path.at(-1)) {
    case "direction":
      return oneOf(["-1", "0", "1"]);
    case "design":
      return designPattern;
    default:
      return namePattern;
  }
}

function oneOf(values: readonly string[]): [Sentence, Sentence] {
  const list = values.join(", ");
  return [
    [`Möglich ist hier nur: ${list}.`, `Only these are possible here: ${list}.`],
    checkSpelling,
  ];
}

const namePattern: [Sentence, Sentence] = [
  ["Der Name hat nicht die vereinbarte Form.", "The name does not have the agreed form."],
  [
    "Verwenden Sie Kleinbuchstaben, Ziffern und Bindestriche, mit einem Buchstaben am Anfang, höchstens 64 Zeichen.",
    "Use lower-case letters, digits and hyphens, a letter first, 64 characters at most.",
  ],
];

const codePattern: [Sentence, Sentence] = [
  ["Der Code hat nicht die vereinbarte Form.", "The code does not have the agreed form."],
  [
    "Verwenden Sie Buchstaben, Ziffern, Punkt, Binde- und Unterstrich, vorn einen Buchstaben oder eine Ziffer, höchstens 64 Zeichen.",
    "Use letters, digits, dots, hyphens and underscores, a letter or digit first, 64 characters at most.",
  ],
];

const colourPattern: [Sentence, Sentence] = [
  ["Die Farbe hat nicht die Form #1b6e64.", "The colour does not have the form #1b6e64."],
  ["Schreiben Sie # und sechs Hexadezimalziffern.", "Write # and six hexadecimal digits."],
];

const designPattern: [Sentence, Sentence] = [
  [
    "Der Versuchsplan ist weder „couples-of-8“ noch eine Liste von Versionen.",
    "The design is neither “couples-of-8” nor a list of versions.",
  ],
  [
    "Geben Sie je Version ihre Auswahlen an, je Auswahl zwei bis acht Plätze der Optionen, ab 0 gezählt.",
    "Give the sets of each version, and for each set two to eight places of options, counted from 0.",
  ],
];

const versionPattern: [Sentence, Sentence] = [
  ["Die Version hat nicht die Form 1.0.0.", "The version does not have the form 1.0.0."],
  ["Schreiben Sie drei Zahlen mit Punkten.", "Write three numbers with dots."],
];

function tooSmall(origin: string, least: number): [Sentence, Sentence] {
  if (origin === "string") {
    return [
      ["Der Text ist leer.", "The text is empty."],
      ["Ergänzen Sie den Text.", "Add the text."],
    ];
  }
  return [
    [`Mindestens ${least} ist hier nötig.`, `At least ${least} is needed here.`],
    ["Ergänzen Sie, was fehlt.", "Add what is missing."],
  ];
}
