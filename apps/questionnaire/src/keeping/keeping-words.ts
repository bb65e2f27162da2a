import type { LocalizedText } from "@mehrwert/study";

/** What the line below the questionnaire says of where the newest answers are. Always true, or not said. */
export const stateWords = {
  saved: { de: "Gespeichert", en: "Saved" },
  saving: { de: "Wird gespeichert …", en: "Saving …" },
  offlineOnDevice: {
    de: "Nur auf diesem Gerät gespeichert: keine Verbindung. Der Server bekommt es von selbst, sobald sie wieder da ist.",
    en: "Saved on this device only: no connection. The server gets it by itself as soon as the connection is back.",
  },
  unreachableOnDevice: {
    de: "Nur auf diesem Gerät gespeichert: Der Server antwortet nicht. Es wird von selbst weiter versucht.",
    en: "Saved on this device only: the server does not answer. It is tried again by itself.",
  },
  offlineInWindow: {
    de: "Noch nicht gespeichert: keine Verbindung, und auf diesem Gerät wird nichts gespeichert. Lassen Sie dieses Fenster offen.",
    en: "Not saved yet: no connection, and nothing is kept on this device. Keep this window open.",
  },
  unreachableInWindow: {
    de: "Noch nicht gespeichert: Der Server antwortet nicht, und auf diesem Gerät wird nichts gespeichert. Lassen Sie dieses Fenster offen.",
    en: "Not saved yet: the server does not answer, and nothing is kept on this device. Keep this window open.",
  },
  stoppedOnDevice: {
    de: "Nur auf diesem Gerät gespeichert.",
    en: "Saved on this device only.",
  },
  stoppedInWindow: {
    de: "Nicht gespeichert: Die letzten Antworten stehen nur in diesem Fenster.",
    en: "Not saved: the latest answers exist in this window only.",
  },
} satisfies Record<string, LocalizedText>;

/** Why saving stopped, and what can be done. */
export const stoppedWords = {
  elsewhereTitle: { de: "An anderer Stelle fortgesetzt", en: "Continued elsewhere" },
  elsewhere: {
    de: "Diese Antworten wurden inzwischen auf einem anderen Gerät oder in einem anderen Browser weiter ausgefüllt. Damit nichts verloren geht, wählen Sie bitte, womit es weitergeht.",
    en: "These answers have been continued on another device or in another browser meanwhile. So that nothing gets lost, please choose what to go on with.",
  },
  "other-windowTitle": {
    de: "In einem anderen Fenster geöffnet",
    en: "Open in another window",
  },
  "other-window": {
    de: "Diese Antworten sind in einem anderen Fenster dieses Browsers geöffnet. Ausfüllen können Sie immer nur in einem.",
    en: "These answers are open in another window of this browser. You can fill them in in one at a time only.",
  },
  goOnThere: {
    de: "Mit dem neuesten Stand hier weitermachen",
    en: "Go on here with the newest answers",
  },
  goOnHere: {
    de: "Mit den Antworten aus diesem Fenster weitermachen",
    en: "Go on with the answers in this window",
  },
  goOnHereHint: {
    de: "Der zweite Weg ersetzt, was an der anderen Stelle eingegeben wurde.",
    en: "The second way replaces what was entered at the other place.",
  },
  notRead: {
    de: "Der neueste Stand ließ sich nicht lesen. Bitte prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.",
    en: "The newest answers could not be read. Please check your connection and try again.",
  },
  sentTitle: { de: "Schon abgesendet", en: "Sent already" },
  sent: {
    de: "Diese Antworten wurden an anderer Stelle abgesendet und sind sicher gespeichert. Was Sie danach hier eingegeben haben, wurde nicht mehr übernommen.",
    en: "These answers were submitted elsewhere and are safely stored. What you entered here afterwards was not taken over.",
  },
  withdrawnTitle: { de: "Zurückgezogen", en: "Withdrawn" },
  withdrawn: {
    de: "Diese Antworten wurden abgesendet und mit dem Löschcode wieder gelöscht. Sie werden nicht noch einmal gespeichert.",
    en: "These answers were submitted and deleted again with the deletion code. They are not stored again.",
  },
  closedTitle: { de: "Diese Befragung ist beendet", en: "This study has ended" },
  closed: {
    de: "Es wird nichts mehr angenommen. Was Sie hier sehen, ist noch da, kann aber nicht mehr abgesendet werden.",
    en: "Nothing is accepted any more. What you see here is still there, but it cannot be submitted any more.",
  },
  "not-admittedTitle": {
    de: "Mit diesem Code kann nicht teilgenommen werden",
    en: "Nobody can take part with this code",
  },
  "not-admitted": {
    de: "Er ist falsch, oder mit ihm wurde schon begonnen. Wenn Sie das waren, gehen Sie zurück zum Anfang und machen Sie mit dem Fortsetzungscode weiter. Auf dem Server wurde nichts gespeichert.",
    en: "It is wrong, or somebody has begun with it already. If that was you, go back to the beginning and go on with your resume code. Nothing was saved on the server.",
  },
  "wrong-keyTitle": {
    de: "Der Schlüssel dieser Befragung stimmt nicht",
    en: "The key of this study is not the right one",
  },
  "wrong-key": {
    de: "Der Server zeigt einen anderen Schlüssel als vorher. Damit könnte er Sie wiedererkennen. Es wird nichts mehr gesendet; bitte melden Sie es den Verantwortlichen oder der Personalvertretung.",
    en: "The server shows another key than before. With it, it could recognise you. Nothing more is sent; please tell those responsible or the staff representation.",
  },
  refusedTitle: { de: "Nicht gespeichert", en: "Not saved" },
  refused: {
    de: "Der Server hat den Zwischenstand nicht angenommen. Sie können weiter ausfüllen und am Ende absenden; lassen Sie dieses Fenster bis dahin offen.",
    en: "The server did not accept the unfinished answers. You can go on and submit at the end; keep this window open until then.",
  },
} satisfies Record<string, LocalizedText>;

