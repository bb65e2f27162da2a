import type { InformationSheet } from "../study.ts";

/** The information sheet of the demo study: complete, and clear that this is no real survey. */
export const informationSheet: InformationSheet = {
  responsible: {
    de: "Verantwortlich ist, wer diese Installation von Mehrwert betreibt. In einer echten Studie stehen hier Name, Anschrift und E-Mail-Adresse der Einrichtung und der Studienleitung.",
    en: "Responsible is whoever runs this installation of Mehrwert. In a real study this is the place for the name, address and e-mail address of the institution and of the person leading the study.",
    "de-simple":
      "Ein Mensch hat diese Seite auf seinem Computer gestartet. Dieser Mensch ist verantwortlich. Bei einer echten Befragung steht hier, wer das ist.",
  },
  dataProtectionContact: {
    de: "In einer echten Studie stehen hier die Kontaktdaten der oder des Datenschutzbeauftragten. Diese Vorführung hat keine eigene Kontaktstelle.",
    en: "In a real study this is the place for the contact details of the data protection officer. This demonstration has no contact of its own.",
  },
  purpose: {
    de: "Diese Studie ist eine simulierte Vorführung. Sie zeigt, wie aus einem Fragebogen eine Rangliste der Mehrwerte von Netzwerken entsteht. Sie begann mit Antworten simulierter Personen. Diese Studie wird nicht finanziell gefördert.",
    en: "This study is a simulated demonstration. It shows how a questionnaire becomes a ranking of the benefits of networks. It began with answers of simulated people. This study receives no funding.",
    "de-simple":
      "Das ist nur eine Vorführung. Sie zeigt: So funktioniert eine Befragung. Ein Computer hat sich die ersten Antworten ausgedacht. Niemand bezahlt Geld für diese Befragung.",
  },
  content: {
    de: "Gefragt wird nach Erfahrungen mit Netzwerken, nach den wichtigsten Mehrwerten, nach gemeinsamen Ergebnissen, nach Hürden und Rahmenbedingungen und nach groben Angaben zur Person. Das dauert 10 bis 12 Minuten.",
    en: "The questions are about experience with networks, the most important benefits, joint results, barriers and conditions, and broad personal details. This takes 10 to 12 minutes.",
  },
  voluntary: {
    de: "Die Teilnahme ist freiwillig. Sie können jede Frage überspringen und jederzeit aufhören. Daraus entsteht Ihnen kein Nachteil.",
    en: "Taking part is voluntary. You can skip any question and stop at any time. This has no disadvantage for you.",
  },
  anonymity: {
    de: "Die Antworten sind anonym. Es wird weder nach Namen noch nach einem persönlichen Code gefragt. Bitte nennen Sie auch in offenen Antworten keine Namen.",
    en: "The answers are anonymous. Neither a name nor a personal code is asked for. Please do not give names in open answers either.",
    "de-simple":
      "Niemand weiß, welche Antworten von Ihnen sind. Wir fragen nicht nach Ihrem Namen. Bitte schreiben Sie auch keine Namen auf.",
  },
  technicalStorage: {
    de: "Gespeichert werden Ihre Antworten, die Sprache, die Version des Fragebogens, die Reihenfolge, in der Ihnen Antworten gezeigt wurden, die Zahl der Schritte beim Ordnen, ein Prüfwert dieser Informationen und einer Ihres Löschcodes. IP-Adresse und Angaben zum Browser werden nicht gespeichert. Wie viele Minuten Sie brauchen und mit welcher Art Gerät Sie antworten (Telefon, Tablet oder Computer), wird nur für alle zusammen gezählt und nicht bei Ihren Antworten gespeichert. Unfertige Antworten werden verschlüsselt zwischengespeichert, auf Ihrem Gerät einen Tag und auf dem Server 14 Tage nach der letzten Änderung; lesen kann sie nur, wer Ihren Fortsetzungscode hat. Lesbar ist für den Server nur, auf welcher Seite Sie sind.",
    en: "What is stored: your answers, the language, the version of the questionnaire, the order in which options were shown to you, the number of moves while ranking, a fingerprint of this information and one of your deletion code. IP address and browser details are not stored. How many minutes you need and with which kind of device you answer (phone, tablet or computer) is counted for all together only and not stored with your answers. Unfinished answers are kept in encrypted form, on your device for a day and on the server for 14 days after the last change; only whoever has your resume code can read them. All the server can read is which page you are on.",
  },
  legalBasis: {
    de: "Rechtsgrundlage einer echten Studie wäre Ihre Einwilligung nach Artikel 6 Absatz 1 Buchstabe a der Datenschutz-Grundverordnung. Ihre Einwilligung in dieser Vorführung dient nur der Anschauung.",
    en: "The legal basis of a real study would be your consent under Article 6(1)(a) of the General Data Protection Regulation. Your consent in this demonstration only serves as an illustration.",
  },
  recipients: {
    de: "Die Antworten bleiben auf dem Rechner, auf dem diese Installation läuft. Niemand sonst erhält sie, kein Auftragsverarbeiter ist beteiligt.",
    en: "The answers stay on the computer on which this installation runs. Nobody else receives them, no processor is involved.",
  },
  storagePeriod: {
    de: "Die Antworten bleiben gespeichert, bis die Person, die diese Installation betreibt, den Datenordner löscht. Sie sind von Anfang an anonym.",
    en: "The answers are kept until the person who runs this installation deletes the data folder. They are anonymous from the beginning.",
  },
  rights: {
    de: "Sie haben das Recht auf Auskunft, Berichtigung, Löschung, Einschränkung der Verarbeitung und Übertragung Ihrer Daten und können Ihre Einwilligung widerrufen. Weil die Antworten anonym sind, kann sie nach dem Absenden niemand Ihnen zuordnen und wiederfinden. Löschen können Sie sie selbst: mit dem Löschcode, den Sie einmal nach dem Absenden sehen.",
    en: "You have the right of access, rectification, erasure, restriction of processing and portability of your data, and you can withdraw your consent. Because the answers are anonymous, nobody can link them to you and find them again after submission. You can delete them yourself: with the deletion code that you see once after submitting.",
  },
  complaint: {
    de: "Sie können sich bei einer Aufsichtsbehörde für den Datenschutz beschweren, zum Beispiel bei der Ihres Bundeslandes.",
    en: "You can lodge a complaint with a data protection supervisory authority, for example that of your federal state.",
  },
  smallGroups: {
    de: "Ergebnisse werden nur für Gruppen ab 10 Personen gezeigt. Bei kleineren Gruppen erscheint nur ihre Größenklasse.",
    en: "Results are shown only for groups of 10 people or more. For smaller groups only their size class appears.",
  },
  quotations: {
    de: "Offene Antworten werden in dieser Vorführung nicht zitiert. Eine echte Studie braucht für wörtliche Zitate eine gesonderte Zustimmung.",
    en: "Open answers are not quoted in this demonstration. A real study needs separate permission for verbatim quotations.",
  },
  staffCouncil: {
    de: "An dieser Vorführung ist keine Personalvertretung beteiligt, weil dies keine echte Befragung ist. In einer echten Studie steht hier, wie Personalrat oder Betriebsrat einbezogen wurden.",
    en: "No staff representation is involved in this demonstration, because this is no real survey. In a real study this is the place to say how the staff council or works council was involved.",
  },
};
