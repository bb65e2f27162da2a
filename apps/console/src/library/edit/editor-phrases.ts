import type { Language } from "@mehrwert/study";

const german = {
  Find: "Suchen",
  Replace: "Ersetzen",
  next: "nächstes",
  previous: "voriges",
  all: "alle",
  "match case": "Groß/klein beachten",
  "by word": "ganze Wörter",
  regexp: "regulärer Ausdruck",
  replace: "ersetzen",
  "replace all": "alle ersetzen",
  close: "schließen",
  "current match": "aktueller Treffer",
  "on line": "in Zeile",
  "replaced match on line $": "Treffer in Zeile $ ersetzt",
  "replaced $ matches": "$ Treffer ersetzt",
  "No diagnostics": "Nichts gefunden",
  Diagnostics: "Gefunden",
  "Go to line": "Zu Zeile",
  go: "los",
  "Folded lines": "Eingeklappte Zeilen",
  "Unfolded lines": "Ausgeklappte Zeilen",
  to: "bis",
  "folded code": "eingeklappter Text",
  unfold: "ausklappen",
  "Fold line": "Zeile einklappen",
  "Unfold line": "Zeile ausklappen",
  "Control character": "Steuerzeichen",
  Completions: "Vorschläge",
} as const;

/** What the editor itself says, in the reader's language. */
export function editorPhrases(language: Language): Record<string, string> {
  return language === "de" ? german : {};
}
