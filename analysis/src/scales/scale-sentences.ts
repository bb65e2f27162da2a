import type { Language, LocalizedText } from "@mehrwert/study";
import { withInterval } from "../interval-format.ts";
import { formatNumber } from "../number-format.ts";
import type { ScaleAnalysis } from "./scale-analysis.ts";
import { scaleReason } from "./scale-reasons.ts";

/** What the numbers of one scale mean, for readers without statistics. */
export function scaleSentences(analysis: ScaleAnalysis, language: Language): string[] {
  const { alpha, scores, source } = analysis;
  const names = source.items.map(({ item }) => item);
  const sentences: LocalizedText[] = [];
  if (alpha.exists) {
    sentences.push(alphaSentence(analysis, alpha.raw, alpha.interval));
    if (alpha.suspects.length > 0) sentences.push(suspectSentence(alpha.suspects, names));
  } else {
    const { de, en } = scaleReason(alpha, names);
    sentences.push({
      de: `Wie verlässlich die Skala misst, lässt sich nicht sagen: ${de}.`,
      en: `How reliably the scale measures cannot be said: ${en}.`,
    });
  }
  if (scores.mean !== undefined && scores.n > 1) {
    const write = (value: number, to: Language) => formatNumber(value, to, 2);
    const { mean, n, sd = 0, tooFewItems } = scores;
    sentences.push({
      de: `Im Mittel ${write(mean, "de")} (Streuung ${write(sd, "de")}; ${formatNumber(n, "de")} Personen mit Wert${tooFewItems > 0 ? `, ohne Wert, weil zu wenig beantwortet: ${formatNumber(tooFewItems, "de")}` : ""}).`,
      en: `Mean score ${write(mean, "en")} (standard deviation ${write(sd, "en")}; ${formatNumber(n, "en")} people with a score${tooFewItems > 0 ? `, without one, as too little was answered: ${formatNumber(tooFewItems, "en")}` : ""}).`,
    });
  }
  return [...sentences, ...endSentences(analysis)].map((text) => text[language]);
}

function alphaSentence(
  { k }: ScaleAnalysis,
  raw: number,
  interval: [number, number],
): LocalizedText {
  const alpha = (language: Language) => withInterval(raw, interval, language);
  if (raw < 0)
    return {
      de: `Die ${k} Aussagen widersprechen einander (α = ${alpha("de")}); ihre Summe misst so nichts Gemeinsames. Meist ist eine Aussage umgekehrt zu verstehen.`,
      en: `The ${k} items contradict each other (α = ${alpha("en")}); their sum measures nothing in common as it is. Mostly one item is to be read the other way round.`,
    };
  if (raw > 0.9995)
    return {
      de: `Die ${k} Aussagen wurden von allen so gut wie gleich bewertet (α = ${alpha("de")}). Prüfen Sie, ob dieselben Antworten mehrfach in den Daten stehen.`,
      en: `Everybody rated the ${k} items practically alike (α = ${alpha("en")}). Check whether the same answers stand in the data more than once.`,
    };
  const [lower, upper] = interval;
  const verdict: LocalizedText =
    upper < 0.7
      ? {
          de: "Das liegt unter den üblichen 0,7: Deuten Sie eher die einzelnen Aussagen als ihre Summe.",
          en: "That is below the customary 0.7: interpret the items rather than their sum.",
        }
      : lower < 0.7
        ? {
            de: "Ob die üblichen 0,7 erreicht sind, bleibt bei dieser Zahl von Antworten offen.",
            en: "Whether the customary 0.7 is reached stays open with this number of answers.",
          }
        : {
            de: "Das liegt über den üblichen 0,7 für Aussagen über Gruppen.",
            en: "That is above the customary 0.7 for statements about groups.",
          };
  const share = (language: Language) => formatNumber(100 * raw, language);
  return {
    de: `Die ${k} Aussagen messen zu etwa ${share("de")} % dasselbe, der Rest ihrer Summe ist Eigenes oder Zufall: α = ${alpha("de")}. ${verdict.de}`,
    en: `About ${share("en")}% of the sum of the ${k} items is what they share, the rest is their own or chance: α = ${alpha("en")}. ${verdict.en}`,
  };
}

function suspectSentence(suspects: readonly number[], names: readonly string[]): LocalizedText {
  const items = suspects.flatMap((item) => names[item] ?? []).join(", ");
  return {
    de: `Vorsicht: ${items} läuft gegen die übrigen Aussagen. Prüfen Sie, ob hier Zustimmung das Gegenteil bedeutet (umgekehrt gepolt) oder die Polung schon falsch angegeben ist.`,
    en: `Caution: ${items} runs against the other items. Check whether agreement means the opposite here (reverse-keyed), or whether the keying given is wrong already.`,
  };
}

function endSentences({ ends }: ScaleAnalysis): LocalizedText[] {
  if (ends === undefined) return [];
  const percent = (share: number, language: Language) => formatNumber(100 * share, language);
  return [
    ...(ends.floor.isNotable
      ? [
          {
            de: `${percent(ends.floor.share, "de")} % stehen am unteren Ende; Unterschiede unter ihnen sind nicht mehr zu sehen.`,
            en: `${percent(ends.floor.share, "en")}% are at the lowest score; differences among them cannot be seen.`,
          },
        ]
      : []),
    ...(ends.ceiling.isNotable
      ? [
          {
            de: `${percent(ends.ceiling.share, "de")} % stehen am oberen Ende; Unterschiede unter ihnen sind nicht mehr zu sehen.`,
            en: `${percent(ends.ceiling.share, "en")}% are at the highest score; differences among them cannot be seen.`,
          },
        ]
      : []),
  ];
}
