import type { MaxDiffLikelihood } from "@mehrwert/statistics";
import type { Language, LocalizedText } from "@mehrwert/study";
import { randomSelection } from "../covariates/source-facts.ts";
import { withInterval } from "../interval-format.ts";
import { formatNumber, formatShare } from "../number-format.ts";
import type { Report, ReportSection } from "../report/report.ts";
import type { ChoicesAnalysis } from "./analyse-choices.ts";
import { separatedText } from "./separated-text.ts";

/** Best–worst choices as a report in one language. */
export function choicesReport(
  analysis: ChoicesAnalysis,
  { language, softwareVersion }: { language: Language; softwareVersion: string },
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
      peopleSection(analysis, language),
      designSection(analysis, language),
    ],
    method: [
      text(
        `Logit der besten und schlechtesten Wahl, Wahlmodell ${likelihoods[likelihood].de}; andere Wahlmodelle geben andere Zahlen. Anteile mit Wilson-Intervall, Punktwerte mit Intervall aus der Streuung zwischen den Personen (je 95 %). Kein Startwert: nichts ist gezogen.`,
        `Best–worst conditional logit, likelihood ${likelihoods[likelihood].en}; other likelihoods give other numbers. Shares with Wilson intervals, scores with intervals from the spread between people (95% each). No seed: nothing is drawn.`,
      ),
    ],
    notes: [],
    assumptions: [
      text(
        "Alle Personen haben dieselben Nutzenwerte, und ihre Antworten hängen nicht zusammen; die robusten Standardfehler lockern nur das Zweite. Wer anders denkt als die Mehrheit, verschwindet im Mittel.",
        "All people share the same utilities, and their answers are unrelated; robust standard errors relax only the latter. Those who think differently from the majority vanish in the mean.",
      ),
      randomSelection[language],
    ],
  };
}

const likelihoods: Record<MaxDiffLikelihood, LocalizedText> = {
  pair: {
    de: "pair (das Paar mit dem größten Abstand)",
    en: "pair (the pair with the greatest difference)",
  },
  marginal: {
    de: "marginal (Bestes und Schlechtestes unabhängig)",
    en: "marginal (best and worst independently)",
  },
  sequential: {
    de: "sequential (erst Bestes, dann Schlechtestes aus dem Rest)",
    en: "sequential (best first, then worst from the rest)",
  },
};

const inOrder = ({ items }: ChoicesAnalysis) => [...items].sort((a, b) => a.position - b.position);

function countSection(analysis: ChoicesAnalysis, language: Language): ReportSection {
  const text = (de: string, en: string) => ({ de, en })[language];
  const number = (value: number) => formatNumber(value, language);
  const share = (value: number | undefined) =>
    value === undefined ? "–" : formatShare(value, language);
  const [first] = [...analysis.items].sort((a, b) => (b.score ?? -2) - (a.score ?? -2));
  return {
    heading: text("Gezählt", "Counted"),
    sentences:
      first === undefined
        ? []
        : [
            text(
              `${first.name} hat den höchsten Punktwert: in ${number(first.best)} von ${number(first.shown)} Aufgaben am besten, in ${number(first.worst)} am schlechtesten.`,
              `${first.name} has the highest score: best in ${number(first.best)} of ${number(first.shown)} tasks, worst in ${number(first.worst)}.`,
            ),
          ],
    tables: [
      {
        caption: text("Wie oft gewählt", "How often chosen"),
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
    value === undefined ? "–" : formatNumber(value, language, 2);
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
            `Müssten alle nur eines wählen, fiele die Wahl nach diesem Modell in ${formatShare(first.choiceShare, "de")} der Fälle auf ${first.name}; es folgt ${second.name}.`,
            `If everybody had to choose one only, this model expects ${first.name} in ${formatShare(first.choiceShare, "en")} of cases; ${second.name} is next.`,
          ),
        ];
  return {
    heading,
    sentences: sentence,
    tables: [
      {
        caption: text(
          `Nutzen (log-Skala, Mittel 0); Log-Likelihood ${log}`,
          `Utility (log scale, mean 0); log-likelihood ${log}`,
        ),
        columns: [
          { label: text("Platz", "Place"), align: "right" },
          { label: text("Option", "Option"), align: "left" },
          { label: text("Nutzen", "Utility"), align: "right" },
          { label: text("Standardfehler", "Standard error"), align: "right" },
          { label: text("robust", "robust"), align: "right", isDetail: true },
          { label: text("Wahlanteil", "Choice share"), align: "right" },
        ],
        lines: inOrder(analysis).map((item) => [
          ...[String(item.position), item.name, number(item.utilityCentred)],
          ...[number(item.standardErrorCentred), number(item.robustStandardErrorCentred)],
          item.choiceShare === undefined ? "–" : formatShare(item.choiceShare, language),
        ]),
      },
    ],
    figures: [],
  };
}

function peopleSection(analysis: ChoicesAnalysis, language: Language): ReportSection {
  const text = (de: string, en: string) => ({ de, en })[language];
  const known = inOrder(analysis).filter(({ individual }) => individual !== undefined);
  const [apart] = [...known].sort(
    (a, b) => (b.individual?.reliability ?? 0) - (a.individual?.reliability ?? 0),
  );
  const sentence =
    apart === undefined || (apart.individual?.reliability ?? 0) === 0
      ? text(
          "Unterschiede zwischen einzelnen Personen lassen sich aus diesen Antworten nicht vom Zufall trennen.",
          "Differences between individual people cannot be told from chance in these answers.",
        )
      : text(
          `Am deutlichsten gehen die Meinungen bei ${apart.name} auseinander: ${formatShare(apart.individual?.reliability ?? 0, "de")} der Unterschiede zwischen den Personen sind mehr als Zufall.`,
          `Opinions differ most clearly about ${apart.name}: ${formatShare(apart.individual?.reliability ?? 0, "en")} of the differences between people are more than chance.`,
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
                "Punktwerte der Personen, zum Mittel gezogen (empirischer Bayes)",
                "Scores of people, drawn towards the mean (empirical Bayes)",
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
