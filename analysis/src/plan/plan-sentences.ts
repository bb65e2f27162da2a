import type { Language } from "@mehrwert/study";
import { inHundred } from "../interval-format.ts";
import { formatNumber } from "../number-format.ts";
import type { NeighbourPower, StudyPlan } from "./study-plan.ts";

/** How many respondents the study needs, for readers who know no statistics. */
export function planSentences(plan: StudyPlan, language: Language): string[] {
  return [
    ...wholeSentences(plan, language),
    ...equalSentence(plan, language),
    ...shortListSentence(plan, language),
    ...minoritySentences(plan, language),
  ];
}

const wholeOf = ({ items }: StudyPlan) => items.length;

function neededFor(pair: NeighbourPower, top: number): number | undefined {
  return pair.needed.find((each) => each.top === top)?.n;
}

function wholeSentences(plan: StudyPlan, language: Language): string[] {
  const top = plan.tops.includes(wholeOf(plan)) ? wholeOf(plan) : Math.max(...plan.tops);
  const power = inHundred(plan.targetPower, language);
  const number = (value: number) => formatNumber(value, language);
  const known = plan.neighbours.flatMap((pair) => {
    const n = neededFor(pair, top);
    return n === undefined ? [] : [{ pair, n }];
  });
  const [hardest] = [...known].sort((a, b) => b.n - a.n);
  const easiest = known.toSorted((a, b) => a.n - b.n)[0];
  if (hardest === undefined || easiest === undefined) return [];
  const early = easiest.pair;
  return [
    {
      de: `Wenn die Unterschiede so groß sind wie angenommen, wird jeder einzelne Schritt der Reihenfolge in ${power} Befragungen erst ab etwa ${number(hardest.n)} Befragten gefunden (alle Schritte zugleich brauchen mehr); am schwersten fällt „${hardest.pair.higher.label.de}“ vor „${hardest.pair.lower.label.de}“.`,
      en: `If differences are as large as assumed, each single step of the order is found in ${power} surveys only from about ${number(hardest.n)} respondents (all steps at once take more); hardest is “${hardest.pair.higher.label.en}” before “${hardest.pair.lower.label.en}”.`,
    }[language],
    ...(easiest === hardest
      ? []
      : [
          {
            de: `Am leichtesten zu finden ist „${early.higher.label.de}“ vor „${early.lower.label.de}“: ab etwa ${number(easiest.n)} Befragten.`,
            en: `Easiest to find is “${early.higher.label.en}” before “${early.lower.label.en}”: from about ${number(easiest.n)} respondents.`,
          }[language],
        ]),
  ];
}

function equalSentence(plan: StudyPlan, language: Language): string[] {
  const equal = plan.neighbours.filter(({ needed }) =>
    needed.some(({ reason }) => reason === "equal"),
  );
  if (equal.length === 0) return [];
  const pairs = equal
    .map(({ higher, lower }) => `${higher.label[language]} / ${lower.label[language]}`)
    .join("; ");
  return [
    {
      de: `Als gleich viel wert angenommen sind: ${pairs}. Keine Zahl von Befragten kann sie unterscheiden.`,
      en: `Assumed to be worth the same: ${pairs}. No number of respondents can tell them apart.`,
    }[language],
  ];
}

/** Lists of first places tell less, above all about the lower ranks and about minorities. */
function shortListSentence(plan: StudyPlan, language: Language): string[] {
  const whole = wholeOf(plan);
  const short = plan.tops.filter((top) => top < whole - 1);
  const [top] = short;
  if (top === undefined) return [];
  const number = (value: number) => formatNumber(value, language);
  const factors = plan.neighbours.flatMap((pair) => {
    const [all, few] = [neededFor(pair, whole), neededFor(pair, top)];
    return all === undefined || few === undefined ? [] : [few / all];
  });
  const factor = formatNumber(Math.max(...factors), language, 1);
  const more: Record<Language, string> = {
    de: ` Für die unteren Ränge braucht es dann bis zu ${factor}-mal so viele Befragte.`,
    en: ` For the lower ranks this takes up to ${factor} times as many respondents.`,
  };
  const hint = {
    de: " Wie leicht eine Minderheit verborgen bleibt, zeigt --minority 0.2.",
    en: " How easily a minority stays hidden is shown by --minority 0.2.",
  };
  return [
    {
      de: `Warnung: Wer nur die ersten ${number(top)} von ${number(whole)} ordnen lässt, erfährt weniger.${factors.length > 0 ? more.de : ""} Vor allem kann eine Minderheit unsichtbar bleiben, die ganze Rangfolgen zeigen würden.${plan.minority === undefined ? hint.de : ""}`,
      en: `Warning: having only the first ${number(top)} of ${number(whole)} placed tells less.${factors.length > 0 ? more.en : ""} Above all, a minority may stay invisible that whole rankings would show.${plan.minority === undefined ? hint.en : ""}`,
    }[language],
  ];
}

function minoritySentences(plan: StudyPlan, language: Language): string[] {
  const { minority } = plan;
  if (minority === undefined) return [];
  const number = (value: number) => formatNumber(value, language);
  const whole = wholeOf(plan);
  return plan.tops.map((top) => {
    const own = minority.results.filter((result) => result.top === top);
    const enough = own.find(({ share }) => share >= plan.targetPower);
    const best = own.at(-1);
    const lists =
      top >= whole
        ? { de: "ganzen Rangfolgen", en: "whole rankings" }
        : { de: `nur ${number(top)} Plätzen`, en: `only ${number(top)} places` };
    const who = {
      de: `Eine Minderheit von ${inHundred(minority.share, "de")}, die „${minority.item.label.de}“ voranstellt, fällt bei ${lists.de}`,
      en: `With ${lists.en}, a minority of ${inHundred(minority.share, "en")} that puts “${minority.item.label.en}” first is`,
    };
    if (enough !== undefined)
      return {
        de: `${who.de} ab ${number(enough.n)} Befragten verlässlich auf (in ${inHundred(enough.share, "de")} nachgestellten Befragungen).`,
        en: `${who.en} reliably noticed from ${number(enough.n)} respondents (in ${inHundred(enough.share, "en")} re-enacted surveys).`,
      }[language];
    const share = inHundred(best?.share ?? 0, language);
    return {
      de: `${who.de} selbst bei ${number(best?.n ?? 0)} Befragten nicht verlässlich auf (nur in ${share} nachgestellten Befragungen).`,
      en: `${who.en} not reliably noticed even with ${number(best?.n ?? 0)} respondents (in only ${share} re-enacted surveys).`,
    }[language];
  });
}
