import type { Language, LocalizedText } from "@mehrwert/study";
import { randomSelection } from "../covariates/source-facts.ts";
import { type EstimateData, estimateFigure } from "../figures/estimate-figure.ts";
import { withInterval } from "../interval-format.ts";
import { formatNumber, formatShare } from "../number-format.ts";
import type { Report, ReportFigure, ReportSection } from "../report/report.ts";
import type { ChoicesAnalysis } from "./analyse-choices.ts";
import { choicesMethod, likelihoods } from "./choices-method.ts";
import type { MethodComparison, NoMethodComparison } from "./compare-with-ranking.ts";
import { methodComparisonSection } from "./method-comparison-section.ts";
import { separatedText } from "./separated-text.ts";

/** How to write a report on choices; `comparison` if there is a ranking beside them. */
type ChoicesReportSettings = {
  language: Language;
  softwareVersion: string;
  comparison?: MethodComparison | NoMethodComparison;
};

/** Best–worst choices as a report in one language. */
export function choicesReport(
  analysis: ChoicesAnalysis,
  { language, softwareVersion, comparison }: ChoicesReportSettings,
): Report {
  const text = (de: string, en: string) => ({ de, en })[language];
  const { source, likelihood } = analysis;
  const number = (value: number) => formatNumber(value, language);
  return {
    language,
    title: text(
      `Bestes und Schlechtestes: ${source.fileName}`,
      `Best and worst: ${source.fileName}`,
    ),
    isSimulated: false,
    warnings: [],
    facts: [
      { label: text("Datei", "File"), value: source.fileName },
      { label: text("Befragte", "Respondents"), value: number(source.choices.respondentCount) },
      { label: text("Aufgaben", "Tasks"), value: number(source.choices.tasks.length) },
      { label: text("Wahlmodell", "Likelihood"), value: likelihoods[likelihood][language] },
      { label: text("Ausgewertet mit", "Analysed with"), value: `Mehrwert ${softwareVersion}` },
    ],
    sections: [
      countSection(analysis, language),
      utilitySection(analysis, language),
      ...(comparison === undefined ? [] : [methodComparisonSection(comparison, language)]),
      peopleSection(analysis, language),
      designSection(analysis, language),
    ],
    method: choicesMethod(analysis, comparison).map((each) => each[language]),
    notes: [],
    assumptions: [
      ...(comparison === undefined ? [] : [randomSplit[language]]),
      text(
        "Das Modell nimmt an, dass alle dieselben Nutzenwerte haben und dass die Antworten einer Person nicht zusammenhängen; die robusten Standardfehler lockern nur das Zweite. Wer anders denkt als die Mehrheit, verschwindet im Mittel.",
        "The model assumes that all people share the same utilities and that the answers of one person are unrelated; robust standard errors relax only the latter. Those who think differently from the majority vanish in the mean.",
      ),
      randomSelection[language],
    ],
  };
}

const randomSplit: LocalizedText = {
  de: "Der Vergleich mit der Rangfolge setzt voraus, dass der Zufall entschied, wer ordnete und wer wählte, und dass niemand beides tat. Sonst kann jeder Unterschied auch an den Personen liegen.",
  en: "The comparison with the ranking assumes that chance decided who ranked and who chose, and that nobody did both. Otherwise any difference may lie with the people.",
};

const inOrder = ({ items }: ChoicesAnalysis) => [...items].sort((a, b) => a.position - b.position);

function sizeOf({ source }: ChoicesAnalysis, language: Language): string {
  return `n = ${formatNumber(source.choices.respondentCount, language)}`;
}

