import type { Language, LocalizedText } from "@mehrwert/study";
import { inHundred, numberInHundred, pInWords } from "../interval-format.ts";
import { formatNumber } from "../number-format.ts";
import type { GroupFit, LatentGroup, LatentGroups } from "./latent-groups.ts";

/** How many groups there are, and how sure that is, for readers who know no statistics. */
export function numberSentences(groups: LatentGroups, fit: GroupFit, language: Language): string[] {
  return [
    verdictSentence(groups, fit, language),
    ...checkSentence(groups, language),
    ...overlapSentence(groups, fit, language),
    ...boundarySentence(groups, fit, language),
    ...hiddenSentence(groups, language),
  ];
}

/** Below so many respondents, a fifth that wants something else is seldom found. */
const few = 100;

function verdictSentence({ fits, n }: LatentGroups, fit: GroupFit, language: Language): string {
  const asked = fits.map(({ classCount }) => classCount);
  const range = `${Math.min(...asked)}–${Math.max(...asked)}`;
  const number = formatNumber(n, language);
  if (asked.length === 1) {
    return {
      de: `Verlangt war eine Beschreibung mit genau ${fit.classCount} Gruppen; ob es so viele sind, sagt sie nicht (n = ${number}).`,
      en: `A description with exactly ${fit.classCount} groups was asked for; it does not say whether there are as many (n = ${number}).`,
    }[language];
  }
  if (fit.classCount === 1) {
    return {
      de: `Eine gemeinsame Rangfolge beschreibt die ${number} Befragten am besten (geprüft: ${range} Gruppen). Eine Minderheit, die etwas anderes will, zeigen diese Daten nicht; ${n < few ? "bei so wenigen Befragten bliebe aber auch eine größere verborgen" : "das schließt eine kleine nicht aus"}.`,
      en: `One shared order describes the ${number} respondents best (tried: ${range} groups). These data show no minority that wants something else; ${n < few ? "but with so few respondents even a large one would stay hidden" : "that does not rule out a small one"}.`,
    }[language];
  }
  const sizes = fit.classes.map((each) => sizeInWords(each, language)).join("; ");
  return {
    de: `Am besten passen ${fit.classCount} Gruppen zu den Antworten (n = ${number}, geprüft: ${range}): ${sizes}.`,
    en: `${fit.classCount} groups describe the answers best (n = ${number}, tried: ${range}): ${sizes}.`,
  }[language];
}

function sizeInWords({ name, share, interval }: LatentGroup, language: Language): string {
  const size = inHundred(share, language);
  if (interval === undefined)
    return { de: `Gruppe ${name}: ${size}`, en: `group ${name}: ${size}` }[language];
  const [low, high] = interval.map((bound) => numberInHundred(bound, language));
  if (low === high)
    return {
      de: `Gruppe ${name} mit ziemlich genau ${size} Befragten`,
      en: `group ${name} with almost exactly ${size} respondents`,
    }[language];
  return {
    de: `Gruppe ${name} mit ${size} Befragten (wahrscheinlich zwischen ${low} und ${high})`,
    en: `group ${name} with ${size} respondents (probably between ${low} and ${high})`,
  }[language];
}

function checkSentence({ check }: LatentGroups, language: Language): string[] {
  if (!check.exists) {
    const reason = {
      "one-group": undefined,
      "not-asked": undefined,
      "too-large": {
        de: "Die Prüfung gegen Zufallsmuster wurde ausgelassen, weil sie bei so vielen verschiedenen Rangfolgen lange dauert; --check-draws 49 holt sie nach.",
        en: "The check against chance patterns was left out because it takes long with so many different rankings; --check-draws 49 makes up for it.",
      },
      "fewer-not-fitted": {
        de: "Die Prüfung gegen Zufallsmuster war nicht möglich.",
        en: "The check against chance patterns was not possible.",
      },
    }[check.reason];
    return reason === undefined ? [] : [reason[language]];
  }
  const draws = formatNumber(check.draws, language);
  const asLarge = Math.round(check.p * (1 + check.draws)) - 1;
  const count = asLarge === 0 ? { de: "keine", en: "none" }[language] : String(asLarge);
  const p = pInWords(check.p, language);
  const fewer = {
    de: check.fewer === 1 ? "ohne Gruppen" : `mit nur ${check.fewer} Gruppen`,
    en: check.fewer === 1 ? "without groups" : `with only ${check.fewer} groups`,
  }[language];
  if (asLarge === 0 && check.p > 0.05) {
    return [
      {
        de: `Von ${draws} nachgestellten Befragungen ${fewer} sah keine so gespalten aus wie Ihre; für ein Urteil sind das aber zu wenige (--check-draws 49).`,
        en: `Of ${draws} re-enacted surveys ${fewer}, none looked as divided as yours; but these are too few for a verdict (--check-draws 49).`,
      }[language],
    ];
  }
  if (check.p <= 0.05) {
    return [
      {
        de: `Zufall ist das kaum: Von ${draws} nachgestellten Befragungen ${fewer} sah ${count} so gespalten aus wie Ihre (${p}).`,
        en: `This is hardly chance: of ${draws} re-enacted surveys ${fewer}, ${count} looked as divided as yours (${p}).`,
      }[language],
    ];
  }
  return [
    {
      de: `Vorsicht: Von ${draws} nachgestellten Befragungen ${fewer} sahen ${count} mindestens so gespalten aus wie Ihre (${p}). Die kleinste Gruppe kann ein Zufallsmuster sein.`,
      en: `Caution: of ${draws} re-enacted surveys ${fewer}, ${count} looked at least as divided as yours (${p}). The smallest group may be a chance pattern.`,
    }[language],
  ];
}

