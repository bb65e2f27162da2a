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
    advice: { de: "Erlaubt sind „shown“ und „moves“.", en: "Allowed are “shown” and “moves”." },
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
