import { z } from "zod";
import {
  constructSchema,
  instrumentSchema,
  itemSchema,
  mehrwertBlockSchema,
  pageSchema,
  rankingVariableSchema,
  responseScaleSchema,
  wordingVariantSchema,
} from "./instrument.ts";
import { localizedTextSchema } from "./localized-text.ts";
import {
  codeSchema,
  conditionSchema,
  identifierSchema,
  responseOptionSchema,
} from "./question/parts.ts";
import { questionSchema } from "./question.ts";

/** What an editor shows while an instrument is written; schemas with an `id` become named definitions. */
const editorTexts = z.registry<{ id?: string; description: string }>();

editorTexts
  .add(instrumentSchema, {
    description: "A Mehrwert instrument: SurveyJS pages and their meaning.",
  })
  .add(localizedTextSchema, {
    id: "localizedText",
    description: "One text in German (Sie) and in English; neither may be empty.",
  })
  .add(identifierSchema, {
    id: "name",
    description: "Lower-case letters, digits and hyphens, a letter first, 64 characters at most.",
  })
  .add(codeSchema, {
    id: "code",
    description:
      "What is stored: a whole number for a scale point, otherwise a name. dk = cannot judge, na = does not apply, refused = no answer.",
  })
  .add(conditionSchema, {
    id: "condition",
    description: "For example {network-experience} <> 'never' and {value-drivers} notempty.",
  })
  .add(pageSchema, { id: "page", description: "A section of the questionnaire." })
  .add(questionSchema, { id: "question", description: "One question; “type” says which kind." })
  .add(responseOptionSchema, { id: "option", description: "What is stored and what is read." })
  .add(mehrwertBlockSchema, { id: "mehrwert", description: "What the questions mean." })
  .add(constructSchema, { id: "construct", description: "What items or a ranking measure." })
  .add(constructSchema.shape.measure, {
    description:
      "scale: mean of its items. items: reported one by one. ranking: a ranking question.",
  })
  .add(constructSchema.shape.level, { description: "About whom it says something." })
  .add(responseScaleSchema, {
    id: "scale",
    description: "Ordered points, low to high, every one labelled.",
  })
  .add(itemSchema, {
    id: "item",
    description: "A matrix row, or a question that is neither matrix nor ranking.",
  })
  .add(itemSchema.shape.reverseKeyed, { description: "High means low; turned once, in scoring." })
  .add(itemSchema.shape.scored, { description: "False keeps it out of the construct's score." })
  .add(rankingVariableSchema, { id: "ranking", description: "What a ranking question ranks." })
  .add(rankingVariableSchema.shape.unranked, {
    description: "An option shown but not placed counts as below every placed one.",
  })
  .add(rankingVariableSchema.shape.topK, {
    description: "A ranking with at least this many placed options counts as a top-k ranking.",
  })
  .add(rankingVariableSchema.shape.names, {
    description: "The stable English name behind each option.",
  })
  .add(wordingVariantSchema, {
    id: "wording",
    description: "Another wording of a question for those to whom the condition applies.",
  });

/** The JSON Schema (draft 7) that `instrument.json` names, so that editors help whoever writes one. */
export function instrumentJsonSchema() {
  return z.toJSONSchema(instrumentSchema, {
    target: "draft-7",
    io: "input",
    reused: "ref",
    metadata: editorTexts,
  });
}
