import type { LocalizedText } from "@mehrwert/study";
import type { SourceQuestion } from "../source-survey.ts";
import type { BuiltQuestion } from "./built-question.ts";
import { constructOf, singleItem } from "./measures.ts";

/** A question of the file with the parts that every question of an instrument has. */
export type QuestionFrame = {
  source: SourceQuestion;
  base: {
    name: string;
    title: LocalizedText;
    description?: LocalizedText;
    isRequired?: boolean;
  };
};

/** A built question that has no rows: one construct, one item. */
export function withOneItem(
  { source, base }: QuestionFrame,
  question: BuiltQuestion["question"],
  codes: BuiltQuestion["codes"] = new Map(),
): BuiltQuestion {
  const { name, title } = base;
  return {
    ...placeOf(source),
    question,
    codes,
    rows: new Map(),
    constructs: [constructOf(name, title, "items")],
    items: [singleItem(name)],
    scales: [],
    rankings: [],
  };
}

/** What the builder keeps of a question of the file. */
export function placeOf({
  code,
  where,
  condition,
}: SourceQuestion): Pick<BuiltQuestion, "code" | "where" | "condition"> {
  return { code, where, ...(condition === undefined ? {} : { condition }) };
}
