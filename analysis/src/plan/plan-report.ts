import type { Language, LocalizedText } from "@mehrwert/study";
import { noWorthsSentence } from "../covariates/no-worths-sentence.ts";
import { sourceFacts } from "../covariates/source-facts.ts";
import { formatNumber, formatShare } from "../number-format.ts";
import type { RankingSource } from "../ranking-source/ranking-source.ts";
import type { Report, ReportTable } from "../report/report.ts";
import { nameOfLists } from "./list-names.ts";
import { planFigures } from "./plan-figures.ts";
import { planSentences } from "./plan-sentences.ts";
import type { NoStudyPlan, StudyPlan } from "./study-plan.ts";

/** The plan as a report in one language; `source` = the rankings whose worths are taken for true, if any. */
export function planReport(
  plan: StudyPlan | NoStudyPlan,
  source: RankingSource | undefined,
  settings: { softwareVersion: string; language: Language },
): Report {
  const { softwareVersion, language } = settings;
  const texts = (list: readonly LocalizedText[]) => list.map((text) => text[language]);
  const title = { de: "Wie viele Befragte?", en: "How many respondents?" }[language];
  const ownFact = {
    label: { de: "Gerechnet mit", en: "Computed with" }[language],
    value: `Mehrwert ${softwareVersion}`,
  };
  return {
    language,
    title: source === undefined ? title : `${title} ${source.title[language]}`,
    isSimulated: source?.isSimulated ?? false,
    warnings: [],
    facts: source === undefined ? [ownFact] : sourceFacts(source, softwareVersion, language),
    sections: [
      {
        heading: { de: "Nachbarn unterscheiden", en: "Telling neighbours apart" }[language],
        sentences: plan.exists
          ? [...planSentences(plan, language), ...smallPilot(source, language)]
          : [noWorthsSentence(plan.reason, plan.items)[language]],
        tables: plan.exists ? tablesOf(plan, language) : [],
        figures: plan.exists ? planFigures(plan, language) : [],
      },
    ],
    method: plan.exists ? texts(methodOf(plan)) : [],
    notes: plan.exists && plan.notFitted > 0 ? texts([notFitted(plan)]) : [],
    assumptions: plan.exists ? texts(assumptionsOf(plan)) : [],
  };
}

/** Few rankings overstate differences, so that the numbers look too favourable. */
function smallPilot(source: RankingSource | undefined, language: Language): string[] {
  if (source === undefined || source.rankings.n >= 100) return [];
  const n = formatNumber(source.rankings.n, language);
  return [
    {
      de: `Vorsicht: Die angenommenen Unterschiede stammen von nur ${n} Befragten und sind vermutlich zu groß; rechnen Sie mit mehr Befragten.`,
      en: `Caution: the assumed differences come from only ${n} respondents and are probably too large; reckon with more respondents.`,
    }[language],
  ];
}

function tablesOf(plan: StudyPlan, language: Language): ReportTable[] {
  const text = (de: string, en: string) => ({ de, en })[language];
  const number = (value: number, decimals = 0) => formatNumber(value, language, decimals);
  const listName = (top: number) => nameOfLists(plan, top)[language];
  const sizeColumns = plan.sizes.map((n) => ({
    label: `n = ${number(n)}`,
    align: "right" as const,
  }));
  const power = plan.tops.map(
    (top): ReportTable => ({
      caption: text(
        `Wie oft die Reihenfolge zweier Nachbarn gefunden wird: ${listName(top)}`,
        `How often the order of two neighbours is found: ${listName(top)}`,
      ),
      columns: [
        { label: text("Platz", "Place"), align: "right" },
        { label: text("Nachbarn", "Neighbours"), align: "left" },
        { label: text("Abstand", "Difference"), align: "right", isDetail: true },
        ...sizeColumns,
        {
          label: text(
            `n für ${formatShare(plan.targetPower, "de")}`,
            `n for ${formatShare(plan.targetPower, "en")}`,
          ),
          align: "right",
        },
      ],
      lines: plan.neighbours.map(({ higher, lower, difference, results, needed }) => {
        const n = needed.find((each) => each.top === top)?.n;
        return [
          `${number(higher.place)}/${number(lower.place)}`,
          `${higher.label[language]} / ${lower.label[language]}`,
          number(difference, 2),
          ...results
            .filter((result) => result.top === top)
            .map(({ share }) => formatShare(share, language)),
          n === undefined ? "–" : number(n),
        ];
      }),
    }),
  );
  const { minority } = plan;
  if (minority === undefined) return power;
  const found: ReportTable = {
    caption: text(
      `Wie oft eine Minderheit von ${formatShare(minority.share, "de")} („${minority.item.label.de}“ zuerst) als Gruppe gefunden wird`,
      `How often a minority of ${formatShare(minority.share, "en")} (“${minority.item.label.en}” first) is found as a group`,
    ),
    columns: [{ label: text("Liste", "List"), align: "left" }, ...sizeColumns],
    lines: plan.tops.map((top) => [
      listName(top),
      ...minority.results
        .filter((result) => result.top === top)
        .map(({ share }) => formatShare(share, language)),
    ]),
  };
  return [...power, found];
}

