import {
  formatNumber,
  formatP,
  numberWriter,
  type RankingTable,
  rankingFigure,
  sharesFigure,
} from "@mehrwert/analysis";
import type { Language, LocalizedText } from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { FigureView } from "./figure-view.tsx";
import { PairwiseView } from "./pairwise-view.tsx";
import { rankingCsv } from "./ranking-csv.ts";
import { rankingSentences } from "./ranking-sentences.ts";
import { RankingTableView } from "./ranking-table-view.tsx";
import { saveFile } from "./save-file.ts";

const words = {
  figure: { de: "Abbildung", en: "Figure" },
  table: { de: "Tabelle", en: "Table" },
  means: {
    de: "Mittlere Ränge mit 95-%-Intervallen",
    en: "Mean ranks with 95% intervals",
  },
  shares: {
    de: "Anteile auf Platz 1 und auf Platz 1 bis {k}, mit 95-%-Intervallen",
    en: "Shares in first place and in places 1 to {k}, with 95% intervals",
  },
  numbers: { de: "Die Rangfolge in Zahlen", en: "The ranking in numbers" },
  save: { de: "Tabelle als CSV speichern", en: "Save table as CSV" },
  agreement: { de: "Wie einig sind sich die Befragten?", en: "How far do respondents agree?" },
  method: { de: "So ist gerechnet", en: "How this was calculated" },
} as const;

function agreementLine(table: RankingTable, language: Language): string | undefined {
  const w = table.kendallsW;
  if (w === undefined) return undefined;
  const number = (value: number, decimals: number) => formatNumber(value, language, decimals);
  const p = formatP(w.p, language);
  const test = `χ² = ${number(w.chiSquare, 1)}, df = ${w.df}, p ${p.startsWith("<") ? p : `= ${p}`}, n = ${number(w.n, 0)}`;
  return language === "de"
    ? `Kendalls W = ${number(w.value, 2)} (0 = keine Einigkeit, 1 = völlige Einigkeit; ${test}).`
    : `Kendall’s W = ${number(w.value, 2)} (0 = no agreement, 1 = full agreement; ${test}).`;
}

function methodLine({ bootstrap }: RankingTable, language: Language): string {
  const draws = formatNumber(bootstrap.draws, language);
  return language === "de"
    ? `Intervalle der mittleren Ränge: Bootstrap mit ${draws} Ziehungen, Startwert ${bootstrap.seed}. Intervalle der Anteile: Wilson. Beide decken in 95 von 100 vergleichbaren Erhebungen den wahren Wert. Mit demselben Startwert ergibt derselbe Datensatz dieselben Zahlen.`
    : `Intervals of mean ranks: bootstrap with ${draws} draws, seed ${bootstrap.seed}. Intervals of shares: Wilson. Both cover the true value in 95 of 100 comparable surveys. With the same seed, the same dataset gives the same numbers.`;
}

type FigureProps = {
  table: RankingTable;
  /** 1 for the first ranking of the page. */
  number: number;
  language: Language;
  fileName: string;
};
type NumbersProps = FigureProps & { explanations: ReadonlyMap<string, LocalizedText> };

/** Everything about one ranking question: in words, as figures, in numbers, and how it was calculated. */
export function RankingSection({
  table,
  number,
  study,
  language,
  explanations,
}: Omit<NumbersProps, "fileName"> & { study: string }) {
  const fileName = `${study}-${table.question}`;
  const agreement = agreementLine(table, language);
  return (
    <section className="ranking" aria-labelledby={`ranking-${table.question}`}>
      <h2 id={`ranking-${table.question}`}>{table.questionText[language]}</h2>
      {rankingSentences(table, language).map((sentence) => (
        <p key={sentence} className="lead">
          {sentence}
        </p>
      ))}
      <Figures {...{ table, number, language, fileName }} />
      <Numbers {...{ table, number, language, fileName, explanations }} />
      {agreement === undefined ? null : (
        <>
          <h3>{words.agreement[language]}</h3>
          <p>
            {table.kendallsW?.meaning[language]} {agreement}
          </p>
        </>
      )}
      <PairwiseView {...{ table, language }} />
      <MethodNote {...{ table, language }} />
    </section>
  );
}

function MethodNote({ table, language }: { table: RankingTable; language: Language }) {
  return (
    <details>
      <summary>{words.method[language]}</summary>
      <p>{methodLine(table, language)}</p>
    </details>
  );
}

function Figures({ table, number, language, fileName }: FigureProps) {
  const write = numberWriter(language);
  const caption = (letter: string, text: LocalizedText, count: number) =>
    `${words.figure[language]} ${number}${letter}. ${text[language].replace("{k}", String(table.topK))}; n = ${write.count(count)}`;
  const hasMeans = table.rows.some((row) => row.meanRank !== undefined);
  const hasShares = table.rows.some((row) => row.topShare !== undefined);
  return (
    <>
      {hasMeans ? (
        <FigureView
          {...{ table, language }}
          draw={rankingFigure}
          caption={caption("a", words.means, table.complete)}
          fileName={`${fileName}-mean-ranks-${language}`}
        />
      ) : null}
      {hasShares ? (
        <FigureView
          {...{ table, language }}
          draw={sharesFigure}
          caption={caption(hasMeans ? "b" : "", words.shares, table.topRanked)}
          fileName={`${fileName}-shares-${language}`}
        />
      ) : null}
    </>
  );
}

function Numbers({ table, number, language, fileName, explanations }: NumbersProps) {
  const count = numberWriter(language).count(table.answered);
  const save = () =>
    saveFile(`${fileName}-${language}.csv`, "text/csv", rankingCsv(table, language));
  return (
    <>
      <RankingTableView
        {...{ table, language, explanations }}
        caption={`${words.table[language]} ${number}. ${words.numbers[language]}; n = ${count}`}
      />
      {table.notes.map((note) => (
        <p key={note.en} className="note">
          {note[language]}
        </p>
      ))}
      <p className="no-print">
        <Button kind="quiet" onClick={save}>
          {words.save[language]}
        </Button>
      </p>
    </>
  );
}