/** The page on which somebody pauses. */
export const pauseWords = {
  pause: { de: "Unterbrechen", en: "Pause" },
  beforeClosing: {
    de: "Bevor Sie dieses Fenster schließen, wählen Sie „Unterbrechen“: Dort steht Ihr Fortsetzungscode. Ohne ihn kommt niemand mehr an Ihre bisherigen Antworten, auch Sie nicht.",
    en: "Before you close this window, choose “Pause”: there you find your resume code. Without it nobody gets at the answers you have given so far any more, and neither do you.",
  },
  title: { de: "Später weitermachen", en: "Go on later" },
  how: {
    de: "Mit diesem Fortsetzungscode machen Sie weiter, hier oder auf einem anderen Gerät. Ohne ihn kann niemand Ihre bisherigen Antworten lesen, auch wir nicht.",
    en: "With this resume code you go on, here or on another device. Without it nobody can read the answers you have given so far, and neither can we.",
  },
  careful: {
    de: "Wer den Code hat, kann Ihre Antworten lesen, ändern und absenden.",
    en: "Whoever has the code can read, change and submit your answers.",
  },
  until: {
    de: "Auf dem Server bleiben unfertige Antworten {0} Tage nach der letzten Änderung, auf diesem Gerät einen Tag. Endet die Befragung vorher, haben Sie danach noch {1} Tage zum Absenden.",
    en: "Unfinished answers stay on the server for {0} days after the last change, on this device for one day. If the study ends before, you have {1} more days to submit.",
  },
  allSaved: {
    de: "Alles ist gespeichert. Sie können dieses Fenster schließen.",
    en: "Everything is saved. You can close this window.",
  },
  notAllSaved: {
    de: "Noch ist nicht alles auf dem Server. Auf einem anderen Gerät würden die letzten Antworten fehlen.",
    en: "Not everything is on the server yet. On another device the latest answers would be missing.",
  },
  where: { de: "Weitermachen können Sie unter", en: "You can go on at" },
  goOn: { de: "Jetzt weiter ausfüllen", en: "Go on now" },
  remove: { de: "Von diesem Gerät entfernen", en: "Remove from this device" },
  removed: {
    de: "Auf diesem Gerät ist nichts mehr. Mit dem Fortsetzungscode machen Sie weiter.",
    en: "Nothing is left on this device. Go on with your resume code.",
  },
} satisfies Record<string, LocalizedText>;

/** For copying and printing a code. */
export const codeWords = {
  copy: { de: "Code kopieren", en: "Copy the code" },
  print: { de: "Seite drucken", en: "Print the page" },
  copied: { de: "Der Code ist kopiert.", en: "The code is copied." },
  notCopied: {
    de: "Der Browser lässt nicht kopieren. Bitte schreiben Sie den Code ab oder drucken Sie die Seite.",
    en: "The browser does not allow copying. Please write the code down or print the page.",
  },
} satisfies Record<string, LocalizedText>;
