import type { LocalizedText } from "../localized-text.ts";
import type { Study, StudyMode } from "../study.ts";
import type { InformationName } from "./planned-text.ts";

type Told = Pick<Study, "mode" | "minimumGroupSize">;

/**
 * Texts of the information sheet that follow from what the software does, to begin with: what it stores, what the mode
 * means, from which size groups are shown. Who is responsible, why, on which legal basis and for how long only the
 * researcher knows; for these there is no suggestion.
 */
export function suggestedInformation({
  mode,
  minimumGroupSize,
}: Told): Partial<Record<InformationName, LocalizedText>> {
  return {
    voluntary: {
      de: "Die Teilnahme ist freiwillig. Sie können jede Frage überspringen und jederzeit aufhören. Daraus entsteht Ihnen kein Nachteil.",
      en: "Taking part is voluntary. You can skip any question and stop at any time. This has no disadvantage for you.",
    },
    anonymity: anonymity[mode],
    technicalStorage: {
      de: "Gespeichert werden Ihre Antworten, die Sprache, die Fassung des Fragebogens, die Reihenfolge, in der Ihnen etwas gezeigt wurde, und Prüfwerte dieser Informationen und Ihres Löschcodes. IP-Adresse, Angaben zum Browser und Uhrzeiten werden nicht gespeichert. Wie viele Minuten Sie brauchen und mit welcher Art Gerät Sie antworten (Telefon, Tablet oder Computer), wird nur für alle zusammen gezählt und nicht bei Ihren Antworten gespeichert. Unfertige Antworten bleiben verschlüsselt, auf dem Server 14 Tage nach der letzten Änderung; lesen kann sie nur, wer Ihren Fortsetzungscode hat.",
      en: "What is stored: your answers, the language, the version of the questionnaire, the order in which things were shown to you, and fingerprints of this information and of your deletion code. IP address, browser details and times of day are not stored. How many minutes you need and with which kind of device you answer (phone, tablet or computer) is counted for all together only and not stored with your answers. Unfinished answers are kept encrypted, on the server for 14 days after the last change; only whoever has your resume code can read them.",
    },
    rights: rights[mode],
    complaint: {
      de: "Sie können sich bei einer Aufsichtsbehörde für den Datenschutz beschweren, zum Beispiel bei der Ihres Bundeslandes.",
      en: "You can lodge a complaint with a data protection supervisory authority, for example that of your federal state.",
    },
    smallGroups: {
      de: `Ergebnisse werden nur für Gruppen ab ${minimumGroupSize} Personen gezeigt. Bei kleineren Gruppen erscheint nur ihre Größenklasse.`,
      en: `Results are shown only for groups of ${minimumGroupSize} people or more. For smaller groups only their size class appears.`,
    },
    quotations: {
      de: "Offene Antworten werden nicht wörtlich zitiert.",
      en: "Open answers are not quoted word for word.",
    },
  };
}

const anonymity: Record<StudyMode, LocalizedText> = {
  open: {
    de: "Es wird nicht festgehalten, wer teilnimmt. Bitte nennen Sie auch in offenen Antworten keine Namen.",
    en: "Who takes part is not recorded. Please do not give names in open answers either.",
  },
  anonymous: {
    de: "Die Antworten sind anonym: Welche von Ihnen sind, lässt sich aus nichts erkennen, was gespeichert wird. Bitte nennen Sie auch in offenen Antworten keine Namen.",
    en: "The answers are anonymous: nothing that is stored tells which are yours. Please do not give names in open answers either.",
  },
  pseudonymous: {
    de: "Die Antworten sind pseudonym: Ein Code, den Sie selbst erzeugen, verbindet Ihre Antworten aus mehreren Befragungen. Ihren Namen kennt er nicht.",
    en: "The answers are pseudonymous: a code that you make yourself links your answers to several surveys. It does not know your name.",
  },
  confidential: {
    de: "Die Antworten werden vertraulich behandelt, sind aber nicht anonym: Sie stehen unter einer Kennung, die zu Ihrer Einladung gehört. Wer die Studie leitet, kann sie Ihnen zuordnen.",
    en: "The answers are treated as confidential but are not anonymous: they are kept under a pseudonym that belongs to your invitation. Whoever leads the study can tell that they are yours.",
  },
};

const unfindable: LocalizedText = {
  de: "Sie haben das Recht auf Auskunft, Berichtigung, Löschung, Einschränkung der Verarbeitung und Übertragung Ihrer Daten und können Ihre Einwilligung widerrufen. Weil niemand die Antworten Ihnen zuordnen kann, kann sie nach dem Absenden auch niemand für Sie wiederfinden. Löschen können Sie sie selbst: mit dem Löschcode, den Sie einmal nach dem Absenden sehen.",
  en: "You have the right of access, rectification, erasure, restriction of processing and portability of your data, and you can withdraw your consent. Because nobody can link the answers to you, nobody can find them again for you after submission. You can delete them yourself: with the deletion code that you see once after submitting.",
};

const rights: Record<StudyMode, LocalizedText> = {
  open: unfindable,
  anonymous: unfindable,
  pseudonymous: unfindable,
  confidential: {
    de: "Sie haben das Recht auf Auskunft, Berichtigung, Löschung, Einschränkung der Verarbeitung und Übertragung Ihrer Daten und können Ihre Einwilligung jederzeit widerrufen: mit dem Löschcode, den Sie nach dem Absenden sehen, oder bei der Studienleitung.",
    en: "You have the right of access, rectification, erasure, restriction of processing and portability of your data, and you can withdraw your consent at any time: with the deletion code that you see after submitting, or by writing to whoever leads the study.",
  },
};
