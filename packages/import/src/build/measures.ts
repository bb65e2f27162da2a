import type {
  Construct,
  Item,
  LocalizedText,
  QuestionOf,
  RankingVariable,
  ResponseOption,
  ResponseScale,
} from "@mehrwert/study";
import { missingOptionCodes } from "@mehrwert/study";
import { say } from "../refusal.ts";
import { identifierOf, namer } from "./naming.ts";

/** The construct that a question measures, as far as a file can tell. */
export function constructOf(
  name: string,
  label: LocalizedText,
  measure: Construct["measure"],
): Construct {
  return {
    id: name,
    label,
    definition: say(
      `Noch zu ergänzen: was „${name}“ misst.`,
      `To be completed: what “${name}” measures.`,
    ),
    level: "person",
    measure,
  };
}

/** The one item of a question without rows. */
export function singleItem(name: string): Item {
  return { id: name, question: name, construct: name };
}

/** The scale that the columns of a matrix form. */
export function scaleOf(id: string, columns: readonly ResponseOption[]): ResponseScale {
  const missing: ReadonlySet<string | number> = new Set(missingOptionCodes);
  return {
    id,
    options: columns.flatMap(({ value, text }) =>
      typeof value === "number" && !missing.has(value) ? [{ code: value, label: text }] : [],
    ),
  };
}

/** What the analysis needs to know about a ranking; its options are named after their English words. */
export function rankingVariable({
  name,
  choices,
  maxSelectedChoices,
}: QuestionOf<"ranking">): RankingVariable {
  const stable = namer();
  return {
    question: name,
    construct: name,
    unranked: "below",
    topK: Math.min(3, choices.length, maxSelectedChoices ?? choices.length),
    names: Object.fromEntries(
      choices.map(({ value, text }) => {
        const words = identifierOf(text.en, "option").slice(0, 40).replace(/-+$/, "");
        return [value, stable(words, "option")];
      }),
    ),
  };
}
