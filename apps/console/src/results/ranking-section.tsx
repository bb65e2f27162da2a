import type { RankingTable } from "@mehrwert/analysis";
import type { ResultsReply } from "@mehrwert/api";
import type { Language } from "@mehrwert/study";
import { leadSentences } from "./lead-sentences.ts";
import type { StudyFrame } from "./live-results.ts";
import { PairwiseView } from "./pairwise-view.tsx";
import { RankingFigures } from "./ranking-figures.tsx";
import { agreementLine, methodLines } from "./ranking-in-words.ts";
import { RankingNumbers } from "./ranking-numbers.tsx";

/** One ranking question of the results page, and what its parts need to show it. */
export type RankingProps = {
  table: RankingTable;
  /** 1 for the first ranking of the page; figures and tables are counted by it. */
  number: number;
  study: ResultsReply["study"];
  /** Undefined until it is known; the page does without. */
  frame: StudyFrame | undefined;
  language: Language;
};

const words = {
  agreement: { de: "Wie einig sind sich die Befragten?", en: "How far do respondents agree?" },
  method: { de: "So ist gerechnet", en: "How this was calculated" },
} as const;

/** Everything about one ranking question: in words, as figures, in numbers, and how it was calculated. */
export function RankingSection(props: RankingProps) {
  const { table, language } = props;
  const agreement = agreementLine(table, language);
  return (
    <section className="ranking" aria-labelledby={`ranking-${table.question}`}>
      <h2 id={`ranking-${table.question}`}>{table.questionText[language]}</h2>
      {leadSentences(table, language).map((sentence) => (
        <p key={sentence} className="lead">
          {sentence}
        </p>
      ))}
      <RankingFigures {...props} />
      <RankingNumbers {...props} />
      {agreement === undefined ? null : (
        <>
          <h3>{words.agreement[language]}</h3>
          <p>
            {table.kendallsW?.meaning[language]} {agreement}
          </p>
        </>
      )}
      <PairwiseView {...props} />
      <details>
        <summary>{words.method[language]}</summary>
        {methodLines(table, language).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </details>
    </section>
  );
}
