import { agreementSentences, rankingSentences } from "@mehrwert/analysis";
import { PairwiseView } from "./pairwise-view.tsx";
import { RankingFigures } from "./ranking-figures.tsx";
import { agreementLine, methodLines } from "./ranking-in-words.ts";
import { RankingNumbers } from "./ranking-numbers.tsx";
import type { RankingProps } from "./ranking-props.ts";

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
      {rankingSentences(table, language).map((sentence) => (
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
            {agreementSentences(table, language).join(" ")} {agreement}
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
