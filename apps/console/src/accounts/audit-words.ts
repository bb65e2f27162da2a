import type { Language } from "@mehrwert/study";

/** What each action in the audit log is called. Others are shown as they are written. */
const actions: Record<string, { de: string; en: string }> = {
  "installation.set-up": { de: "Installation eingerichtet", en: "Installation set up" },
  "person.invited": { de: "Jemanden eingeladen", en: "Somebody invited" },
  "person.joined": { de: "Einladung angenommen", en: "Invitation accepted" },
  "person.changed": { de: "Konto geändert", en: "Account changed" },
  "password.changed": { de: "Passwort geändert", en: "Password changed" },
  "password.reset-offered": {
    de: "Link für neues Passwort erstellt",
    en: "Link for a new password made",
  },
  "password.reset-asked": {
    de: "Link für neues Passwort per Mail angefordert",
    en: "Link for a new password asked for by mail",
  },
  "password.reset": { de: "Neues Passwort über Link gesetzt", en: "New password set by link" },
  "second-factor.switched-on": {
    de: "Zweiten Faktor eingeschaltet",
    en: "Second factor switched on",
  },
  "second-factor.switched-off": {
    de: "Zweiten Faktor ausgeschaltet",
    en: "Second factor switched off",
  },
  "second-factor.removed": { de: "Zweiten Faktor entfernt", en: "Second factor removed" },
  "passkey.added": { de: "Passkey hinzugefügt", en: "Passkey added" },
  "passkey.removed": { de: "Passkey entfernt", en: "Passkey removed" },
  "session.begun": { de: "Angemeldet", en: "Signed in" },
  "session.ended": { de: "Abgemeldet", en: "Signed out" },
  "session.revoked": { de: "Anmeldung beendet", en: "Session ended" },
  "sign-in.failed-repeatedly": {
    de: "Anmeldung mehrmals misslungen",
    en: "Signing in failed repeatedly",
  },
  "access-token.issued": { de: "Zugangsschlüssel ausgestellt", en: "Access token issued" },
  "access-token.revoked": { de: "Zugangsschlüssel widerrufen", en: "Access token revoked" },
  "study-role.given": { de: "Rolle vergeben", en: "Role given" },
  "study-role.taken": { de: "Aus der Studie genommen", en: "Taken out of the study" },
  "audit-log.exported": { de: "Protokoll heruntergeladen", en: "Audit log downloaded" },
  "coding-project.begun": { de: "Kodierprojekt begonnen", en: "Coding project begun" },
  "coding-project.changed": {
    de: "Gemeinsames eines Kodierprojekts geändert",
    en: "What coders share of a project changed",
  },
  "coding-project.fetched": { de: "Kodierprojekt geholt", en: "Coding project fetched" },
  "codings.released": { de: "Blinde Phase beendet", en: "Blind phase ended" },
  "transcript.added": { de: "Transkript eingelesen", en: "Transcript imported" },
  "dataset.fetched": { de: "Datensatz geholt", en: "Dataset fetched" },
  "invitations.made": { de: "Per Mail eingeladen", en: "Invited by mail" },
  "printed-codes.made": { de: "Codes zum Drucken gemacht", en: "Codes made for printing" },
  "code-sheet.fetched": { de: "Bogen mit Codes geöffnet", en: "Sheet of codes opened" },
  "mail-texts.changed": { de: "Mailtexte geändert", en: "Mail texts changed" },
  "reminder.made": { de: "Erinnerungsrunde ausgelöst", en: "Round of reminders started" },
  "uncertain-mails.settled": {
    de: "Über ungewisse Mails entschieden",
    en: "Decided about uncertain mails",
  },
  "returned-mails.noted": { de: "Rückläufer eingelesen", en: "Returned mail read" },
  "dataset.frozen": { de: "Datensatz eingefroren", en: "Dataset frozen" },
  "study.created": { de: "Studie angelegt", en: "Study set up" },
  "study-plan.changed": { de: "Planung geändert", en: "Plan changed" },
  "study.opened": { de: "Welle eröffnet", en: "Wave opened" },
  "study.finishing": { de: "Erhebung beendet", en: "Fielding ended" },
  "study.closed": { de: "Studie geschlossen", en: "Study closed" },
  "study.archived": { de: "Studie archiviert", en: "Study archived" },
  "study.deleted": { de: "Studie gelöscht", en: "Study deleted" },
  "study.handed-over": { de: "Studie übergeben", en: "Study handed over" },
  "study.taken-in": { de: "Studie aufgenommen", en: "Study taken in" },
  "pilot-link.renewed": { de: "Link für Probelauf erneuert", en: "Pilot link renewed" },
  "pilot.cleared": { de: "Probelauf geleert", en: "Pilot cleared" },
  "pilot-comment.settled": { de: "Anmerkung abgehakt", en: "Comment settled" },
  "pilot-comment.reopened": { de: "Anmerkung wieder geöffnet", en: "Comment opened again" },
  "instrument.published": { de: "Fragebogen veröffentlicht", en: "Instrument published" },
  "instrument-version.fielded": { de: "Neue Fassung ins Feld gebracht", en: "New version fielded" },
};

/** The name of an action, in the reader's language. */
export function actionInWords(action: string, language: Language): string {
  return actions[action]?.[language] ?? action;
}
