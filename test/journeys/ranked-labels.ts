import type { Instrument } from "@mehrwert/study";

/** What figures of rankings name: the texts of all options to be ranked, in both languages. */
export function rankedLabels({ pages }: Instrument): string[] {
  return pages
    .flatMap(({ elements }) => elements)
    .flatMap((question) => (question.type === "ranking" ? question.choices : []))
    .flatMap(({ text }) => [text.de, text.en]);
}