function countSection(analysis: ChoicesAnalysis, language: Language): ReportSection {
  const text = (de: string, en: string) => ({ de, en })[language];
  const number = (value: number) => formatNumber(value, language);
  const share = (value: number | undefined) =>
    value === undefined ? "–" : formatShare(value, language);
  const size = sizeOf(analysis, language);
  const [first, ...others] = analysis.items.toSorted((a, b) => (b.score ?? -2) - (a.score ?? -2));
  const equals = others.filter(({ score }) => score === first?.score);
  const tied = (open: string, close: string) =>
    [first, ...equals].map((each) => `${open}${each?.name ?? ""}${close}`).join(", ");
  return {
    heading: text("Gezählt", "Counted"),
    sentences:
      first === undefined
        ? []
        : equals.length > 0
          ? [
              text(
                `Den höchsten Punktwert teilen sich: ${tied("„", "“")}.`,
                `The highest score is shared by: ${tied("“", "”")}.`,
              ),
            ]
          : [
              text(
                `„${first.name}“ hat den höchsten Punktwert: in ${number(first.best)} von ${number(first.shown)} Aufgaben als Bestes gewählt, in ${number(first.worst)} als Schlechtestes.`,
                `“${first.name}” has the highest score: chosen as best in ${number(first.best)} of ${number(first.shown)} tasks, as worst in ${number(first.worst)}.`,
              ),
            ],
    tables: [
      {
        caption: text(`Wie oft gewählt (${size})`, `How often chosen (${size})`),
        columns: [
          { label: text("Option", "Option"), align: "left" },
          { label: text("Gezeigt", "Shown"), align: "right" },
          { label: text("Bestes", "Best"), align: "right" },
          { label: text("Schlechtestes", "Worst"), align: "right" },
          { label: text("Anteil Bestes", "Share best"), align: "right", isDetail: true },
          { label: text("Punktwert (95 %)", "Score (95%)"), align: "right" },
        ],
        lines: inOrder(analysis).map((item) => [
          ...[item.name, number(item.shown), number(item.best), number(item.worst)],
          share(item.bestShare),
          withInterval(item.score, item.scoreInterval, language),
        ]),
      },
    ],
    figures: [],
  };
}

function utilitySection(analysis: ChoicesAnalysis, language: Language): ReportSection {
  const text = (de: string, en: string) => ({ de, en })[language];
  const number = (value: number | undefined) =>
    value === undefined ? "–" : formatNumber(value, language, 3);
  const size = sizeOf(analysis, language);
  const heading = text("Nutzenwerte", "Utilities");
  if (!analysis.fit.exists)
    return { heading, sentences: [separatedText(analysis)[language]], tables: [], figures: [] };
  const [first, second] = inOrder(analysis);
  const log = formatNumber(analysis.fit.logLikelihood, language, 2);
  const sentence =
    first?.choiceShare === undefined || second === undefined
      ? []
      : [
          text(
            `Dürften alle aus allem nur eines wählen, fiele die Wahl nach diesem Modell in ${formatShare(first.choiceShare, "de")} der Fälle auf „${first.name}“; es folgt „${second.name}“.`,
            `If everybody could choose only one of all, this model expects “${first.name}” in ${formatShare(first.choiceShare, "en")} of cases; “${second.name}” is next.`,
          ),
        ];
  return {
    heading,
    sentences: sentence,
    tables: [
      {
        caption: text(
          `Nutzen (log-Skala, Mittel 0; ${size}); Log-Likelihood ${log}`,
          `Utility (log scale, mean 0; ${size}); log-likelihood ${log}`,
        ),
        columns: [
          { label: text("Platz", "Place"), align: "right" },
          { label: text("Option", "Option"), align: "left" },
          { label: text("Nutzen (95 %)", "Utility (95%)"), align: "right" },
          { label: text("Standardfehler", "Standard error"), align: "right", isDetail: true },
          { label: text("robust", "robust"), align: "right", isDetail: true },
          { label: text("Wahlanteil", "Choice share"), align: "right" },
        ],
        lines: inOrder(analysis).map((item) => [
          ...[formatNumber(item.position, language), item.name],
          withInterval(item.utilityCentred, item.utilityInterval, language),
          ...[number(item.standardErrorCentred), number(item.robustStandardErrorCentred)],
          item.choiceShare === undefined ? "–" : formatShare(item.choiceShare, language),
        ]),
      },
    ],
    figures: [utilityFigure(analysis, language)],
  };
}

function utilityFigure(analysis: ChoicesAnalysis, language: Language): ReportFigure {
  const data: EstimateData = {
    id: "utilities",
    title: {
      de: "Nutzenwerte mit 95\u2011%\u2011Intervallen",
      en: "Utilities with 95% intervals",
    },
    axis: {
      de: "Nutzen, log-Skala, Mittel 0 (rechts = mehr geschätzt)",
      en: "Utility, log scale, mean 0 (right = valued more)",
    },
    series: [{ de: "Nutzen", en: "Utility" }],
    items: inOrder(analysis).map(({ name, position, utilityCentred, utilityInterval }) => ({
      ...{ label: { de: name, en: name }, position },
      estimates: [
        utilityCentred === undefined
          ? undefined
          : {
              value: utilityCentred,
              ...(utilityInterval !== undefined && { interval: utilityInterval }),
            },
      ],
    })),
    reference: { value: 0, label: { de: "Mittel aller Optionen", en: "mean of all options" } },
  };
  return { caption: data.title[language], draw: (options) => estimateFigure(data, options) };
}

