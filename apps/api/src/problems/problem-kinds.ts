import type { LocalizedText } from "@mehrwert/study";

/** What a kind of problem means: its HTTP status, its name and what the caller can do. */
export type ProblemText = {
  status: 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 421 | 422 | 429 | 500 | 503 | 507;
  title: LocalizedText;
  detail: LocalizedText;
};

/** Every kind of refusal, by the last part of its `type`: `/problems/<kind>`. */
export const problemKinds = {
  "not-found": {
    status: 404,
    title: { de: "Nicht gefunden", en: "Not found" },
    detail: {
      de: "Unter dieser Adresse gibt es nichts. Prüfen Sie, ob der Link vollständig ist.",
      en: "There is nothing at this address. Check that the link is complete.",
    },
  },
  "method-not-allowed": {
    status: 405,
    title: { de: "Methode nicht erlaubt", en: "Method not allowed" },
    detail: {
      de: "Diese Adresse gibt es, aber nicht für diese HTTP-Methode. Die Kopfzeile „Allow“ nennt die erlaubten.",
      en: "This address exists, but not for this HTTP method. The Allow header names the allowed ones.",
    },
  },
  malformed: {
    status: 400,
    title: { de: "Nicht lesbar", en: "Not readable" },
    detail: {
      de: "Der gesendete Text ist kein gültiges JSON in UTF-8, zu tief verschachtelt oder nennt einen Namen zweimal.",
      en: "The text sent is not valid JSON in UTF-8, is nested too deeply, or gives a name twice.",
    },
  },
  "too-large": {
    status: 413,
    title: { de: "Zu groß", en: "Too large" },
    detail: {
      de: "Gesendet werden dürfen höchstens 256 Kilobyte, als Fragebogen 2 Megabyte, als Datei zum Einlesen 10 Megabyte.",
      en: "At most 256 kilobytes may be sent, 2 megabytes for an instrument, 10 megabytes for a file to import.",
    },
  },
  "not-json": {
    status: 415,
    title: { de: "Kein JSON", en: "Not JSON" },
    detail: {
      de: "Angenommen wird nur JSON. Setzen Sie „Content-Type: application/json“.",
      en: "Only JSON is accepted. Set “Content-Type: application/json”.",
    },
  },
  "not-bytes": {
    status: 415,
    title: { de: "Keine Datei", en: "Not a file" },
    detail: {
      de: "Angenommen wird nur eine Datei als Inhalt. Setzen Sie „Content-Type: application/octet-stream“.",
      en: "Only a file as the body is accepted. Set “Content-Type: application/octet-stream”.",
    },
  },
  "not-form": {
    status: 415,
    title: { de: "Kein Formular", en: "Not a form" },
    detail: {
      de: "Angenommen wird nur, was das Formular auf dieser Seite sendet: „Content-Type: application/x-www-form-urlencoded“.",
      en: "Only what the form on this page sends is accepted: “Content-Type: application/x-www-form-urlencoded”.",
    },
  },
  invalid: {
    status: 422,
    title: { de: "Angaben nicht zulässig", en: "Input not allowed" },
    detail: {
      de: "Die Angaben wurden gelesen, aber nicht angenommen; nichts wurde gespeichert. „errors“ nennt jede Stelle.",
      en: "The input was read but not accepted; nothing was stored. “errors” names every place.",
    },
  },
  conflict: {
    status: 409,
    title: { de: "Schon vergeben", en: "Already taken" },
    detail: {
      de: "Unter dieser Kennung ist schon eine andere Antwort gespeichert. Sie bleibt unverändert.",
      en: "Another response is already stored under this id. It stays as it is.",
    },
  },
  closed: {
    status: 403,
    title: { de: "Befragung beendet", en: "Survey closed" },
    detail: {
      de: "Diese Befragung nimmt keine Antworten mehr an.",
      en: "This survey no longer accepts responses.",
    },
  },
  withdrawn: {
    status: 410,
    title: { de: "Zurückgezogen", en: "Withdrawn" },
    detail: {
      de: "Diese Antworten wurden mit dem Löschcode zurückgezogen und gelöscht. Sie werden nicht noch einmal gespeichert.",
      en: "These answers were withdrawn with the deletion code and are deleted. They are not stored again.",
    },
  },
  "not-admitted": {
    status: 403,
    title: { de: "Keine Teilnahme mit diesem Code", en: "No participation with this code" },
    detail: {
      de: "Mit diesem Code kann nicht begonnen werden: Er ist falsch, oder mit ihm wurde schon begonnen. Gespeichert wurde nichts.",
      en: "Nobody can begin with this code: it is wrong, or somebody has begun with it already. Nothing was stored.",
    },
  },
  "continued-elsewhere": {
    status: 409,
    title: { de: "An anderer Stelle fortgesetzt", en: "Continued elsewhere" },
    detail: {
      de: "Diese Antworten wurden inzwischen in einem anderen Fenster oder auf einem anderen Gerät gespeichert. Überschrieben wurde nichts; lesen Sie den neuesten Stand, bevor Sie weitermachen.",
      en: "These answers have been saved in another window or on another device meanwhile. Nothing was overwritten; read the newest state before going on.",
    },
  },
  "sent-already": {
    status: 409,
    title: { de: "Schon abgesendet", en: "Sent already" },
    detail: {
      de: "Diese Antworten sind schon abgesendet und gespeichert. Ein Zwischenstand wird nicht mehr angenommen.",
      en: "These answers have been sent and stored already. Unfinished ones are no longer accepted.",
    },
  },
  "draft-gone": {
    status: 410,
    title: { de: "Zwischenstand gelöscht", en: "Unfinished answers deleted" },
    detail: {
      de: "Der Zwischenstand, auf dem dieser aufbaut, ist gelöscht. Gespeichert wurde nichts; beginnen Sie mit „basedOn“ 0 neu, wenn Sie das wollen.",
      en: "The unfinished answers this goes on from are deleted. Nothing was stored; begin anew with “basedOn” 0 if you want to.",
    },
  },
  "consent-changed": {
    status: 409,
    title: { de: "Informationen geändert", en: "Information changed" },
    detail: {
      de: "Die Informationen zur Befragung wurden geändert, seit Sie zugestimmt haben. Gespeichert wurde nichts; laden Sie die Seite neu und entscheiden Sie noch einmal.",
      en: "The information about the study has changed since you consented. Nothing was stored; reload the page and decide again.",
    },
  },
  "too-many": {
    status: 429,
    title: { de: "Zu viele Anfragen", en: "Too many requests" },
    detail: {
      de: "Für diese Befragung kamen gerade sehr viele Anfragen. Bitte versuchen Sie es in einer Minute noch einmal.",
      en: "There were very many requests for this study just now. Please try again in a minute.",
    },
  },
  forbidden: {
    status: 403,
    title: { de: "Nicht erlaubt", en: "Not allowed" },
    detail: {
      de: "Für diese Aktion fehlt die Berechtigung.",
      en: "You are not allowed to do this.",
    },
  },
  "signed-out": {
    status: 401,
    title: { de: "Nicht angemeldet", en: "Not signed in" },
    detail: {
      de: "Dafür müssen Sie angemeldet sein: unter /console/sign-in, oder als Programm mit einem gültigen Zugangsschlüssel.",
      en: "You have to be signed in for this: at /console/sign-in, or, as a program, with a valid access token.",
    },
  },
  "sign-in-refused": {
    status: 401,
    title: { de: "Anmeldung nicht möglich", en: "Signing in failed" },
    detail: {
      de: "Mit diesen Angaben gelingt die Anmeldung nicht. Prüfen Sie Adresse, Passwort und gegebenenfalls den Code.",
      en: "Signing in does not work with what was entered. Check address, password and, where asked for, the code.",
    },
  },
  "too-many-attempts": {
    status: 429,
    title: { de: "Zu viele Versuche", en: "Too many attempts" },
    detail: {
      de: "Mit dieser Adresse gab es hintereinander mehrere Versuche. Warten Sie etwas, bevor Sie es noch einmal versuchen; die Wartezeit wächst mit jedem Versuch bis auf 15 Minuten.",
      en: "There were several attempts with this address one after the other. Wait a little before you try again; the wait grows with every attempt, up to 15 minutes.",
    },
  },
  "no-mail-server": {
    status: 409,
    title: { de: "Kein Mailserver", en: "No mail server" },
    detail: {
      de: "Dieser Server kann keine Mails verschicken. Wer die Installation verwaltet, kann Ihnen einen Link für ein neues Passwort geben.",
      en: "This server cannot send mails. Whoever administers the installation can give you a link for a new password.",
    },
  },
  "account-exists": {
    status: 409,
    title: { de: "Konto vorhanden", en: "Account exists" },
    detail: {
      de: "Unter dieser Adresse gibt es hier schon ein Konto.",
      en: "There is already an account of this address here.",
    },
  },
  "wrong-password": {
    status: 403,
    title: { de: "Passwort falsch", en: "Wrong password" },
    detail: {
      de: "Das bisherige Passwort stimmt nicht. Geändert wurde nichts.",
      en: "The present password is not right. Nothing was changed.",
    },
  },
  "wrong-code": {
    status: 403,
    title: { de: "Code falsch", en: "Wrong code" },
    detail: {
      de: "Der Code passt nicht. Prüfen Sie, ob die Uhr Ihres Geräts richtig geht, und nehmen Sie den neuesten Code.",
      en: "The code does not fit. Check that your device's clock is right, and take the newest code.",
    },
  },
  "link-invalid": {
    status: 410,
    title: { de: "Link nicht mehr gültig", en: "Link no longer valid" },
    detail: {
      de: "Dieser Link wurde schon benutzt, ist abgelaufen oder unvollständig. Lassen Sie sich einen neuen geben; vor der Einrichtung druckt ein Neustart des Servers einen neuen.",
      en: "This link was used, has expired or is incomplete. Ask for a new one; before the set-up, restarting the server prints a new one.",
    },
  },
  "last-of-its-kind": {
    status: 409,
    title: { de: "Jemand muss bleiben", en: "Somebody has to stay" },
    detail: {
      de: "Eine Installation braucht jemanden, der sie verwaltet, und eine Studie jemanden, dem sie gehört. Geben Sie die Aufgabe zuerst jemand anderem.",
      en: "An installation needs somebody who administers it, and a study somebody who owns it. Hand the task to somebody else first.",
    },
  },
  "changed-meanwhile": {
    status: 409,
    title: { de: "Inzwischen geändert", en: "Changed meanwhile" },
    detail: {
      de: "Der Entwurf wurde an anderer Stelle gespeichert, veröffentlicht oder verworfen, seit Sie ihn gelesen haben. Laden Sie ihn neu und übertragen Sie Ihre Änderungen; überschrieben wurde nichts.",
      en: "The draft was saved, published or thrown away elsewhere since you read it. Load it again and carry your changes over; nothing was overwritten.",
    },
  },
  "plan-changed": {
    status: 409,
    title: { de: "Planung inzwischen geändert", en: "Plan changed meanwhile" },
    detail: {
      de: "Die Planung wurde an anderer Stelle gespeichert, seit Sie sie gelesen haben. Laden Sie sie neu und übertragen Sie Ihre Änderungen; überschrieben wurde nichts.",
      en: "The plan was saved elsewhere since you read it. Load it again and carry your changes over; nothing was overwritten.",
    },
  },
  "study-name-taken": {
    status: 409,
    title: { de: "Kürzel vergeben", en: "Short name taken" },
    detail: {
      de: "Eine Studie mit diesem Kürzel gibt es schon. Wählen Sie ein anderes.",
      en: "There is already a study with this short name. Choose another one.",
    },
  },
  "not-ready": {
    status: 409,
    title: { de: "Noch nicht bereit", en: "Not ready yet" },
    detail: {
      de: "Die Studie kann noch nicht eröffnet werden; „errors“ nennt, was auf der Checkliste fehlt.",
      en: "The study cannot be opened yet; “errors” names what the checklist misses.",
    },
  },
  "wrong-stage": {
    status: 409,
    title: { de: "Nicht in diesem Stand", en: "Not at this stage" },
    detail: {
      de: "Das geht nicht, solange die Studie in ihrem jetzigen Stand ist. Laden Sie die Seite neu; vielleicht hat jemand sie inzwischen geöffnet, geschlossen oder archiviert.",
      en: "This cannot be done while the study is as it is now. Load the page again; somebody may have opened, closed or archived it meanwhile.",
    },
  },
  "name-taken": {
    status: 409,
    title: { de: "Name vergeben", en: "Name taken" },
    detail: {
      de: "Einen Fragebogen oder Entwurf mit diesem Namen gibt es schon. Wählen Sie einen anderen.",
      en: "There is already an instrument or draft of this name. Choose another one.",
    },
  },
  "version-too-small": {
    status: 409,
    title: { de: "Versionsnummer zu klein", en: "Version number too small" },
    detail: {
      de: "Die Änderungen verlangen eine größere Versionsnummer; „errors“ nennt sie und die Gründe.",
      en: "The changes ask for a larger version number; “errors” gives it and the reasons.",
    },
  },
  "version-not-fieldable": {
    status: 409,
    title: { de: "Fassung passt nicht zur Studie", en: "Version does not fit the study" },
    detail: {
      de: "Ins Feld kann nur eine neuere Fassung desselben Fragebogens mit derselben Hauptversion; „errors“ nennt, was nicht passt.",
      en: "Only a newer version of the same instrument with the same major version can be fielded; “errors” says what does not fit.",
    },
  },
  "no-reminder": {
    status: 409,
    title: { de: "Keine Erinnerung", en: "No reminder" },
    detail: {
      de: "Jetzt kann keine Erinnerung gesendet werden, oder diese Runde ist schon gesendet. Was ihr im Weg steht, sagt die Vorschau der Runde; gesendet wurde nichts.",
      en: "No reminder can be sent now, or this round was sent already. The forecast of the round says what stands in its way; nothing was sent.",
    },
  },
  "cross-site": {
    status: 403,
    title: { de: "Von einer fremden Seite gesendet", en: "Sent from another site" },
    detail: {
      de: "Angenommen wird nur, was von einer Seite dieses Servers gesendet wird.",
      en: "Only what a page of this server sends is accepted.",
    },
  },
  "unknown-host": {
    status: 421,
    title: { de: "Unbekannter Servername", en: "Unknown server name" },
    detail: {
      de: "Dieser Server ist unter diesem Namen nicht zu erreichen. Erlaubte Namen stehen in MEHRWERT_PUBLIC_HOSTS.",
      en: "This server is not to be reached under this name. Allowed names are listed in MEHRWERT_PUBLIC_HOSTS.",
    },
  },
  unavailable: {
    status: 503,
    title: { de: "Zurzeit nicht verfügbar", en: "Not available at present" },
    detail: {
      de: "Der Server kann das gerade nicht ausführen. Bitte versuchen Sie es in einigen Sekunden noch einmal; doppelt gespeichert wird dabei nichts.",
      en: "The server cannot do this right now. Please try again in a few seconds; nothing will be stored twice.",
    },
  },
  "storage-full": {
    status: 507,
    title: { de: "Kein Speicherplatz", en: "No space left" },
    detail: {
      de: "Auf dem Server ist kein Speicherplatz mehr frei; gespeichert wurde nichts. Wer ihn betreibt, muss Platz schaffen. Danach geht es weiter; doppelt gespeichert wird dabei nichts.",
      en: "The server has no space left; nothing was stored. Whoever runs it has to make room. Then it goes on; nothing will be stored twice.",
    },
  },
  unexpected: {
    status: 500,
    title: { de: "Unerwarteter Fehler", en: "Unexpected failure" },
    detail: {
      de: "Auf dem Server ist etwas schiefgegangen. Nennen Sie bei einer Rückfrage die Kennung „requestId“.",
      en: "Something went wrong on the server. Quote the “requestId” when you ask about it.",
    },
  },
} as const satisfies Record<string, ProblemText>;

/** The last part of a problem's `type`. */
export type ProblemKind = keyof typeof problemKinds;
