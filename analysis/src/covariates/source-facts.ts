import type { Language, LocalizedText } from "@mehrwert/study";
import { formatNumber } from "../number-format.ts";
import type { RankingSource } from "../ranking-source/ranking-source.ts";
import { originText } from "../text-table/study-origin.ts";

const unrankedWords: Record<string, LocalizedText> = {
  below: {
    de: "weniger geschätzt als alles Geordnete",
    en: "valued less than all that was placed",
  },
  "not-presented": { de: "nicht gezeigt", en: "not shown" },
};

/** Where the rankings of a report come from and how many there are. */
export function sourceFacts(
  source: RankingSource,
  softwareVersion: string,
  language: Language,
): { label: string; value: string }[] {
  const { rankings, questionText, skippedRows } = source;
  const blank = unrankedWords[rankings.unranked];
  const facts: [LocalizedText, string][] = [
    ...(questionText === undefined
      ? []
      : [
          [{ de: "Frage", en: "Question" }, questionText[language]] satisfies [
            LocalizedText,
            string,
          ],
        ]),
    ...source.origin.map((fact): [LocalizedText, string] => [
      fact.label,
      originText(fact, language).value,
    ]),
    [{ de: "Befragte", en: "Respondents" }, formatNumber(source.respondents, language)],
    [
      { de: "davon mit Rangfolge", en: "of these with a ranking" },
      formatNumber(rankings.n, language),
    ],
  ];
  if (blank !== undefined)
    facts.push([{ de: "Nicht geordnet heißt", en: "Not placed means" }, blank[language]]);
  if (skippedRows > 0)
    facts.push([
      { de: "Ausgelassene Zeilen", en: "Lines left out" },
      formatNumber(skippedRows, language),
    ]);
  facts.push([{ de: "Ausgewertet mit", en: "Analysed with" }, `Mehrwert ${softwareVersion}`]);
  return facts.map(([label, value]) => ({ label: label[language], value }));
}

/** Says that numbers of very few people are not for publication. */
export function smallSourceWarnings(source: RankingSource, language: Language): string[] {
  const { minimumGroupSize = 0, rankings } = source;
  if (rankings.n >= minimumGroupSize) return [];
  const least = formatNumber(minimumGroupSize, language);
  return [
    {
      de: `Weniger als ${least} Antworten: Diese Zahlen sind nur für Ihre eigene Arbeit. Veröffentlichen Sie sie nicht; sie könnten Einzelne erkennbar machen.`,
      en: `Fewer than ${least} answers: these numbers are for your own work only. Do not publish them; they could make individuals recognisable.`,
    }[language],
  ];
}

/** What every interval and test of an analysis of volunteers takes for granted. */
export const randomSelection: LocalizedText = {
  de: "Intervalle und Tests behandeln die Befragten wie eine zufällige Auswahl. Wer freiwillig antwortet, kann sich von den anderen unterscheiden; das zeigt keine Rechnung.",
  en: "Intervals and tests treat respondents as a random selection. Those who answer voluntarily may differ from the others; no computation shows that.",
};
