import type { LocalizedText } from "@mehrwert/study";
import type { AnonymityReport, AnonymitySuggestion } from "./anonymity-report.ts";

/**
 * What a k-anonymity report says, in sentences: how many rows are hardly hidden among others, then what would help.
 *
 * @example anonymityInWords(report)[0].en // "Of 120 rows, 12 share their details with fewer than 4 others; …"
 */
export function anonymityInWords(report: AnonymityReport): LocalizedText[] {
  const { k, rows, smallRows, aloneRows, suggestions } = report;
  const [de, en] = ["de-DE", "en-GB"].map((locale) => new Intl.NumberFormat(locale));
  const german = (value: number) => de?.format(value) ?? "";
  const english = (value: number) => en?.format(value) ?? "";
  if (smallRows === 0)
    return [
      {
        de: `Jede der ${german(rows)} Zeilen teilt ihre Angaben mit mindestens ${german(k - 1)} anderen.`,
        en: `Each of the ${english(rows)} rows shares its details with at least ${english(k - 1)} others.`,
      },
    ];
  return [
    {
      de: `Von ${german(rows)} Zeilen teilen ${german(smallRows)} ihre Angaben mit weniger als ${german(k - 1)} anderen; ${german(aloneRows)} davon sind einmalig. Wer diese Angaben über jemanden kennt, findet womöglich alle Antworten dieser Person.`,
      en: `Of ${english(rows)} rows, ${english(smallRows)} share their details with fewer than ${english(k - 1)} others; ${english(aloneRows)} of them are unique. Whoever knows these details of somebody may find all of that person's answers.`,
    },
    ...suggestions.map((suggestion) => ({
      de: `${germanChange(suggestion)} wären es noch ${german(suggestion.smallRows)}.`,
      en: `${englishChange(suggestion)}, ${english(suggestion.smallRows)} would be left.`,
    })),
  ];
}

function germanChange(suggestion: AnonymitySuggestion): string {
  if (suggestion.kind === "leave-out") return `Ohne „${suggestion.variable}“`;
  const [one, other] = suggestion.values;
  return `Mit „${one}“ und „${other}“ in „${suggestion.variable}“ zusammengefasst`;
}

function englishChange(suggestion: AnonymitySuggestion): string {
  if (suggestion.kind === "leave-out") return `Without “${suggestion.variable}”`;
  const [one, other] = suggestion.values;
  return `With “${one}” and “${other}” of “${suggestion.variable}” merged`;
}
