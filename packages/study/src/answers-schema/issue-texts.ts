import type { LocalizedText } from "../localized-text.ts";

/** What can be wrong with an answer: what it is, and how to mend it. No text repeats an answer. */
type IssueText = { message: LocalizedText; advice: LocalizedText };

const removeKey: LocalizedText = {
  de: "Lassen Sie den Schlüssel weg.",
  en: "Leave the key out.",
};
const useCodes: LocalizedText = {
  de: "Verwenden Sie einen Code aus der Definition des Fragebogens, Zahlen ohne Anführungszeichen.",
  en: "Use a code from the definition of the questionnaire, numbers without quotation marks.",
};

export const issueTexts = {
  notAnObject: {
    message: {
      de: "Hier wird ein Objekt erwartet.",
      en: "An object is expected here.",
    },
    advice: {
      de: "Senden Sie ein JSON-Objekt mit einem Schlüssel je Frage oder Zeile.",
      en: "Send a JSON object with one key per question or row.",
    },
  },
  unknownQuestion: {
    message: {
      de: "Diese Frage gibt es in dieser Version des Fragebogens nicht.",
      en: "This version of the questionnaire has no such question.",
    },
    advice: removeKey,
  },
  unknownRow: {
    message: {
      de: "Diese Zeile gibt es in der Frage nicht.",
      en: "The question has no such row.",
    },
    advice: removeKey,
  },
  unknownCode: {
    message: {
      de: "Diese Antwort steht nicht zur Auswahl.",
      en: "This answer is not among the options.",
    },
    advice: useCodes,
  },
  numberAsText: {
    message: {
      de: "Hier steht eine Zahl als Text.",
      en: "Here a number is written as text.",
    },
    advice: {
      de: "Senden Sie die Zahl ohne Anführungszeichen.",
      en: "Send the number without quotation marks.",
    },
  },
  notAList: {
    message: {
      de: "Hier wird eine Liste von Codes erwartet.",
      en: "A list of codes is expected here.",
    },
    advice: {
      de: "Senden Sie eine JSON-Liste mit den gewählten Codes.",
      en: "Send a JSON list with the chosen codes.",
    },
  },
  notAText: {
    message: { de: "Hier wird ein Text erwartet.", en: "A text is expected here." },
    advice: { de: "Senden Sie eine Zeichenkette.", en: "Send a string." },
  },
  empty: {
    message: { de: "Diese Antwort ist leer.", en: "This answer is empty." },
    advice: {
      de: "Lassen Sie unbeantwortete Fragen ganz weg.",
      en: "Leave unanswered questions out altogether.",
    },
  },
  chosenTwice: {
    message: { de: "Ein Code kommt zweimal vor.", en: "A code occurs twice." },
    advice: {
      de: "Nennen Sie jeden Code höchstens einmal.",
      en: "Name every code at most once.",
    },
  },
  noOpinionBesides: {
    message: {
      de: "„Kann ich nicht beurteilen“ oder „keine Angabe“ steht neben anderen Antworten.",
      en: "“Cannot judge” or “no answer” stands beside other answers.",
    },
    advice: {
      de: "Lassen Sie es allein stehen oder weg.",
      en: "Let it stand alone, or leave it out.",
    },
  },
  nulCharacter: {
    message: {
      de: "Der Text enthält das Zeichen U+0000, das nicht gespeichert werden kann.",
      en: "The text contains the character U+0000, which cannot be stored.",
    },
    advice: { de: "Entfernen Sie dieses Zeichen.", en: "Remove this character." },
  },
  loneSurrogate: {
    message: {
      de: "Der Text enthält ein halbes Zeichen (einzelnes Surrogat).",
      en: "The text contains half a character (a lone surrogate).",
    },
    advice: {
      de: "Senden Sie gültigen Unicode-Text; kürzen Sie nicht mitten in einem Zeichen.",
      en: "Send valid Unicode text; do not cut inside a character.",
    },
  },
  rowsMissing: {
    message: {
      de: "In dieser Frage muss jede Zeile beantwortet sein.",
      en: "Every row of this question needs an answer.",
    },
    advice: { de: "Beantworten Sie alle Zeilen.", en: "Answer all rows." },
  },
  answerMissing: {
    message: { de: "Diese Frage braucht eine Antwort.", en: "This question needs an answer." },
    advice: { de: "Beantworten Sie die Frage.", en: "Answer the question." },
  },
  consentMissing: {
    message: { de: "Die Einwilligung fehlt.", en: "Consent is missing." },
    advice: {
      de: "Ohne Einwilligung dürfen keine Antworten gesendet werden.",
      en: "Without consent no answers may be sent.",
    },
  },
  hiddenAnswered: {
    message: {
      de: "Diese Frage wird bei diesen Antworten nicht gestellt.",
      en: "With these answers this question is not asked.",
    },
    advice: {
      de: "Entfernen Sie die Antwort oder ändern Sie die Antwort, von der die Frage abhängt.",
      en: "Remove the answer, or change the answer on which the question depends.",
    },
  },
  fixedOrder: {
    message: {
      de: "Diese Frage hat keine zufällige Reihenfolge.",
      en: "This question has no random order.",
    },
    advice: removeKey,
  },
  unknownPresentationKey: {
    message: {
      de: "Diese Angabe zur Darstellung gibt es nicht.",
      en: "There is no such detail of presentation.",
    },
    advice: {
      de: "Erlaubt sind „shown“ bei zufälliger Reihenfolge, „moves“ bei Rangfolgen, „variant“ bei Vignetten, „version“ und „sets“ bei MaxDiff.",
      en: "Allowed are “shown” for random orders, “moves” for rankings, “variant” for vignettes, “version” and “sets” for MaxDiff.",
    },
  },
  notTheOrderShown: {
    message: {
      de: "Die gezeigte Reihenfolge nennt nicht jede Option oder Zeile genau einmal.",
      en: "The order shown does not name every option or row exactly once.",
    },
    advice: {
      de: "Senden Sie alle Optionen oder Zeilen der Frage in der gezeigten Reihenfolge.",
      en: "Send all options or rows of the question in the order shown.",
    },
  },
  presentationMissing: {
    message: {
      de: "Die Frage hat eine zufällige Reihenfolge und ist beantwortet, aber die gezeigte Reihenfolge fehlt.",
      en: "The question has a random order and is answered, but the order shown is missing.",
    },
    advice: {
      de: "Senden Sie „shown“ mit allen Optionen oder Zeilen, bei einer Rangfolge auch „moves“.",
      en: "Send “shown” with all options or rows, and “moves” as well for a ranking.",
    },
  },
  groupOrderMissing: {
    message: {
      de: "Fragen dieser Seite oder dieses Blocks sind beantwortet, aber die ausgeloste Reihenfolge fehlt.",
      en: "Questions of this page or block are answered, but the order drawn is missing.",
    },
    advice: {
      de: "Senden Sie „shown“ mit allen Fragen der Seite oder allen Seiten des Blocks.",
      en: "Send “shown” with all questions of the page, or all pages of the block.",
    },
  },
  movesMissing: {
    message: {
      de: "Die Zahl der Züge dieser Rangfolge fehlt.",
      en: "The number of moves of this ranking is missing.",
    },
    advice: {
      de: "Senden Sie „moves“, eine ganze Zahl.",
      en: "Send “moves”, a whole number.",
    },
  },
  movesElsewhere: {
    message: {
      de: "Züge werden nur bei Rangfolgen gezählt.",
      en: "Moves are counted for rankings only.",
    },
    advice: removeKey,
  },
  notACount: {
    message: {
      de: "Hier wird eine ganze Zahl von 0 bis 100000 erwartet.",
      en: "A whole number from 0 to 100000 is expected here.",
    },
    advice: { de: "Senden Sie die Anzahl der Züge.", en: "Send the number of moves." },
  },
  notAHash: {
    message: {
      de: "Hier wird ein Hashwert aus 32 hexadezimalen Ziffern erwartet.",
      en: "A hash of 32 hexadecimal digits is expected here.",
    },
    advice: {
      de: "Senden Sie den Hashwert des Codes, nie seine Bestandteile.",
      en: "Send the hash of the code, never its elements.",
    },
  },
  hashMissing: {
    message: { de: "Ein Hashwert dieses Codes fehlt.", en: "A hash of this code is missing." },
    advice: {
      de: "Senden Sie den Code und je Bestandteil den Code ohne ihn.",
      en: "Send the code, and for each element the code without it.",
    },
  },
  entryNotChosen: {
    message: {
      de: "Diese Angabe gehört zu einem Eintrag, der nicht gewählt ist.",
      en: "This belongs to an entry that is not chosen.",
    },
    advice: {
      de: "Wählen Sie den Eintrag mit dem Wert 1 oder lassen Sie die Angabe weg.",
      en: "Choose the entry with the value 1, or leave this out.",
    },
  },
  halfASet: {
    message: {
      de: "In dieser Auswahl fehlt die zweite Angabe.",
      en: "This set lacks its second choice.",
    },
    advice: {
      de: "Nennen Sie das Beste und das Schlechteste oder lassen Sie die Auswahl ganz aus.",
      en: "Give the best and the worst, or leave the set out altogether.",
    },
  },
  bestIsWorst: {
    message: {
      de: "Dieselbe Option ist zugleich das Beste und das Schlechteste.",
      en: "One option is both the best and the worst.",
    },
    advice: { de: "Wählen Sie zwei verschiedene Optionen.", en: "Choose two different options." },
  },
  notInSet: {
    message: {
      de: "Diese Option stand in der gezeigten Auswahl nicht zur Wahl.",
      en: "This option was not in the set that was shown.",
    },
    advice: {
      de: "Wählen Sie eine Option aus „sets“ an derselben Stelle.",
      en: "Choose an option of “sets” at the same place.",
    },
  },
  unknownVariant: {
    message: {
      de: "Diese Variante der Vignette gibt es nicht.",
      en: "The vignette has no such variant.",
    },
    advice: {
      de: "Senden Sie unter „variant“ den Namen der gezeigten Variante.",
      en: "Send the name of the variant shown under “variant”.",
    },
  },
  unknownVersion: {
    message: {
      de: "Diese Version des Versuchsplans gibt es nicht.",
      en: "The design has no such version.",
    },
    advice: {
      de: "Senden Sie unter „version“ die Nummer der gezeigten Version, ab 0 gezählt.",
      en: "Send the number of the version shown under “version”, counted from 0.",
    },
  },
  notTheSets: {
    message: {
      de: "Die gezeigten Auswahlen passen nicht zu dieser Version des Versuchsplans.",
      en: "The sets shown do not fit this version of the design.",
    },
    advice: {
      de: "Senden Sie unter „sets“ alle Auswahlen so, wie sie ausgelost wurden.",
      en: "Send all sets under “sets” as they were drawn.",
    },
  },
  drawnPartMissing: {
    message: {
      de: "Die Frage ist beantwortet, aber es fehlt, was für sie ausgelost wurde.",
      en: "The question is answered, but what was drawn for it is missing.",
    },
    advice: {
      de: "Senden Sie bei einer Vignette „variant“, bei MaxDiff „version“ und „sets“.",
      en: "Send “variant” for a vignette, “version” and “sets” for MaxDiff.",
    },
  },
  notAssigned: {
    message: {
      de: "Die Zuordnung zu einer Gruppe oder Fassung fehlt.",
      en: "The assignment to a group or form is missing.",
    },
    advice: {
      de: "Senden Sie den Wert, der zu Beginn festgelegt wurde.",
      en: "Send the value that was fixed at the beginning.",
    },
  },
  assignedOtherwise: {
    message: {
      de: "Die Studie legt hier einen anderen Wert fest.",
      en: "The study fixes another value here.",
    },
    advice: {
      de: "Laden Sie den Fragebogen neu und senden Sie den Wert der Studie.",
      en: "Load the questionnaire again and send the study's value.",
    },
  },
  notReached: {
    message: {
      de: "Diese Frage steht nach der letzten gesehenen Seite.",
      en: "This question comes after the last page seen.",
    },
    advice: {
      de: "Entfernen Sie die Antwort oder nennen Sie unter „lastPage“ die letzte gesehene Seite.",
      en: "Remove the answer, or name the last page seen under “lastPage”.",
    },
  },
  unknownPage: {
    message: {
      de: "Diese Seite gibt es in dieser Version des Fragebogens nicht.",
      en: "This version of the questionnaire has no such page.",
    },
    advice: {
      de: "Nennen Sie unter „lastPage“ den Namen einer Seite.",
      en: "Name a page under “lastPage”.",
    },
  },
  hiddenPage: {
    message: {
      de: "Diese Seite wird bei diesen Antworten nicht gezeigt.",
      en: "With these answers this page is not shown.",
    },
    advice: {
      de: "Nennen Sie unter „lastPage“ die letzte gezeigte Seite.",
      en: "Name the last page shown under “lastPage”.",
    },
  },
} as const satisfies Record<string, IssueText>;

/** Fewer options than the question asks for. */
export function tooFew(minimum: number): IssueText {
  return {
    message: {
      de: `Hier sind mindestens ${minimum} Angaben nötig.`,
      en: `At least ${minimum} entries are needed here.`,
    },
    advice: {
      de: "Ergänzen Sie Angaben oder lassen Sie die Frage ganz weg.",
      en: "Add entries or leave the question out altogether.",
    },
  };
}

/** More options than the question allows. */
export function tooMany(maximum: number): IssueText {
  return {
    message: {
      de: `Hier sind höchstens ${maximum} Angaben möglich.`,
      en: `At most ${maximum} entries are possible here.`,
    },
    advice: { de: "Entfernen Sie überzählige Angaben.", en: "Remove the surplus entries." },
  };
}

/** A text longer than its field; length as browsers count it, in UTF-16 units. */
export function tooLong(maximum: number): IssueText {
  return {
    message: {
      de: `Der Text ist zu lang; möglich sind ${maximum} Zeichen.`,
      en: `The text is too long; ${maximum} characters are possible.`,
    },
    advice: { de: "Kürzen Sie den Text.", en: "Shorten the text." },
  };
}

export type { IssueText };
