import type { LocalizedText } from "@mehrwert/study";

/** Every text of the questionnaire that does not come from the study or its instrument. What stands before it: study's `firstPageWords`. */
export const words = {
  declinedTitle: { de: "Danke, dass Sie hier waren", en: "Thank you for stopping by" },
  declinedText: {
    de: "Sie nehmen nicht teil. Es wurde nichts gespeichert. Sie können dieses Fenster schließen.",
    en: "You are not taking part. Nothing was stored. You can close this window.",
  },
  declineTitle: { de: "Nicht mehr teilnehmen", en: "Not taking part any more" },
  declinedBack: { de: "Zurück zum Anfang", en: "Back to the beginning" },
  section: { de: "Abschnitt {0} von {1}", en: "Section {0} of {1}" },
  back: { de: "Zurück", en: "Back" },
  next: { de: "Weiter", en: "Next" },
  submit: { de: "Antworten absenden", en: "Submit answers" },
  sending: { de: "Wird gesendet …", en: "Sending …" },
  errorsTitle: { de: "Bitte prüfen Sie diese Angaben", en: "Please check these answers" },
  end: { de: "Hier beenden und absenden", en: "End here and send my answers" },
  endQuestion: {
    de: "Hier beenden? Gesendet werden die Antworten, die Sie bis hierher gegeben haben. Die übrigen Fragen werden Ihnen nicht mehr gestellt. Danach können Sie nichts mehr ändern.",
    en: "End here? The answers you have given so far will be sent. You will not be asked the remaining questions. After that you cannot change anything any more.",
  },
  endYes: { de: "Ja, beenden und absenden", en: "Yes, end and send" },
  leave: { de: "Abbrechen und Antworten löschen", en: "Stop and delete my answers" },
  leaveQuestion: {
    de: "Wirklich abbrechen? Ihre Antworten werden auf diesem Gerät und auf dem Server gelöscht.",
    en: "Really stop? Your answers will be deleted on this device and on the server.",
  },
  leaveQuestionAfterTrying: {
    de: "Wirklich abbrechen? Ihre Antworten werden auf diesem Gerät gelöscht und nicht noch einmal gesendet.",
    en: "Really stop? Your answers will be deleted on this device and not be sent again.",
  },
  leaveForGood: {
    de: "Mit Ihrer Einladung können Sie danach nicht noch einmal beginnen.",
    en: "After that you cannot begin again with your invitation.",
  },
  leaveYes: { de: "Ja, alles löschen", en: "Yes, delete everything" },
  leaveNo: { de: "Nein, weiter ausfüllen", en: "No, go on" },
  deleted: {
    de: "Ihre Antworten sind gelöscht, auf diesem Gerät und auf dem Server.",
    en: "Your answers are deleted, on this device and on the server.",
  },
  deleting: {
    de: "Ihre Antworten sind auf diesem Gerät gelöscht. Auf dem Server wird gerade gelöscht …",
    en: "Your answers are deleted on this device. Deleting on the server …",
  },
  deletedHereOnly: {
    de: "Ihre Antworten sind auf diesem Gerät gelöscht. Der Server war nicht zu erreichen; dort verschwindet der verschlüsselte Zwischenstand, den niemand lesen kann, nach 14 Tagen von selbst.",
    en: "Your answers are deleted on this device. The server could not be reached; the encrypted unfinished answers there, which nobody can read, disappear by themselves after 14 days.",
  },
  deletedAfterTrying: {
    de: "Ihre Antworten sind auf diesem Gerät gelöscht. Ob der Versuch zu senden angekommen ist, wissen wir nicht.",
    en: "Your answers are deleted on this device. We do not know whether the attempt to send them arrived.",
  },
  clear: { de: "Auswahl aufheben", en: "Clear choice" },
  unfinished: {
    de: "Der Code ist noch nicht vollständig. Ergänzen Sie bitte, was fehlt, oder leeren Sie alle Felder.",
    en: "The code is not complete yet. Please add what is missing, or empty all fields.",
  },
  charactersLeft: { de: "Noch {0} Zeichen", en: "{0} characters left" },
  atMost: {
    de: "Sie können höchstens {0} wählen. Heben Sie erst eine Auswahl auf.",
    en: "You can choose {0} at most. Clear one choice first.",
  },
} satisfies Record<string, LocalizedText>;