function methodOf(plan: StudyPlan): LocalizedText[] {
  const { draws, seed, level, targetPower, minority, minorityDraws } = plan;
  const number = (value: number, language: Language, decimals = 0) =>
    formatNumber(value, language, decimals);
  const sentences: LocalizedText[] = [
    {
      de: `${number(draws, "de")} nachgestellte Befragungen je Größe und Listenlänge, Startwert ${seed}; jede mit Plackett–Luce ausgewertet, Wald-Test der Nachbarn zweiseitig auf ${formatShare(level, "de")}. Gefunden heißt: gesichert und in der richtigen Richtung.`,
      en: `${number(draws, "en")} re-enacted surveys per size and list length, seed ${seed}; each analysed with Plackett–Luce, two-sided Wald test of neighbours at ${formatShare(level, "en")}. Found means: significant and in the right direction.`,
    },
    {
      de: `n für ${formatShare(targetPower, "de")}: aus dem mittleren Standardfehler der größten nachgestellten Befragung hochgerechnet, ohne Korrektur für mehrere Nachbarn.`,
      en: `n for ${formatShare(targetPower, "en")}: projected from the mean standard error of the largest re-enacted survey, without correction for several neighbours.`,
    },
  ];
  if (minority !== undefined)
    sentences.push({
      de: `Minderheit: ${number(minorityDraws, "de")} nachgestellte Befragungen je Größe; gefunden heißt, dass BIC zwei Gruppen einer vorzieht.`,
      en: `Minority: ${number(minorityDraws, "en")} re-enacted surveys per size; found means that BIC prefers two groups to one.`,
    });
  return sentences;
}

function notFitted({ notFitted: count }: StudyPlan): LocalizedText {
  if (count === 1)
    return {
      de: "In einer nachgestellten Befragung ließen sich keine Gewichte rechnen (zu wenige Antworten); sie zählt als nicht gefunden.",
      en: "In one re-enacted survey no worths could be computed (too few answers); it counts as not found.",
    };
  return {
    de: `In ${formatNumber(count, "de")} nachgestellten Befragungen ließen sich keine Gewichte rechnen (zu wenige Antworten); sie zählen als nicht gefunden.`,
    en: `In ${formatNumber(count, "en")} re-enacted surveys no worths could be computed (too few answers); they count as not found.`,
  };
}

function assumptionsOf({ from }: StudyPlan): LocalizedText[] {
  const truth: LocalizedText =
    from === "fitted"
      ? {
          de: "Die Gewichte der vorliegenden Daten gelten als wahr. Sie sind selbst geschätzt; bei kleinen Vorstudien sind die Abstände meist überschätzt und die nötigen Zahlen zu niedrig.",
          en: "The worths of the given data are taken for true. They are estimates themselves; small pilot studies mostly overstate differences, so that the numbers needed are too low.",
        }
      : {
          de: "Die angegebenen Gewichte gelten als wahr. Sind die wirklichen Abstände kleiner, braucht es mehr Befragte.",
          en: "The given worths are taken for true. If real differences are smaller, more respondents are needed.",
        };
  return [
    truth,
    {
      de: "Alle Befragten ziehen nach denselben Gewichten (Plackett–Luce) und antworten ehrlich und unabhängig voneinander. Wer abbricht oder zufällig antwortet, zählt nicht.",
      en: "All respondents draw from the same worths (Plackett–Luce) and answer honestly and independently. Those who break off or answer at random do not count.",
    },
  ];
}
