import type { LocalizedText } from "@mehrwert/study";

/** One sentence of the page, and the test that fails as soon as it is no longer true: `file › title`. */
export type Statement = LocalizedText & { test: string };

/** A part of the page. */
export type StatementGroup = { title: LocalizedText; statements: readonly Statement[] };

const store = "packages/store/src";
const privacy = "packages/privacy/src";
const journeys = "test/journeys";
const attack = "test/faults/relinking-attack.test.ts";

/**
 * What the operator of a server can see and what not. Nothing stands here that no test holds; a sentence and its test
 * change together (`statements.test.ts`).
 */
export const statementGroups: readonly StatementGroup[] = [
  {
    title: { de: "In jeder Befragung sieht der Betreiber", en: "In every study the operator sees" },
    statements: [
      {
        de: "jede abgesendete Antwort, mit Sprache, Version des Fragebogens und der Reihenfolge, in der Antworten gezeigt wurden.",
        en: "every submitted response, with the language, the version of the questionnaire and the order in which options were shown.",
        test: `${journeys}/one-response.test.ts › a participant puts joint results third, and the third place reaches the ranking table`,
      },
      {
        de: "wie viele unfertige Antworten es gibt und auf welcher Seite jede steht.",
        en: "how many unfinished responses there are, and on which page each one is.",
        test: "apps/api/src/routes/response-draft.test.ts › what is saved comes back sealed as it was, and is gone after deletion",
      },
      {
        de: "was jemand in offene Antworten schreibt; wer sich darin zu erkennen gibt, ist erkannt.",
        en: "what somebody writes into open answers; whoever gives themselves away there is recognised.",
        test: `${store}/survey-response.test.ts › saveSurveyResponse keeps answers and presentation as given`,
      },
      {
        de: "wie viele Minuten die Teilnehmenden einer Welle brauchten und wie viele davon am Telefon, am Tablet oder am Computer antworteten: Gezählt wird für alle zusammen, bei keiner Antwort steht etwas davon.",
        en: "how many minutes the participants of a wave needed, and how many of them answered on a phone, a tablet or a computer: it is counted for all together, and no response has any of it.",
        test: `${store}/visit-count.test.ts › duration and device are counted for all together, and no response keeps any of it`,
      },
    ],
  },
  {
    title: {
      de: "In jeder Befragung sieht der Betreiber nicht",
      en: "In every study the operator does not see",
    },
    statements: [
      {
        de: "was jemand geantwortet, aber nicht abgesendet hat: Es ist im Browser verschlossen worden, und den Schlüssel hat nur, wer den Fortsetzungscode hat.",
        en: "what somebody has answered but not submitted: it was sealed in the browser, and only whoever has the resume code has the key.",
        test: `${privacy}/draft-secrets.test.ts › a sealed draft does not open with another code, as another save, or after a change`,
      },
      {
        de: "von welcher IP-Adresse, mit welchem Browser oder mit welcher Spracheinstellung jemand teilgenommen hat: Das steht in keiner Datei, keiner Tabelle und keinem Protokoll.",
        en: "from which IP address, with which browser or with which language setting somebody took part: no file, no table and no log has it.",
        test: `${attack} › whoever has everything that is stored guesses whose answers are whose no better than by chance`,
      },
      {
        de: "in einer Spalte, wann jemand geantwortet hat: Feiner als auf den Tag gibt es keine Zeit, und der Tag steht nur bei Unfertigem und Gelöschtem.",
        en: "in any column, when somebody answered: no time is finer than a day, and the day is kept only with what is unfinished or deleted.",
        test: `${store}/tables.test.ts › no column tells when or from where somebody answered`,
      },
      {
        de: "was mit einem Löschcode gelöscht wurde; auch eine eingespielte Sicherung bringt es nicht zurück, solange das Löschverzeichnis erhalten ist.",
        en: "what was deleted with a deletion code; nor does a restored backup bring it back, as long as the deletion journal is preserved.",
        test: `${store}/deletion-restore.test.ts › an older backup of the whole database does not bring a withdrawn response back`,
      },
      {
        de: "irgendetwas über andere Server: Während jemand teilnimmt, wird nur dieser eine gefragt.",
        en: "anything by way of other servers: while somebody takes part, only this one is asked.",
        test: "test/setup/with-browser.ts › no page asked for anything outside its own origin",
      },
    ],
  },
  {
    title: {
      de: "In einer anonymen Befragung sieht der Betreiber außerdem",
      en: "In an anonymous study the operator also sees",
    },
    statements: [
      {
        de: "wer eingeladen ist und wer begonnen hat, damit Erinnerungen nur an die anderen gehen.",
        en: "who was invited and who has begun, so that reminders go only to the others.",
        test: `${store}/invitation.test.ts › an invitation is used once; the same request again is granted again, another one is not`,
      },
    ],
  },
  {
    title: {
      de: "In einer anonymen Befragung sieht der Betreiber nicht",
      en: "In an anonymous study the operator does not see",
    },
    statements: [
      {
        de: "welche Antworten von wem sind, auch nicht mit allen Tabellen, dem Transaktionsprotokoll, allen Protokollen, Sicherungen und der Reihenfolge der Einladungen: Ein Angriff mit all dem trifft nicht öfter als der Zufall.",
        en: "which answers are whose, not even with all tables, the write-ahead log, all logs, backups and the order of the invitations: an attack with all of that is right no more often than chance.",
        test: `${attack} › whoever has everything that is stored guesses whose answers are whose no better than by chance`,
      },
      {
        de: "welche Antwort hinter der Unterschrift steht, die der Server für eine Einladung leistet: Er unterschreibt blind.",
        en: "which response is behind the signature that the server gives for an invitation: it signs blindly.",
        test: `${journeys}/anonymous-study.test.ts › what two people send to be signed, and what they send as answers, have nothing in common`,
      },
      {
        de: "wann jemand begonnen hat: Das Teilnahmeverzeichnis ist eine Datei fester Länge, in der ein Eintrag seinen zufälligen Platz überschreibt und sonst keine Spur lässt.",
        en: "when somebody began: the participation ledger is a file of fixed length in which a mark overwrites its random place and leaves no other trace.",
        test: `${store}/invitation.test.ts › using an invitation leaves no trace in the database, and none but its mark in the ledger`,
      },
    ],
  },
  {
    title: {
      de: "In einer anonymen Befragung kann der Betreiber nicht",
      en: "In an anonymous study the operator cannot",
    },
    statements: [
      {
        de: "mit Erinnerungen herausfinden, wer zwischen zwei Runden geantwortet hat, wenn es wenige waren: Erinnert wird nur, wenn seit der letzten Runde mindestens so viele begonnen haben und noch fehlen, wie die kleinste Gruppe der Studie zählt.",
        en: "find out with reminders who answered between two rounds if they were few: there is a reminder only if at least as many have begun since the last round, and are still missing, as the study's smallest group counts.",
        test: `${store}/fieldwork/fieldwork.test.ts › anonymous: a reminder waits until enough have begun and enough are left, goes to none who has begun, and once to each`,
      },
      {
        de: "nachträglich einen anderen Modus einstellen: Die Datenbank selbst weist es ab, und für die Zuordnung von Antworten zu Personen gibt es keinen Platz.",
        en: "change the mode afterwards: the database itself refuses, and it has no place for whose answers are whose.",
        test: `${store}/tables.test.ts › the mode of a study cannot change once anything refers to it, and no other mode can hold whose response is whose`,
      },
      {
        de: "einer Person einen eigenen Schlüssel zeigen, um sie wiederzuerkennen: Der Browser vergleicht ihn mit der Einladung und geht nicht weiter.",
        en: "show one person a key of their own in order to recognise them: the browser compares it with the invitation and does not go on.",
        test: `${journeys}/anonymous-study.test.ts › a server that shows another key than the invitation is refused before anything is sent`,
      },
      {
        de: "mit demselben Code zweimal teilnehmen lassen, auf welchem Weg auch immer.",
        en: "let anybody take part twice with the same code, whichever way.",
        test: "apps/api/src/routes/admission.test.ts › a code lets one response in, through every door, and no other one",
      },
    ],
  },
  {
    title: {
      de: "In einer vertraulichen Befragung sieht der Betreiber",
      en: "In a confidential study the operator sees",
    },
    statements: [
      {
        de: "welche Antworten zu welcher Einladung gehören, unter einer Kennung.",
        en: "which answers belong to which invitation, under a pseudonym.",
        test: `${store}/invitation.test.ts › a panelist's response is kept with the pseudonym, one in each wave, and goes with its withdrawal`,
      },
    ],
  },
  {
    title: { de: "Wo der Schutz endet", en: "Where the protection ends" },
    statements: [
      {
        de: "Wer die Software so ändert, dass beim Beginnen eine Uhrzeit oder ein Vermerk in der Datenbank bleibt, erkennt alle. Ob sie geändert ist, lässt sich an ihrem Quelltext prüfen, nicht an dieser Seite.",
        en: "Whoever changes the software so that beginning leaves a time or a mark in the database recognises everybody. Whether it was changed can be checked in its source code, not on this page.",
        test: `${attack} › the same attack finds people out where there is %s`,
      },
      {
        de: "Wer die Datenbank selbst verwaltet, kann an Nummern, die sie zu jeder Zeile führt, erkennen, welche Dauer und welche Art Gerät zuletzt zugleich mit einer Antwort gezählt wurden. Wessen Antwort es ist, sagt das nicht.",
        en: "Whoever administers the database itself can tell, by numbers that it keeps for every row, which duration and which kind of device were last counted at the same time as a response. That does not say whose response it is.",
        test: `${store}/visit-count.test.ts › only what the database keeps beside its rows tells which count rose when a response was stored`,
      },
      {
        de: "Wer seine Antworten löscht, bleibt mit Dauer und Art des Geräts gezählt, weil nichts mehr sagt, welche Zählung es war.",
        en: "Whoever deletes their answers stays counted with duration and kind of device, because nothing tells any more which count it was.",
        test: `${store}/visit-count.test.ts › a withdrawn response stays counted, because nothing tells which count was its`,
      },
      {
        de: "Wer sehr wenige Antworten bekommt, kann aus ihrem Inhalt auf Personen schließen; Ergebnisse kleiner Gruppen bleiben deshalb verborgen.",
        en: "Whoever gets very few responses can tell people from their content; results of small groups are therefore hidden.",
        test: `${privacy}/small-group.test.ts › smallGroup suppresses exactly the groups below the minimum`,
      },
      {
        de: "In einer pseudonymen Befragung kann jemand, der Sie gut kennt, Ihren selbst erzeugten Code erraten: Wer dieselben Angaben macht, bekommt denselben. Der Betreiber kann auch alle möglichen Angaben durchprobieren. Wer das nicht will, nimmt statt der Angaben eine zufällige Karte.",
        en: "In a pseudonymous study, somebody who knows you well can guess the code you made yourself: whoever gives the same details gets the same one. The operator can also try all possible details. Whoever does not want that takes a random card instead of the details.",
        test: `${journeys}/questionnaire-types.test.ts › the same details give the same code, and none of them ever leaves the component`,
      },
    ],
  },
];

