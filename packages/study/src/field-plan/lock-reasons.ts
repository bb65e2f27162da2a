import type { Issue } from "../result.ts";

type Reason = Pick<Issue, "message" | "advice">;

const newStudy = {
  de: "Legen Sie dafür eine neue Studie an.",
  en: "Set up a new study for it.",
};

/** Why a part of a plan cannot change any more, and what to do instead. */
export const lockReasons = {
  mode: {
    message: {
      de: "Wie man teilnimmt, steht seit der ersten Einladung oder Antwort fest: Es wurde allen so zugesagt.",
      en: "How people take part is fixed since the first invitation or response: everybody was promised it.",
    },
    advice: newStudy,
  },
  instrument: {
    message: {
      de: "Der Fragebogen steht fest, sobald jemand eingeladen ist oder geantwortet hat.",
      en: "The questionnaire is fixed as soon as somebody is invited or has answered.",
    },
    advice: {
      de: "Eine neuere Fassung desselben Fragebogens bringen Sie in der Bibliothek ins Feld.",
      en: "A newer version of the same questionnaire is fielded from the library.",
    },
  },
  assigned: {
    message: {
      de: "Was die Studie für den Fragebogen festlegt, gilt für alle Antworten und ändert sich nicht mehr.",
      en: "What the study fixes for its questionnaire holds for all answers and cannot change any more.",
    },
    advice: newStudy,
  },
  title: {
    message: {
      de: "Der Name steht fest, seit die Befragung eröffnet ist; an ihm erkennen Eingeladene sie wieder.",
      en: "The name is fixed since the survey was opened; people invited recognise it by this.",
    },
    advice: newStudy,
  },
  languages: {
    message: {
      de: "Eine Sprache, in der schon gefragt wird, lässt sich nicht mehr wegnehmen.",
      en: "A language in which people are already asked cannot be taken away.",
    },
    advice: { de: "Weitere Sprachen sind möglich.", en: "Further languages are possible." },
  },
  minimumGroupSize: {
    message: {
      de: "Die kleinste Gruppe ist zugesagt und darf seit der ersten Einladung nur noch größer werden.",
      en: "The smallest group was promised and can only become larger since the first invitation.",
    },
    advice: {
      de: "Lassen Sie die Zahl, wie sie ist, oder nehmen Sie eine größere.",
      en: "Leave the number as it is, or take a larger one.",
    },
  },
  groupedBy: {
    message: {
      de: "Wonach Ergebnisse aufgeteilt werden, steht seit der ersten Antwort fest: Sonst ließe sich aus dem Unterschied auf einzelne Menschen schließen.",
      en: "By what results are broken down is fixed since the first response: otherwise the difference could point to single people.",
    },
    advice: newStudy,
  },
  retentionDate: {
    message: {
      de: "Den Teilnehmenden ist gesagt, bis wann ihre Antworten bleiben; länger bleiben dürfen sie nicht.",
      en: "Participants were told until when their answers are kept; they may not be kept longer.",
    },
    advice: { de: "Ein früherer Tag ist möglich.", en: "An earlier day is possible." },
  },
  finishingDays: {
    message: {
      de: "Die Frist zum Beenden läuft schon; ihr letzter Tag ist angesagt.",
      en: "The days for finishing have begun; the last one was announced.",
    },
    advice: {
      de: "Schließen Sie die Befragung von Hand, wenn sie früher enden soll.",
      en: "Close the survey by hand if it is to end earlier.",
    },
  },
  waves: {
    message: {
      de: "Was an einer Welle schon geschehen ist, lässt sich nicht mehr umplanen.",
      en: "What has happened of a wave cannot be planned anew.",
    },
    advice: {
      de: "Ändern Sie das Ende der laufenden Welle oder spätere Wellen.",
      en: "Change the end of the running wave, or later waves.",
    },
  },
  archived: {
    message: {
      de: "Die Studie ist archiviert; an ihr ändert sich nichts mehr.",
      en: "The study is archived; nothing of it changes any more.",
    },
    advice: newStudy,
  },
} satisfies Record<string, Reason>;
