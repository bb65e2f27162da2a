import type { Result } from "@mehrwert/study";
import { fileIssue } from "./bad-rows.ts";
import type { RankingFileOptions, RankingSource } from "./ranking-source.ts";
import type { CollectedRows } from "./row-collector.ts";

/** Beyond, models of all items against all take longer than anybody waits. */
const mostItems = 100;

/** The rows of a file with their names, or why they are nothing to analyse. */
export function sourceFromFile(input: {
  collected: Extract<Result<CollectedRows>, { ok: true }>;
  options: RankingFileOptions;
  items: readonly string[];
  covariates?: ReadonlyMap<string, readonly (string | undefined)[]>;
  durations?: readonly (number | undefined)[];
}): Result<RankingSource> {
  const { collected, options, items, covariates, durations } = input;
  const { rankings, lines, skipped } = collected.value;
  const { fileName } = options;
  if (items.length > mostItems) {
    const message = {
      de: `Die Datei enthält ${items.length} Optionen; gerechnet wird mit höchstens ${mostItems}.`,
      en: `The file holds ${items.length} options; at most ${mostItems} can be analysed.`,
    };
    const mend = {
      de: "Wählen Sie Spalten mit --items, oder fassen Sie Optionen zusammen.",
      en: "Choose columns with --items, or put options together.",
    };
    return { ok: false, issues: [fileIssue(fileName, message, mend)] };
  }
  if (rankings.n === 0) {
    return {
      ok: false,
      issues: [
        fileIssue(
          fileName,
          { de: "Die Datei enthält keine Rangfolge.", en: "The file holds no ranking." },
          {
            de: "Unter der Kopfzeile steht eine Zeile je Person.",
            en: "Below the heading there is one line per person.",
          },
        ),
      ],
    };
  }
  const number = (value: number) => String(value);
  return {
    ok: true,
    warnings: collected.warnings,
    value: {
      rankings,
      items: items.map((item) => ({ item, name: item, label: { de: item, en: item } })),
      respondents: rankings.n + skipped,
      title: { de: fileName, en: fileName },
      isSimulated: false,
      rowOrigins: lines,
      ...(covariates !== undefined && { covariates }),
      ...(durations !== undefined && { durations }),
      skippedRows: skipped,
      origin: [
        { label: { de: "Datei", en: "File" }, value: fileName },
        {
          label: { de: "Zeilen mit Rangfolge", en: "Lines with a ranking" },
          value: number(rankings.rowCount),
        },
        { label: { de: "Ausgelassene Zeilen", en: "Lines left out" }, value: number(skipped) },
      ],
    },
  };
}