function peopleSection(analysis: ChoicesAnalysis, language: Language): ReportSection {
  const text = (de: string, en: string) => ({ de, en })[language];
  const size = sizeOf(analysis, language);
  const known = inOrder(analysis).filter(({ individual }) => individual !== undefined);
  const [apart] = [...known].sort(
    (a, b) => (b.individual?.reliability ?? 0) - (a.individual?.reliability ?? 0),
  );
  const reliability = apart?.individual?.reliability ?? 0;
  const part = (to: Language) => formatShare(reliability, to);
  const sentence =
    apart === undefined || reliability === 0
      ? text(
          "Unterschiede zwischen einzelnen Personen lassen sich aus diesen Antworten nicht vom Zufall trennen.",
          "Differences between individual people cannot be told from chance in these answers.",
        )
      : reliability < 0.2
        ? text(
            `Die Personen unterscheiden sich kaum mehr, als Zufall erwarten lässt; am ehesten bei „${apart.name}“ (schätzungsweise ${part("de")} der Unterschiede sind mehr als Zufall).`,
            `People differ hardly more than chance would have it; most of all about “${apart.name}” (an estimated ${part("en")} of the differences are more than chance).`,
          )
        : text(
            `Am deutlichsten gehen die Meinungen bei „${apart.name}“ auseinander: Schätzungsweise ${part("de")} der Unterschiede zwischen den Personen sind mehr als Zufall.`,
            `Opinions differ most clearly about “${apart.name}”: an estimated ${part("en")} of the differences between people are more than chance.`,
          );
  const number = (value: number) => formatNumber(value, language, 2);
  return {
    heading: text("Einzelne Personen", "Individual people"),
    sentences: [sentence],
    tables:
      known.length === 0
        ? []
        : [
            {
              caption: text(
                `Punktwerte der Personen, zum Mittel gezogen (empirischer Bayes, ${size})`,
                `Scores of people, drawn towards the mean (empirical Bayes, ${size})`,
              ),
              columns: [
                { label: text("Option", "Option"), align: "left" },
                { label: text("Mittel", "Mean"), align: "right" },
                { label: text("Mittlere Hälfte", "Middle half"), align: "right" },
                { label: text("Verlässlichkeit", "Reliability"), align: "right" },
              ],
              lines: known.flatMap(({ name, individual }) =>
                individual === undefined
                  ? []
                  : [
                      [
                        ...[name, number(individual.mean)],
                        individual.typical.map(number).join(text(" bis ", " to ")),
                        number(individual.reliability),
                      ],
                    ],
              ),
            },
          ],
    figures: [],
  };
}

function designSection({ design, source }: ChoicesAnalysis, language: Language): ReportSection {
  const text = (de: string, en: string) => ({ de, en })[language];
  const number = (value: number) => formatNumber(value, language);
  const [least, most] = [Math.min(...design.appearances), Math.max(...design.appearances)];
  const pairs = design.pairs.flatMap((row, i) => row.slice(i + 1));
  const balance = text(
    `Jede Option stand in ${number(least)} bis ${number(most)} Aufgaben, jedes Paar gemeinsam in ${number(Math.min(...pairs))} bis ${number(Math.max(...pairs))}.`,
    `Each option stood in ${number(least)} to ${number(most)} tasks, each pair together in ${number(Math.min(...pairs))} to ${number(Math.max(...pairs))}.`,
  );
  const unmet = design.unmetPairs
    .slice(0, 5)
    .map(([a, b]) => `${source.items[a] ?? ""} – ${source.items[b] ?? ""}`)
    .join("; ");
  return {
    heading: text("Versuchsplan", "Design"),
    sentences: [
      balance,
      ...(unmet === ""
        ? []
        : [
            text(
              `Nie zusammen gezeigt (${number(design.unmetPairs.length)} Paare): ${unmet}. Sie sind nur über andere verglichen.`,
              `Never shown together (${number(design.unmetPairs.length)} pairs): ${unmet}. They are compared through others only.`,
            ),
          ]),
    ],
    tables: [],
    figures: [],
  };
}
