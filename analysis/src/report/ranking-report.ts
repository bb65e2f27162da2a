import type { DatasetManifest, Language, LocalizedText } from "@mehrwert/study";
import { formatDay, formatNumber, formatP } from "../number-format.ts";
import type { RankingTable } from "../ranking/ranking-table.ts";
import { rankingSection } from "./ranking-section.ts";
import type { Report } from "./report.ts";

/** What a ranking report is made of; `softwareVersion` is that of the analysis, the manifest has that of the export. */
export type RankingReportParts = {
  manifest: DatasetManifest;
  table: RankingTable;
  softwareVersion: string;
};

const selection: LocalizedText = {
  de: "Die Intervalle behandeln die Befragten wie eine zufällige Auswahl. Wer freiwillig antwortet, kann sich von den anderen unterscheiden; das zeigt kein Intervall.",
  en: "The intervals treat respondents as a random selection. Those who answer voluntarily may differ from the others; no interval shows that.",
};

const equalSteps: LocalizedText = {
  de: "Mittlere Ränge zählen jeden Schritt gleich, den von Rang 1 auf 2 wie den vom vorletzten auf den letzten. Wenn das nicht stimmt, lesen Sie die Anteile.",
  en: "Mean ranks count every step alike, from rank 1 to 2 as from last but one to last. Where that does not hold, read the shares.",
};

const onlyComplete: LocalizedText = {
  de: "Wer nur einen Teil geordnet hat, fehlt in den mittleren Rängen. Denken diese Personen anders, verschieben sich die Ränge.",
  en: "Those who placed only some options are not in the mean ranks. If they think differently, the ranks shift.",
};

/** The report of one ranking question in one language. */
export function rankingReport(parts: RankingReportParts, language: Language): Report {
  const { manifest, table } = parts;
  return {
    language,
    title: `${{ de: "Rangtabelle", en: "Ranking table" }[language]}: ${manifest.study.title[language]}`,
    isSimulated: manifest.study.isSimulated,
    warnings: warningsOf(manifest, table, language),
    facts: factsOf(parts, language),
    sections: [rankingSection(table, language)],
    method: methodOf(table, language),
    notes: table.notes.map((note) => note[language]),
    assumptions: assumptionsOf(table).map((text) => text[language]),
  };
}

function assumptionsOf(table: RankingTable): LocalizedText[] {
  return [
    ...(table.topRanked > 1 ? [selection] : []),
    ...(table.complete > 0 ? [equalSteps] : []),
    ...(table.complete > 0 && table.answered > table.complete ? [onlyComplete] : []),
  ];
}

function warningsOf(manifest: DatasetManifest, table: RankingTable, language: Language): string[] {
  const { minimumGroupSize } = manifest.study;
  const least = formatNumber(minimumGroupSize, language);
  // Mean ranks rest on the complete rankings, shares on the top-k ones: each may be few where many answered.
  const bases = [table.answered, table.complete, table.topRanked];
  const isSmall = bases.some((n) => n > 0 && n < minimumGroupSize);
  const small: LocalizedText = {
    de: `Weniger als ${least} Antworten stehen hinter manchen Zahlen: Sie sind nur für Ihre eigene Arbeit. Veröffentlichen Sie sie nicht; sie könnten Einzelne erkennbar machen.`,
    en: `Fewer than ${least} answers stand behind some numbers: these are for your own work only. Do not publish them; they could make individuals recognisable.`,
  };
  return isSmall ? [small[language]] : [];
}

function factsOf({ manifest, table, softwareVersion }: RankingReportParts, language: Language) {
  const { study, instrument } = manifest;
  const number = (value: number) => formatNumber(value, language);
  const facts: [LocalizedText, string][] = [
    [{ de: "Studie", en: "Study" }, `${study.title[language]} (${study.slug})`],
    [{ de: "Welle", en: "Wave" }, number(study.wave)],
    [{ de: "Fragebogen", en: "Questionnaire" }, `${instrument.slug} ${instrument.version}`],
    [
      { de: "Prüfsumme des Fragebogens", en: "Checksum of the questionnaire" },
      instrument.definitionHash,
    ],
    [{ de: "Antworten im Datensatz", en: "Responses in the dataset" }, number(table.respondents)],
    [{ de: "davon mit Rangfolge", en: "of these with a ranking" }, number(table.answered)],
    [
      {
        de: `alle ${number(table.options)} geordnet`,
        en: `all ${number(table.options)} placed`,
      },
      number(table.complete),
    ],
    [
      {
        de: `mindestens ${number(table.topK)} geordnet`,
        en: `at least ${number(table.topK)} placed`,
      },
      number(table.topRanked),
    ],
    [{ de: "Datensatz vom", en: "Dataset of" }, formatDay(manifest.createdOn, language)],
    [{ de: "Ausgewertet mit", en: "Analysed with" }, `Mehrwert ${softwareVersion}`],
  ];
  return facts.map(([label, value]) => ({ label: label[language], value }));
}

function methodOf(table: RankingTable, language: Language): string[] {
  const { bootstrap, kendallsW, friedman } = table;
  const number = (value: number, decimals = 0) => formatNumber(value, language, decimals);
  const level = number(bootstrap.level * 100);
  const bca = bootstrap.kind === "bca";
  const sentences: LocalizedText[] = [];
  if (table.complete > 1) {
    sentences.push(
      bootstrap.replacedBy === undefined
        ? {
            de: `Intervalle der mittleren Ränge: ${bca ? "BCa" : "Perzentil"}-Bootstrap, ${level} %, ${number(bootstrap.draws)} Ziehungen, Startwert ${bootstrap.seed}.`,
            en: `Intervals of mean ranks: ${bca ? "BCa" : "percentile"} bootstrap, ${level}%, ${number(bootstrap.draws)} draws, seed ${bootstrap.seed}.`,
          }
        : {
            de: `Intervalle der mittleren Ränge: Normalverteilung der Mittelwerte, ${level} %; bei so vielen Befragten ist sie so genau wie ein Bootstrap.`,
            en: `Intervals of mean ranks: normal distribution of the means, ${level}%; with so many respondents it is as exact as a bootstrap.`,
          },
    );
  }
  if (table.topRanked > 0) {
    sentences.push({
      de: `Intervalle der Anteile: nach dem Verfahren von Wilson, ${level} %, über alle, die mindestens ${number(table.topK)} geordnet haben (n = ${number(table.topRanked)}).`,
      en: `Intervals of shares: by Wilson's method, ${level}%, over all who placed at least ${number(table.topK)} (n = ${number(table.topRanked)}).`,
    });
  }
  if (kendallsW !== undefined && friedman !== undefined) {
    const test = `χ² = ${number(friedman.chiSquare, 1)}; df = ${friedman.df}; p ${
      friedman.p < 0.001 ? formatP(friedman.p, language) : `= ${formatP(friedman.p, language)}`
    }; n = ${number(friedman.n)}`;
    sentences.push({
      de: `Einigkeit: Kendalls W = ${number(kendallsW.value, 4)} mit Bindungskorrektur; Friedman-Test: ${test}.`,
      en: `Agreement: Kendall's W = ${number(kendallsW.value, 4)}, corrected for ties; Friedman test: ${test}.`,
    });
  }
  return sentences.map((text) => text[language]);
}