/** Texts around the sending of answers. */
export const sendingWords = {
  waiting: {
    de: "Ihre Antworten konnten noch nicht gesendet werden. Sie sind nicht verloren. Der nächste Versuch folgt von selbst in wenigen Sekunden.",
    en: "Your answers could not be sent yet. They are not lost. The next attempt follows by itself in a few seconds.",
  },
  unreachable: {
    de: "Ihre Antworten konnten nicht gesendet werden. Sie sind nicht verloren: Lassen Sie dieses Fenster offen und versuchen Sie es erneut, sobald die Verbindung wieder steht.",
    en: "Your answers could not be sent. They are not lost: keep this window open and try again once the connection is back.",
  },
  edited: {
    de: "Sie haben etwas geändert. Bitte senden Sie noch einmal ab.",
    en: "You changed something. Please submit again.",
  },
  left: {
    de: "Solange Sie Ihre Antworten durchsehen, wird nichts von selbst gesendet. Bitte senden Sie am Ende noch einmal ab.",
    en: "While you look through your answers, nothing is sent by itself. Please submit again at the end.",
  },
  notSentTitle: { de: "Noch nicht gesendet", en: "Not sent yet" },
  refusedTitle: { de: "Nicht angenommen", en: "Not accepted" },
  closed: {
    de: "Diese Befragung nimmt keine Antworten mehr an. Ihre Antworten wurden nicht gespeichert.",
    en: "This questionnaire no longer accepts answers. Your answers were not stored.",
  },
  conflictTitle: { de: "Schon gespeichert", en: "Already stored" },
  conflict: {
    de: "Eine frühere Fassung Ihrer Antworten ist schon sicher gespeichert. Die Änderungen danach konnten nicht mehr übernommen werden.",
    en: "An earlier version of your answers is already safely stored. The changes made after it could not be taken over.",
  },
  changed: {
    de: "Der Fragebogen wurde inzwischen geändert, deshalb konnten Ihre Antworten nicht angenommen werden. Bitte laden Sie die Seite neu. Antworten, die zur neuen Fassung passen, bleiben erhalten.",
    en: "The questionnaire has been changed in the meantime, so your answers could not be accepted. Please reload the page. Answers that fit the new version are kept.",
  },
  changedWithoutStorage: {
    de: "Der Fragebogen wurde inzwischen geändert, deshalb konnten Ihre Antworten nicht angenommen werden. Bitte wählen Sie „Unterbrechen“, notieren Sie den Fortsetzungscode, laden Sie die Seite neu und machen Sie damit weiter. Antworten, die zur neuen Fassung passen, bleiben erhalten.",
    en: "The questionnaire has been changed in the meantime, so your answers could not be accepted. Please choose “Pause”, note the resume code, reload the page and go on with it. Answers that fit the new version are kept.",
  },
  "consent-changed": {
    de: "Die Informationen zur Befragung wurden geändert, seit Sie zugestimmt haben, deshalb konnten Ihre Antworten nicht angenommen werden. Bitte laden Sie die Seite neu und entscheiden Sie noch einmal. Ihre Antworten bleiben erhalten.",
    en: "The information about the study has changed since you consented, so your answers could not be accepted. Please reload the page and decide again. Your answers are kept.",
  },
  withdrawn: {
    de: "Diese Antworten wurden mit dem Löschcode zurückgezogen und gelöscht. Sie werden nicht noch einmal gespeichert.",
    en: "These answers were withdrawn with the deletion code and are deleted. They are not stored again.",
  },
  reload: { de: "Seite neu laden", en: "Reload the page" },
  carriedTitle: {
    de: "Die Befragung wurde geändert",
    en: "The questionnaire has been changed",
  },
  carriedText: {
    de: "Ihre Antworten sind noch da, soweit sie zur neuen Fassung passen. Bitte entscheiden Sie noch einmal, ob Sie teilnehmen, und sehen Sie Ihre Antworten durch.",
    en: "Your answers are still there as far as they fit the new version. Please decide again whether to take part, and look through your answers.",
  },
  "not-accepted": {
    de: "Einige Antworten passen nicht zur Befragung und wurden nicht gespeichert. Bitte ändern Sie sie und senden Sie erneut.",
    en: "Some answers do not fit the questionnaire and were not stored. Please change them and submit again.",
  },
  "not-admitted": {
    de: "Mit Ihrer Einladung kann nicht teilgenommen werden: Der Code ist falsch, oder mit ihm wurde schon begonnen. Ihre Antworten wurden nicht gespeichert.",
    en: "Your invitation does not let you take part: the code is wrong, or somebody has begun with it already. Your answers were not stored.",
  },
  "wrong-key": {
    de: "Der Server zeigt einen anderen Schlüssel als vorher. Damit könnte er Sie wiedererkennen. Gesendet wurde nichts.",
    en: "The server shows another key than before. With it, it could recognise you. Nothing was sent.",
  },
  "unknown-study": {
    de: "Diese Befragung gibt es auf dem Server nicht mehr. Ihre Antworten wurden nicht gespeichert.",
    en: "This questionnaire no longer exists on the server. Your answers were not stored.",
  },
  other: {
    de: "Der Server hat die Antworten nicht angenommen. Sie sind noch in diesem Fenster. Bitte versuchen Sie es später erneut oder wenden Sie sich an die verantwortliche Stelle.",
    en: "The server did not accept the answers. They are still in this window. Please try again later or contact those responsible.",
  },
  thanksTitle: { de: "Vielen Dank!", en: "Thank you!" },
  thanksText: {
    de: "Ihre Antworten sind gespeichert.",
    en: "Your answers are stored.",
  },
  thanksNextTitle: { de: "Wie es weitergeht", en: "What happens next" },
  thanksNext: {
    de: "Ihre Antworten werden zusammen mit denen anderer ausgewertet, nie einzeln. Auf diesem Gerät sind sie gelöscht. Sie können das Fenster schließen.",
    en: "Your answers are analysed together with those of others, never alone. They have been deleted on this device. You can close the window.",
  },
  thanksAgain: {
    de: "Eine andere Person möchte an diesem Gerät teilnehmen",
    en: "Another person wants to take part on this device",
  },
  finish: { de: "Abschließen", en: "Finish" },
} satisfies Record<string, LocalizedText>;

