import type { Language, LocalizedText } from "@mehrwert/study";
import { type PowerData, powerFigure } from "../figures/power-figure.ts";
import { formatShare } from "../number-format.ts";
import type { ReportFigure } from "../report/report.ts";
import { nameOfLists } from "./list-names.ts";
import type { SimulatedShare, StudyPlan } from "./study-plan.ts";

/** Lines of how often something is found by the number of respondents: neighbours per list, then the minority. */
export function planFigures(plan: StudyPlan, language: Language): ReportFigure[] {
  const both = (write: (to: Language) => string): LocalizedText => ({
    de: write("de"),
    en: write("en"),
  });
  const pointsOf = (results: readonly SimulatedShare[], top: number) =>
    results.filter((result) => result.top === top).map(({ n, share }) => ({ n, share }));
  const neighbours = plan.tops.map((top): PowerData => {
    const lists = nameOfLists(plan, top);
    return {
      id: `neighbours-${top}`,
      title: {
        de: `Wie oft die Reihenfolge zweier Nachbarn gefunden wird: ${lists.de}`,
        en: `How often the order of two neighbours is found: ${lists.en}`,
      },
      target: plan.targetPower,
      lines: plan.neighbours.map(({ higher, lower, results }) => ({
        mark: `${higher.place}/${lower.place}`,
        label: both((to) => `${higher.label[to]} / ${lower.label[to]}`),
        points: pointsOf(results, top),
      })),
    };
  });
  const { minority } = plan;
  const found = minority === undefined ? [] : [minorityData(plan, minority, pointsOf)];
  return [...neighbours, ...found].map((data) => ({
    caption: data.title[language],
    draw: (options) => powerFigure(data, options),
  }));
}

function minorityData(
  plan: StudyPlan,
  { share, item, results }: NonNullable<StudyPlan["minority"]>,
  pointsOf: (results: readonly SimulatedShare[], top: number) => { n: number; share: number }[],
): PowerData {
  return {
    id: "minority",
    title: {
      de: `Wie oft eine Minderheit von ${formatShare(share, "de")} („${item.label.de}“ zuerst) als Gruppe gefunden wird`,
      en: `How often a minority of ${formatShare(share, "en")} (“${item.label.en}” first) is found as a group`,
    },
    target: plan.targetPower,
    lines: plan.tops.map((top) => ({
      mark: String(top),
      label: nameOfLists(plan, top),
      points: pointsOf(results, top),
    })),
  };
}
