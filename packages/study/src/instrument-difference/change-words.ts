import type { LocalizedText } from "../localized-text.ts";
import type { ChangeKind } from "./instrument-change.ts";
import type { Step } from "./raw-change.ts";

const nouns: { readonly [list: string]: LocalizedText } = {
  pages: { de: "Seite", en: "Page" },
  questions: { de: "Frage", en: "Question" },
  choices: { de: "Option", en: "option" },
  columns: { de: "Skalenpunkt", en: "scale point" },
  rows: { de: "Item", en: "item" },
  bands: { de: "Bereich", en: "band" },
  ratings: { de: "Skala", en: "rating" },
  variants: { de: "Variante", en: "variant" },
  entries: { de: "Eintrag", en: "entry" },
  statements: { de: "Aussage", en: "statement" },
  criteria: { de: "Kriterium", en: "criterion" },
  weights: { de: "Gewicht", en: "weight" },
  elements: { de: "Codebestandteil", en: "element of the code" },
  constructs: { de: "Konstrukt", en: "Construct" },
  scales: { de: "Skala", en: "Scale" },
  options: { de: "Skalenpunkt", en: "scale point" },
  items: { de: "Auswertung von", en: "Scoring of" },
  rankings: { de: "Auswertung der Rangfolge", en: "Scoring of the ranking" },
  wordings: { de: "Andere Wortlaute für", en: "Other wording for" },
  blocks: { de: "Block", en: "Block" },
  indices: { de: "Kennwert", en: "Index" },
  types: { de: "Typ", en: "type" },
  sources: { de: "Quelle", en: "Source" },
};

/** Properties as people call them; others are named as in the file. */
const properties: { readonly [property: string]: LocalizedText } = {
  title: { de: "Titel", en: "title" },
  description: { de: "Hinweis", en: "instruction" },
  visibleIf: { de: "Bedingung", en: "condition" },
  isRequired: { de: "Pflichtfrage", en: "required" },
  isAllRowRequired: { de: "alle Zeilen Pflicht", en: "all rows required" },
  summary: { de: "Kurzbeschreibung", en: "summary" },
  targetGroup: { de: "Zielgruppe", en: "target group" },
  durationMinutes: { de: "Dauer", en: "duration" },
  licence: { de: "Lizenz", en: "licence" },
  page: { de: "Seite", en: "page" },
  pages: { de: "Reihenfolge der Seiten", en: "order of the pages" },
  questions: { de: "Reihenfolge der Fragen", en: "order of the questions" },
  sources: { de: "Quellen", en: "sources" },
  languages: { de: "Sprachen", en: "languages" },
  consent: { de: "Einwilligung", en: "consent" },
  from: { de: "von", en: "from" },
  to: { de: "bis", en: "to" },
  type: { de: "Fragetyp", en: "type of question" },
  unit: { de: "Einheit", en: "unit" },
  lowest: { de: "unteres Ende", en: "lower end" },
  highest: { de: "oberes Ende", en: "upper end" },
  reverseKeyed: { de: "umgepolt", en: "reverse-keyed" },
  scored: { de: "zählt im Wert", en: "counts in the score" },
  construct: { de: "Konstrukt", en: "construct" },
  minimumAnswered: { de: "Mindestzahl Antworten", en: "fewest answers" },
  maxLength: { de: "größte Länge", en: "greatest length" },
  minSelectedChoices: { de: "mindestens zu wählen", en: "fewest choices" },
  maxSelectedChoices: { de: "höchstens zu wählen", en: "most choices" },
  choicesOrder: { de: "Reihenfolge der Optionen", en: "order of the options" },
  choices: { de: "Optionen", en: "options" },
  columns: { de: "Skalenpunkte", en: "scale points" },
  rows: { de: "Items", en: "items" },
  rowOrder: { de: "Reihenfolge der Items", en: "order of the items" },
  questionOrder: { de: "Reihenfolge der Fragen", en: "order of the questions" },
  mehrwertAlternative: { de: "Alternative", en: "alternative" },
  definition: { de: "Definition", en: "definition" },
  mehrwertExplanation: { de: "Erläuterung", en: "explanation" },
};

/** Where a change is, in words: `Frage „results“, Item „ro-1“`. Plain texts of a part are the part itself. */
export function placeInWords(path: readonly Step[]): LocalizedText {
  const plain = new Set(["text", "label"]);
  const words = path.flatMap((step): LocalizedText[] => {
    if ("property" in step)
      return plain.has(step.property) ? [] : [properties[step.property] ?? same(step.property)];
    const noun = nouns[step.list] ?? same(step.list);
    return [{ de: `${noun.de} „${step.key}“`, en: `${noun.en} “${step.key}”` }];
  });
  if (words.length === 0) return { de: "Fragebogen", en: "Questionnaire" };
  return {
    de: words.map(({ de }) => de).join(", "),
    en: words.map(({ en }) => en).join(", "),
  };
}

const same = (text: string): LocalizedText => ({ de: text, en: text });

/** What happened, in a word or two. */
export const kindTexts: Record<ChangeKind, LocalizedText> = {
  added: { de: "neu", en: "added" },
  removed: { de: "entfällt", en: "removed" },
  reworded: { de: "anderer Wortlaut", en: "reworded" },
  corrected: { de: "Schreibweise berichtigt", en: "spelling corrected" },
  recoded: { de: "umkodiert", en: "recoded" },
  "re-ordered": { de: "andere Reihenfolge", en: "re-ordered" },
  moved: { de: "verschoben", en: "moved" },
  condition: { de: "andere Bedingung", en: "other condition" },
  scale: { de: "andere Skala", en: "other scale" },
  required: { de: "Pflicht geändert", en: "required changed" },
  scoring: { de: "andere Auswertung", en: "scored differently" },
  setting: { de: "anders eingestellt", en: "set differently" },
  description: { de: "Angabe geändert", en: "description changed" },
};
