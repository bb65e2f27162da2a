import type { Language, LocalizedText } from "@mehrwert/study";
import { randomSelection } from "../covariates/source-facts.ts";
import { withInterval } from "../interval-format.ts";
import { formatNumber } from "../number-format.ts";
import type { Report, ReportSection, ReportTable } from "../report/report.ts";
import { smallGroupWarning } from "../text-table/small-group-warning.ts";
import { originText } from "../text-table/study-origin.ts";
import type { ScaleAnalysis } from "./scale-analysis.ts";
import { scaleFigures } from "./scale-figures.ts";
import { scaleReason } from "./scale-reasons.ts";
import { scaleSentences } from "./scale-sentences.ts";
import type { ScalesSource } from "./scale-source.ts";

/** Reliability of scales as a report in one language. */
export function scalesReport(
  analyses: readonly ScaleAnalysis[],
  source: ScalesSource,
  { language, softwareVersion }: { language: Language; softwareVersion: string },
): Report {
  const texts = (list: readonly LocalizedText[]) => list.map((text) => text[language]);
  const least = source.minimumGroupSize ?? 0;
  const small = analyses.filter(({ n }) => n < least);
  return {
    language,
    title: `${{ de: "Skalen:", en: "Scales:" }[language]} ${source.title[language]}`,
    isSimulated: source.isSimulated,
    warnings: [
      ...smallGroupWarning(
        small.map(({ source: { label } }) => label[language]),
        least,
        language,
      ),
      ...analyses.flatMap((analysis) => suspectWarning(analysis, language)),
    ],
    facts: [
      ...source.origin.map((fact) => originText(fact, language)),
      {
        label: { de: "Befragte", en: "Respondents" }[language],
        value: formatNumber(source.respondents, language),
      },
      {
        label: { de: "Ausgewertet mit", en: "Analysed with" }[language],
        value: `Mehrwert ${softwareVersion}`,
      },
    ],
    sections:
      analyses.length > 0
        ? analyses.map((analysis) => scaleSection(analysis, language))
        : [noScales(language)],
    method: texts(methods),
    notes: texts([...source.notes, ...analyses.flatMap(rangeNote)]),
    assumptions: texts([...assumptions, randomSelection]),
  };
}

/** Items that run against their scale, where the person reads first. */
function suspectWarning({ alpha, source }: ScaleAnalysis, language: Language): string[] {
  if (!alpha.exists || alpha.suspects.length === 0) return [];
  const items = alpha.suspects.flatMap((item) => source.items[item]?.item ?? []).join(", ");
  const n = alpha.n;
  const isChancePossible = n < 30;
  const consequence = isChancePossible
    ? {
        de: `Bei n = ${n} kann das auch Zufall sein; prüfen Sie den Wortlaut.`,
        en: `With n = ${n} that may also be chance; check the wording.`,
      }
    : {
        de: "Solange das offen ist, sind Werte und α dieser Skala nicht zu gebrauchen.",
        en: "Until that is settled, scores and α of this scale are of no use.",
      };
  return [
    {
      de: `Womöglich umgekehrt gepolt in „${source.label.de}“: ${items}. ${consequence.de}`,
      en: `Possibly reverse-keyed in “${source.label.en}”: ${items}. ${consequence.en}`,
    }[language],
  ];
}

function noScales(language: Language): ReportSection {
  const text = (de: string, en: string) => ({ de, en })[language];
  return {
    heading: text("Keine Skala", "No scale"),
    sentences: [
      text(
        "Kein Konstrukt dieses Fragebogens wird als Mittel mehrerer Aussagen gemessen.",
        "No construct of this questionnaire is measured as the mean of several items.",
      ),
    ],
    tables: [],
    figures: [],
  };
}

function scaleSection(analysis: ScaleAnalysis, language: Language): ReportSection {
  return {
    heading: analysis.source.label[language],
    sentences: scaleSentences(analysis, language),
    tables: [coefficients(analysis, language), itemTable(analysis, language)],
    figures: scaleFigures(analysis, language),
  };
}

function coefficients(analysis: ScaleAnalysis, language: Language): ReportTable {
  const text = (de: string, en: string) => ({ de, en })[language];
  const { alpha, ordinalAlpha, omegaTotal, omegaHierarchical, splitHalf } = analysis;
  const names = analysis.source.items.map(({ item }) => item);
  const number = (value: number) => formatNumber(value, language, 2);
  const line = (
    name: string,
    found:
      | typeof alpha
      | typeof splitHalf
      | typeof omegaTotal
      | typeof omegaHierarchical
      | typeof ordinalAlpha,
    value: string,
    n?: number,
  ) =>
    found.exists
      ? [name, value, n === undefined ? "–" : formatNumber(n, language), ""]
      : [name, "–", "–", scaleReason(found, names)[language]];
  return {
    caption: text("Verlässlichkeit", "Reliability"),
    columns: [
      { label: text("Kennzahl", "Coefficient"), align: "left" },
      { label: text("Wert", "Value"), align: "right" },
      { label: "n", align: "right" },
      { label: text("Warum nicht", "Why not"), align: "left", isDetail: true },
    ],
    lines: [
      line(
        text("Cronbachs α (95 %)", "Cronbach’s α (95%)"),
        alpha,
        alpha.exists ? withInterval(alpha.raw, alpha.interval, language) : "–",
        alpha.exists ? alpha.n : undefined,
      ),
      line(
        text("α, standardisiert", "α, standardised"),
        alpha,
        alpha.exists && alpha.standardised !== undefined ? number(alpha.standardised) : "–",
        alpha.exists ? alpha.n : undefined,
      ),
      line(
        text("Ordinales α", "Ordinal α"),
        ordinalAlpha,
        ordinalAlpha.exists ? number(ordinalAlpha.value) : "–",
        alpha.exists ? alpha.n : undefined,
      ),
      line(
        text("ω gesamt (ein Faktor)", "ω total (one factor)"),
        omegaTotal,
        omegaTotal.exists ? number(omegaTotal.value) : "–",
        omegaTotal.exists ? omegaTotal.n : undefined,
      ),
      line(
        text("ω hierarchisch", "ω hierarchical"),
        omegaHierarchical,
        omegaHierarchical.exists ? number(omegaHierarchical.value) : "–",
        omegaHierarchical.exists ? omegaHierarchical.n : undefined,
      ),
      line(
        text("Testhalbierung (Guttman)", "Split half (Guttman)"),
        splitHalf,
        splitHalf.exists ? number(splitHalf.guttman) : "–",
        splitHalf.exists ? splitHalf.n : undefined,
      ),
    ],
  };
}

