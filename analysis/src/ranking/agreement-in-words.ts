import type { LocalizedText } from "@mehrwert/study";

const veryWeak: LocalizedText = {
  de: "Die gemeinsame Tendenz ist sehr schwach, aber mit bloßem Zufall kaum zu erklären",
  en: "The common tendency is very weak, but mere chance hardly explains it",
};
const weak: LocalizedText = {
  de: "Die gemeinsame Tendenz ist schwach, aber mit bloßem Zufall kaum zu erklären",
  en: "The common tendency is weak, but mere chance hardly explains it",
};
const clear: LocalizedText = {
  de: "Mit bloßem Zufall ist diese Übereinstimmung kaum zu erklären",
  en: "Mere chance hardly explains this agreement",
};

const bands: readonly { below: number; meaning: LocalizedText; beyondChance: LocalizedText }[] = [
  {
    below: 0.2,
    meaning: {
      de: "Die Befragten sind sich kaum einig: Fast jede Reihenfolge kommt vor.",
      en: "Respondents hardly agree: almost every order occurs.",
    },
    beyondChance: veryWeak,
  },
  {
    below: 0.4,
    meaning: {
      de: "Die Befragten sind sich wenig einig: Es gibt eine gemeinsame Tendenz, aber viele ordnen deutlich anders.",
      en: "Respondents agree little: there is a common tendency, but many order quite differently.",
    },
    beyondChance: weak,
  },
  {
    below: 0.6,
    meaning: {
      de: "Die Befragten sind sich teilweise einig: Die Reihenfolge gilt für viele, nicht für alle.",
      en: "Respondents agree in part: the order holds for many, not for all.",
    },
    beyondChance: clear,
  },
  {
    below: 0.8,
    meaning: {
      de: "Die Befragten sind sich weitgehend einig: Die meisten ordnen ähnlich.",
      en: "Respondents largely agree: most of them order alike.",
    },
    beyondChance: clear,
  },
  {
    below: Number.POSITIVE_INFINITY,
    meaning: {
      de: "Die Befragten sind sich sehr einig: Fast alle ordnen gleich.",
      en: "Respondents agree very strongly: almost all order the same way.",
    },
    beyondChance: clear,
  },
];

/**
 * Kendall's W in words.
 *
 * The bands lie halfway between the anchors 0.1, 0.3, 0.5, 0.7 and 0.9 of Schmidt (1997), Managing Delphi surveys
 * using nonparametric statistical techniques, Decision Sciences 28(3), 763–774. They are a convention, not a test.
 * @throws RangeError if W is not between 0 and 1
 * @example agreementInWords(0.1).en // "Respondents hardly agree: almost every order occurs."
 */
export function agreementInWords(w: number): LocalizedText {
  return bandOf(w).meaning;
}

/**
 * That the agreement is more than chance, in words that fit its size; for a W that a test has found significant. Without a point.
 *
 * @throws RangeError if W is not between 0 and 1
 */
export function agreementBeyondChance(w: number): LocalizedText {
  return bandOf(w).beyondChance;
}

function bandOf(w: number) {
  const band = bands.find(({ below }) => w < below);
  if (band === undefined || !(w >= 0 && w <= 1)) {
    throw new RangeError("agreement in words requires W between 0 and 1");
  }
  return band;
}