/** Texts of the ranking without dragging. */
export const rankingWords = {
  options: { de: "Zur Auswahl", en: "To choose from" },
  places: { de: "Ihre Reihenfolge", en: "Your order" },
  howTo: {
    de: "Wählen Sie eine Option: Sie kommt auf den nächsten freien Platz. Mit den Pfeilen ändern Sie die Reihenfolge. Zum Tauschen wählen Sie erst eine platzierte Option, dann eine andere.",
    en: "Choose an option: it goes to the next free place. Change the order with the arrows. To swap, first choose a placed option, then another one.",
  },
  keys: {
    de: "Tastatur: Pfeiltasten verschieben eine platzierte Option, Entf nimmt sie zurück.",
    en: "Keyboard: arrow keys move a placed option, Delete takes it back.",
  },
  nextPlace: { de: "Als Nächstes: Platz {0} von {1}", en: "Up next: place {0} of {1}" },
  allPlaced: { de: "Alle Plätze sind vergeben.", en: "All places are taken." },
  noneLeft: { de: "Alle Optionen haben einen Platz.", en: "All options have a place." },
  free: { de: "noch frei", en: "still free" },
  next: { de: "Ihre nächste Wahl", en: "Your next choice" },
  place: { de: "Platz {0}", en: "Place {0}" },
  atPlace: { de: "{0}: Platz {1} von {2}", en: "{0}: place {1} of {2}" },
  swapped: {
    de: "Getauscht. {0}: Platz {1}. {2}: Platz {3}",
    en: "Swapped. {0}: place {1}. {2}: place {3}",
  },
  replaced: {
    de: "{0}: Platz {1}. {2} ist wieder zur Auswahl",
    en: "{0}: place {1}. {2} can be chosen again",
  },
  takenBack: { de: "{0}: zurückgenommen", en: "{0}: taken back" },
  selected: {
    de: "{0} ausgewählt. Wählen Sie die Option, mit der getauscht werden soll.",
    en: "{0} selected. Choose the option to swap with.",
  },
  unselected: { de: "Auswahl aufgehoben", en: "Selection cleared" },
  full: {
    de: "Alle {0} Plätze sind vergeben. Nehmen Sie erst eine Option zurück oder tauschen Sie.",
    en: "All {0} places are taken. Take an option back first, or swap.",
  },
  up: { de: "{0} nach oben", en: "Move {0} up" },
  down: { de: "{0} nach unten", en: "Move {0} down" },
  takeBack: { de: "{0} zurücknehmen", en: "Take back {0}" },
} satisfies Record<string, LocalizedText>;

/** A text with its gaps `{0}`, `{1}`, … filled. */
export function filled(text: string, ...parts: (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (gap, index) => String(parts[Number(index)] ?? gap));
}