function itemTable(analysis: ScaleAnalysis, language: Language): ReportTable {
  const text = (de: string, en: string) => ({ de, en })[language];
  const write = (value: number | undefined) =>
    value === undefined ? "–" : formatNumber(value, language, 2);
  const turned = text(" (umgekehrt)", " (reversed)");
  return {
    caption: text(
      `Aussagen (n = ${formatNumber(analysis.n, "de")}, davon ${formatNumber(analysis.complete, "de")} vollständig)`,
      `Items (n = ${formatNumber(analysis.n, "en")}, of these ${formatNumber(analysis.complete, "en")} complete)`,
    ),
    columns: [
      { label: text("Aussage", "Item"), align: "left" },
      { label: "n", align: "right" },
      { label: text("Mittel", "Mean"), align: "right" },
      { label: text("Streuung", "SD"), align: "right" },
      { label: text("Mit dem Rest", "With the rest"), align: "right" },
      { label: text("α ohne sie", "α without it"), align: "right" },
    ],
    lines: analysis.items.map((item) => [
      `${item.label[language]}${item.isReversed ? turned : ""}`,
      formatNumber(item.n, language),
      ...[write(item.mean), write(item.sd), write(item.itemRest), write(item.alphaIfDropped)],
    ]),
  };
}

function rangeNote({ source }: ScaleAnalysis): LocalizedText[] {
  if (!source.isRangeObserved || source.range === undefined) return [];
  const [lowest, highest] = source.range;
  return [
    {
      de: `Umgekehrte Aussagen sind im gefundenen Bereich ${lowest} bis ${highest} gedreht, weil keiner genannt wurde. Das verschiebt nur ihr Mittel; den wahren Bereich nennt --range.`,
      en: `Reversed items were turned within the range found, ${lowest} to ${highest}, since none was named. That only shifts their mean; --range names the true range.`,
    },
  ];
}

const methods: LocalizedText[] = [
  {
    de: "Cronbachs α aus paarweisen Kovarianzen mit Feldt-Intervall (95 %, n des kleinsten Paars); ordinales α aus polychorischen Korrelationen; ω gesamt aus einem Faktor (Maximum Likelihood); ω hierarchisch nach Schmid und Leiman (drei Teilfaktoren, Minres, Quartimin); ω und Testhalbierung nur mit vollständigen Antworten. Nichts davon ist gezogen, es gibt keinen Startwert.",
    en: "Cronbach’s α from pairwise covariances with Feldt interval (95%, n of the smallest pair); ordinal α from polychoric correlations; ω total from one factor (maximum likelihood); ω hierarchical by Schmid and Leiman (three group factors, minres, quartimin); ω and split half from complete answers only. Nothing is drawn, so there is no seed.",
  },
  {
    de: "Umgekehrt gepolte Aussagen sind vor allem Rechnen gedreht. Einen Wert bekommt, wer so viele Aussagen bewertet hat, wie der Fragebogen verlangt, und wo er nichts verlangt, mindestens zwei Drittel: das Mittel der bewerteten.",
    en: "Reverse-keyed items are turned before anything is computed. A score is the mean of the rated items, for those who rated as many as the questionnaire asks for, and two thirds of them at least where it asks for nothing.",
  },
];

const assumptions: LocalizedText[] = [
  {
    de: "α ist nur dann die Verlässlichkeit der Summe, wenn alle Aussagen dasselbe gleich stark messen und ihre Fehler nicht zusammenhängen; sonst ist es meist zu niedrig. Ein hohes α zeigt nicht, dass die Skala misst, was sie soll, und auch nicht, dass sie nur eines misst.",
    en: "α is the reliability of the sum only if all items measure the same equally strongly and their errors are unrelated; otherwise it is mostly too low. A high α shows neither that the scale measures what it should nor that it measures one thing only.",
  },
  {
    de: "Die 0,7 sind eine Gewohnheit, keine Grenze; kurze Skalen haben von selbst ein niedrigeres α.",
    en: "The 0.7 is a habit, not a limit; short scales have a lower α by themselves.",
  },
];