function overlapSentence(
  { chosenBy }: LatentGroups,
  { entropy, classCount }: GroupFit,
  language: Language,
): string[] {
  if (entropy === undefined) return [];
  const certainty = formatNumber(entropy, language, 2);
  const clear = {
    de: `Die meisten Befragten lassen sich einer Gruppe klar zuordnen (Trennschärfe ${certainty} von 1).`,
    en: `Most respondents clearly belong to one group (separation ${certainty} of 1).`,
  };
  const blurred = {
    de: `Die Gruppen gehen ineinander über (Trennschärfe ${certainty} von 1): Lesen Sie sie als Neigungen, nicht als Schubladen, und ordnen Sie niemanden einzeln zu.`,
    en: `The groups merge into each other (separation ${certainty} of 1): read them as leanings, not as drawers, and assign nobody individually.`,
  };
  const sentences = [(entropy >= 0.8 ? clear : blurred)[language]];
  if (chosenBy.icl !== classCount) {
    sentences.push(
      {
        de: `Das strengere Maß ICL, das nur klar getrennte Gruppen gelten lässt, spricht für ${groupCount(chosenBy.icl).de}; das Maß BIC spricht für ${groupCount(chosenBy.bic).de}.`,
        en: `The stricter criterion ICL, which accepts only clearly separate groups, speaks for ${groupCount(chosenBy.icl).en}; the criterion BIC speaks for ${groupCount(chosenBy.bic).en}.`,
      }[language],
    );
  }
  return sentences;
}

function groupCount(count: number): LocalizedText {
  return count === 1
    ? { de: "eine einzige Gruppe", en: "a single group" }
    : { de: `${count} Gruppen`, en: `${count} groups` };
}

function boundarySentence({ prior }: LatentGroups, fit: GroupFit, language: Language): string[] {
  if (!fit.isOnBoundary) return [];
  return [
    {
      de: `In mindestens einer Gruppe steht manches praktisch immer vor anderem. Wie groß dieser Abstand ist, lässt sich nicht beziffern; dort fehlen Intervalle${prior > 0 ? "" : ", und --prior 0.5 gibt vorsichtigere Werte"}.`,
      en: `In at least one group some things practically always come before others. How large that distance is cannot be said; intervals are missing there${prior > 0 ? "" : ", and --prior 0.5 gives more cautious values"}.`,
    }[language],
  ];
}

/** Lists of first places hide minorities that whole rankings show. */
function hiddenSentence({ placesGiven, chosen }: LatentGroups, language: Language): string[] {
  const { mean, completeShare, ofItems } = placesGiven;
  if (completeShare >= 0.5 || ofItems <= 2) return [];
  const given = formatNumber(mean, language, 1);
  const effect = {
    de: chosen === 1 ? "kann deshalb verborgen sein" : "kann kleiner erscheinen, als sie ist",
    en: chosen === 1 ? "may therefore be hidden" : "may look smaller than it is",
  }[language];
  return [
    {
      de: `Die Befragten haben im Mittel nur ${given} von ${ofItems} Plätzen vergeben. Solche kurzen Listen zeigen Minderheiten schlechter als ganze Rangfolgen: Eine kleine Gruppe ${effect}.`,
      en: `On average respondents gave only ${given} of ${ofItems} places. Such short lists show minorities less well than whole rankings: a small group ${effect}.`,
    }[language],
  ];
}