/** What no test can show, said as plainly. */
export const withoutTest: readonly LocalizedText[] = [
  {
    de: "Wer den Netzverkehr oder den laufenden Server beobachtet, während Sie antworten, ist durch nichts davon ausgeschlossen. Geschützt ist, was gespeichert wird.",
    en: "Nothing of this shuts out somebody who watches the network or the running server while you answer. What is protected is what is stored.",
  },
  {
    de: "Der Mailserver weiß, wer wann welche Mail erhielt. Wer sein Protokoll und diesen Server hat, kennt die Gruppe derer, die nach der letzten Erinnerung begonnen haben; sind es wenige, rückt das ihren Antworten nahe. Eine Erinnerung an alle Eingeladenen verrät das nicht.",
    en: "The mail server knows who got which mail when. Whoever has its log and this server knows the group of those who began after the last reminder; if they are few, that comes close to their answers. A reminder to everybody who was invited does not tell that.",
  },
  {
    de: "Das Teilnahmeverzeichnis gehört nicht in tägliche Sicherungen, sondern nur in die neueste: Wer von jedem Tag eine Kopie hat, sieht, wer an welchem Tag begonnen hat, und an Tagen mit wenigen Teilnehmenden rückt das den Antworten nahe.",
    en: "The participation ledger does not belong into daily backups but only into the newest one: whoever has a copy of each day sees who began on which day, and on days with few participants that comes close to their answers.",
  },
];

export const operatorViewWords = {
  title: {
    de: "Was der Betreiber sehen kann und was nicht",
    en: "What the operator can and cannot see",
  },
  intro: {
    de: "Betreiber ist, wer diesen Server verwaltet und alles lesen kann, was auf ihm liegt. Hinter jedem Satz steht eine Prüfung im Quelltext von Mehrwert, die bei jeder Änderung läuft und fehlschlägt, sobald er nicht mehr stimmt.",
    en: "The operator is whoever administers this server and can read everything on it. Behind each sentence stands a test in the source code of Mehrwert that runs at every change and fails as soon as it is no longer true.",
  },
  test: { de: "Prüfung", en: "Test" },
  withoutTest: { de: "Was keine Prüfung zeigen kann", en: "What no test can show" },
} satisfies Record<string, LocalizedText>;
