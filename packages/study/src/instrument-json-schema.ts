import { z } from "zod";
import { derivedIndexSchema } from "./derived-index.ts";
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
  cardSchema,
  codeSchema,
  conditionSchema,
  identifierSchema,
  ratingSchema,
  responseOptionSchema,
  rowSchema,
} from "./question/parts.ts";
import { questionSchema } from "./question.ts";

type QuestionType = z.infer<typeof questionSchema>["type"];

/** What an editor says of each type of question. */
const questionTexts: { readonly [Type in QuestionType]: string } = {
  radiogroup: "One of several options. Answer: its code.",
  checkbox: "Some of several options. Answer: a list of codes.",
  matrix: "Items on one response scale. Answer: a code per row.",
  ranking:
    "Options to put into an order, the most valued first. mehrwertAlternative names the maxdiff question that others are asked instead.",
  text: "A short open answer.",
  comment: "A long open answer.",
  nps: "How likely a recommendation is, 0 to 10; lowest and highest are the words at the ends.",
  "number-band":
    "A number asked in bands. from and to belong to the band; only the first is open below and the last above; dk, na and refused have neither.",
  "double-rating":
    "Items on two response scales, for example needed and mastered. Variables: row.rating, for example km-1.required; each is an item.",
  vignette:
    "A situation told in one of several variants, drawn at random for each participant, and what they would do.",
  roster:
    "Units or organisations to choose, never persons, and what the tie with each chosen one is like.",
  maxdiff:
    "In each of several sets the best and the worst option. design: couples-of-8 for exactly eight options, or versions, each a list of sets, each a list of places in choices, counted from 0.",
  code: "A self-generated code that links waves. Its elements are hashed on the participant's device and never sent.",
  "statement-round":
    "Delphi: statements to rate, with a reason; from round 2 on with feedback about the first rating.",
  decision:
    "A decision aid: criteria, rated and weighted, and the recommendation. direction 1 speaks for high, -1 for low, 0 changes only the advice. It is low for a score of -cut or less, high for cut or more.",
  assigned:
    "Never shown: a group or form, for use in conditions. by study: fixed by the study; by random: drawn with the shares of its choices.",
};

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
    description:
      "A row (of two ratings: row.rating), or a question without rows. Rankings, MaxDiff and codes have none.",
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

editorTexts
  .add(rowSchema, { id: "row", description: "A named text. The name becomes the variable." })
  .add(cardSchema, { id: "card", description: "A card to rank: a short label and one line more." })
  .add(ratingSchema, {
    id: "rating",
    description: "A response scale offered for each row: its name, what it asks, its points.",
  })
  .add(pageSchema.shape.questionOrder, {
    description: "random: the questions come in an order drawn for each participant.",
  })
  .add(mehrwertBlockSchema.shape.blocks, {
    description:
      "Pages that stand side by side and come in an order drawn for each participant. The name must differ from those of questions and pages.",
  })
  .add(mehrwertBlockSchema.shape.indices, {
    description:
      "Scores of scores, computed by the analysis. Each may use scales, numeric variables and the indices before it.",
  })
  .add(derivedIndexSchema, { id: "index", description: "One computed score; “kind” says how." })
  .add(constructSchema.shape.minimumAnswered, {
    description: "Fewest answered items for a score; otherwise two thirds, rounded up.",
  })
  .add(itemSchema.shape.mirrors, {
    description: "The item that asks the same of the other group.",
  });

for (const option of questionSchema.options) {
  const type = option.shape.type.value;
  editorTexts.add(option, { id: `${type}-question`, description: questionTexts[type] });
}

/** The JSON Schema (draft 7) that `instrument.json` names, so that editors help whoever writes one. */
export function instrumentJsonSchema() {
  return z.toJSONSchema(instrumentSchema, {
    target: "draft-7",
    io: "input",
    reused: "ref",
    metadata: editorTexts,
  });
}
