import { rankingFigure, sharesFigure } from "@mehrwert/analysis";
import type { LocalizedText } from "@mehrwert/study";
import { FigureView } from "./figure-view.tsx";
import { numberOfPeople } from "./number-of-people.ts";
import type { RankingProps } from "./ranking-props.ts";

const words = {
  figure: { de: "Abbildung", en: "Figure" },
  means: {
    de: "Mittlere Ränge mit 95\u2011%\u2011Intervallen",
    en: "Mean ranks with 95% intervals",
  },
  shares: {
    de: "Anteile auf Rang 1 und unter den ersten {k} mit 95\u2011%\u2011Intervallen",
    en: "Shares ranked first and among the first {k} with 95% intervals",
  },
} as const;

/** The figures of a ranking, as far as its data allow them. */
export function RankingFigures({ table, number, study, language }: RankingProps) {
  const hasMeans = table.rows.some((row) => row.meanRank !== undefined);
  const hasShares = table.rows.some((row) => row.topShare !== undefined);
  const caption = (letter: string, text: LocalizedText, people: string) =>
    `${words.figure[language]} ${number}${letter}. ${text[language].replace("{k}", String(table.topK))}; ${people}`;
  const people = (count: "complete" | "topRanked") =>
    numberOfPeople(count, table, study.minimumGroupSize, language);
  const common = { data: table, language, isSimulated: study.isSimulated };
  const fileName = `${study.slug}-${table.question}`;
  return (
    <>
      {hasMeans ? (
        <FigureView
          {...common}
          draw={rankingFigure}
          caption={caption("a", words.means, people("complete"))}
          fileName={`${fileName}-mean-ranks-${language}`}
        />
      ) : null}
      {hasShares ? (
        <FigureView
          {...common}
          draw={sharesFigure}
          caption={caption(hasMeans ? "b" : "a", words.shares, people("topRanked"))}
          fileName={`${fileName}-shares-${language}`}
        />
      ) : null}
    </>
  );
}
