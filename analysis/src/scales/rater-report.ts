import type { IccForm, NoStatisticReason } from "@mehrwert/statistics";
import type { Language, LocalizedText } from "@mehrwert/study";
import { withInterval } from "../interval-format.ts";
import { formatNumber, formatP, formatShare } from "../number-format.ts";
import type { Report, ReportTable } from "../report/report.ts";
import type { RaterAgreement } from "./rater-agreement.ts";

/** Agreement of raters as a report in one language. */
export function raterReport(
  agreement: RaterAgreement,
  settings: { fileName: string; language: Language; softwareVersion: string },
): Report {
  const { fileName, language, softwareVersion } = settings;
  const text = (de: string, en: string) => ({ de, en })[language];
  const number = (value: number) => formatNumber(value, language);
  return {
    language,
    title: text(
      `Mehrere Urteile über dasselbe: ${fileName}`,
      `Several ratings of the same: ${fileName}`,
    ),
    isSimulated: false,
    warnings: [],
    facts: [
      { label: text("Datei", "File"), value: fileName },
      { label: text("Beurteilende", "Raters"), value: number(agreement.raters.length) },
      { label: text("Beurteiltes", "Things rated"), value: number(agreement.objects) },
      {
        label: text("davon von allen beurteilt", "of these by all"),
        value: number(agreement.complete),
      },
      { label: text("Ausgewertet mit", "Analysed with"), value: `Mehrwert ${softwareVersion}` },
    ],
    sections: [
      {
        heading: text("Wie weit sich die Urteile gleichen", "How far the ratings agree"),
        sentences: sentences(agreement).map((sentence) => sentence[language]),
        tables: agreement.icc.exists ? [tableOf(agreement, language)] : [],
        figures: [],
      },
    ],
    method: [
      text(
        "Intraklassenkorrelationen nach Shrout und Fleiss (1979) mit F-Test und 95\u2011%\u2011Intervall; gerechnet mit dem, was alle beurteilt haben. Nichts wird gezogen, es gibt keinen Startwert.",
        "Intraclass correlations by Shrout and Fleiss (1979) with F test and 95% interval; computed from what all have rated. Nothing is drawn, so there is no seed.",
      ),
    ],
    notes: [],
    assumptions: [
      text(
        "Die Intervalle setzen normalverteilte Abweichungen voraus. Wurde nur sehr Ähnliches beurteilt, ist die ICC niedrig, obwohl die Urteile nahe beieinanderliegen.",
        "The intervals assume normally distributed deviations. If only very similar things were rated, the ICC is low although the ratings lie close together.",
      ),
    ],
  };
}

function sentences({ icc, raters }: RaterAgreement): LocalizedText[] {
  if (!icc.exists) {
    const { de, en } = raterReason(icc.reason);
    return [
      {
        de: `Wie weit sich die Urteile gleichen, lässt sich nicht sagen: ${de}.`,
        en: `How far the ratings agree cannot be said: ${en}.`,
      },
    ];
  }
  const { single, average } = icc.icc2;
  const share = (value: number, to: Language) => formatShare(Math.max(0, value), to);
  const found = (form: IccForm, to: Language) => withInterval(form.value, form.interval, to);
  return [
    {
      de: `${share(single.value, "de")} der Unterschiede zwischen einzelnen Urteilen liegen am Beurteilten, der Rest daran, wer urteilt, und am Zufall: ICC(2,1) = ${found(single, "de")}.`,
      en: `${share(single.value, "en")} of the differences between single ratings come from what is rated, the rest from who rates and from chance: ICC(2,1) = ${found(single, "en")}.`,
    },
    ...(average === undefined
      ? []
      : [
          {
            de: `Das Mittel aller ${raters.length} Urteile ist verlässlicher: ICC(2,${raters.length}) = ${found(average, "de")}.`,
            en: `The mean of all ${raters.length} ratings is more reliable: ICC(2,${raters.length}) = ${found(average, "en")}.`,
          },
        ]),
  ];
}

const forms: { form: "icc1" | "icc2" | "icc3"; name: string; meaning: LocalizedText }[] = [
  {
    form: "icc1",
    name: "ICC(1)",
    meaning: { de: "jedes Mal andere Beurteilende", en: "other raters each time" },
  },
  {
    form: "icc2",
    name: "ICC(2)",
    meaning: {
      de: "dieselben Beurteilenden, stellvertretend für andere; gleiche Höhe zählt",
      en: "the same raters, standing for others; level counts",
    },
  },
  {
    form: "icc3",
    name: "ICC(3)",
    meaning: {
      de: "nur diese Beurteilenden; allein die Reihenfolge und die Abstände zählen",
      en: "just these raters; only order and distances count",
    },
  },
];

function tableOf({ icc, complete }: RaterAgreement, language: Language): ReportTable {
  const text = (de: string, en: string) => ({ de, en })[language];
  const right = (de: string, en: string) => ({ label: text(de, en), align: "right" as const });
  const lines = !icc.exists
    ? []
    : forms.map(({ form, name, meaning }) => {
        const { single, average } = icc[form];
        return [
          `${name}: ${meaning[language]}`,
          withInterval(single.value, single.interval, language),
          withInterval(average?.value, average?.interval, language),
          formatP(single.p, language),
        ];
      });
  return {
    caption: text(
      `Intraklassenkorrelationen (n = ${formatNumber(complete, "de")}, 95\u2011%\u2011Intervall)`,
      `Intraclass correlations (n = ${formatNumber(complete, "en")}, 95% interval)`,
    ),
    columns: [
      { label: text("Form", "Form"), align: "left" },
      right("Ein Urteil", "One rating"),
      right("Mittel aller", "Mean of all"),
      right("p", "p"),
    ],
    lines,
  };
}

/** Why there is no intraclass correlation, as half a sentence. */
export function raterReason(reason: NoStatisticReason): LocalizedText {
  if (reason === "one-item")
    return { de: "es gibt nur eine beurteilende Person", en: "there is only one rater" };
  if (reason === "fewer-than-two-respondents")
    return {
      de: "weniger als zwei Dinge wurden von allen beurteilt",
      en: "fewer than two things were rated by all",
    };
  if (reason === "no-variance")
    return { de: "alle Urteile sind gleich", en: "all ratings are the same" };
  if (reason === "perfect-agreement")
    return {
      de: "die Urteile unterscheiden sich höchstens um einen festen Abstand, es bleibt kein Zufall zu messen",
      en: "the ratings differ by a fixed distance at most, which leaves no chance to measure",
    };
  return { de: reason, en: reason };
}
