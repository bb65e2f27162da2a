import type { MaxDiffLikelihood } from "@mehrwert/statistics";
import type { LocalizedText } from "@mehrwert/study";
import { formatNumber } from "../number-format.ts";
import type { ChoicesAnalysis } from "./analyse-choices.ts";
import type { MethodComparison, NoMethodComparison } from "./compare-with-ranking.ts";

/** The ways a best–worst choice may come about, by the words `--likelihood` knows. */
export const likelihoods: Record<MaxDiffLikelihood, LocalizedText> = {
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

/** How choices were analysed, and how they were compared with a ranking if there was one. */
export function choicesMethod(
  { likelihood }: ChoicesAnalysis,
  comparison: MethodComparison | NoMethodComparison | undefined,
): LocalizedText[] {
  const name = likelihoods[likelihood];
  const isDrawn = comparison?.exists === true;
  const noSeed = isDrawn
    ? { de: "", en: "" }
    : { de: " Kein Startwert: nichts ist gezogen.", en: " No seed: nothing is drawn." };
  return [
    {
      de: `Logit der besten und schlechtesten Wahl, Wahlmodell ${name.de}; andere Wahlmodelle geben andere Zahlen. Anteile mit Wilson-Intervall, Punktwerte mit Intervall aus der Streuung zwischen den Personen, Nutzen mit Wald-Intervall aus robusten Standardfehlern (je 95 %).${noSeed.de}`,
      en: `Best–worst conditional logit, likelihood ${name.en}; other likelihoods give other numbers. Shares with Wilson intervals, scores with intervals from the spread between people, utilities with Wald intervals from robust standard errors (95% each).${noSeed.en}`,
    },
    ...(isDrawn ? [comparisonMethod(comparison)] : []),
  ];
}

function comparisonMethod({ errors, seed, draws, sameUpToScale }: MethodComparison): LocalizedText {
  const { df } = sameUpToScale;
  const kind = {
    robust: { de: "robuste Standardfehler", en: "robust standard errors" },
    model: { de: "Standardfehler der Modelle", en: "standard errors of the models" },
  }[errors];
  return {
    de: `Vergleich mit der Rangfolge: zentrierte Log-Gewichte (Plackett–Luce) und Nutzenwerte, Wald-Test auf Gleichheit bis auf einen gemeinsamen Faktor (χ² mit ${df} Freiheitsgraden), ${kind.de}; p je Option mit Holm-Korrektur; Intervall von τ aus ${formatNumber(draws, "de")} neu gezogenen Schätzungen, Startwert ${seed}.`,
    en: `Comparison with the ranking: centred log-worths (Plackett–Luce) and utilities, Wald test of equality up to a common factor (χ² with ${df} degrees of freedom), ${kind.en}; p per option with Holm correction; interval of τ from ${formatNumber(draws, "en")} redrawn estimates, seed ${seed}.`,
  };
}
