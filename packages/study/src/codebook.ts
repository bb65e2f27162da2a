import { z } from "zod";
import { lintCodebook } from "./codebook/lint-codebook.ts";
import { type Codebook, codebookCodeSchema, codebookSchema } from "./codebook/schema.ts";
import { instrumentLimitIssues } from "./parse-instrument/limits.ts";
import { shapeIssues } from "./parse-instrument/shape.ts";
import type { Result } from "./result.ts";

export {
  childCodes,
  codeDepth,
  codeLineage,
  codePath,
  codeSubtree,
  exclusiveGroupOf,
  fixedPolarity,
  leafCodes,
  mainCategoryOf,
} from "./codebook/code-tree.ts";
export { codebookFromGuide } from "./codebook/codebook-from-guide.ts";
export { guideCodebookIssues } from "./codebook/guide-fit.ts";
export {
  foldWord,
  type KeywordFault,
  type KeywordRule,
  type PhrasePattern,
  parseKeywordRule,
  type WordPattern,
} from "./codebook/keyword-rule.ts";
export {
  type Code,
  type Codebook,
  type CodebookChange,
  codebookCodeSchema,
  codebookSchema,
  codeIdSchema,
  type Polarity,
  polaritySchema,
} from "./codebook/schema.ts";

/**
 * Reads a codebook: one that can be coded with, or everything that is wrong with it.
 * The order of checks is that of `parseInstrument`: limits, shape, then what only the whole can tell.
 *
 * @example const codebook = parseCodebook(JSON.parse(text));
 */
export function parseCodebook(json: unknown): Result<Codebook> {
  const limits = instrumentLimitIssues(json);
  if (limits.length > 0) return { ok: false, issues: limits };
  const parsed = codebookSchema.safeParse(json, { reportInput: true });
  if (!parsed.success) return { ok: false, issues: parsed.error.issues.flatMap(shapeIssues) };
  const issues = lintCodebook(parsed.data);
  return issues.some(({ severity }) => severity === "error")
    ? { ok: false, issues }
    : { ok: true, value: parsed.data, warnings: issues };
}

const editorTexts = z.registry<{ id?: string; description: string }>();
const code = codebookCodeSchema.shape;

editorTexts
  .add(codebookSchema, { description: "A codebook: what is coded in interviews, and how." })
  .add(codebookSchema.shape.rules, { description: "Rules that hold for all codes." })
  .add(code.parent, { description: "The category above; leave out at the top." })
  .add(code.isHeading, { description: "True for a heading that is never coded itself." })
  .add(code.isMainCategory, { description: "True where tables and agreement report." })
  .add(code.exclusiveGroup, {
    description: "Codes of one group exclude each other on a passage; else the main category.",
  })
  .add(code.keywords, {
    description:
      "Words that hint at the code: wissen* (any letters), gelernt (all its forms), =mut (only so), gemeinsam gelöst (a phrase), zeit* ~4 fehl* (at most four words between), teil* -teilnehm* (not where that stands).",
  })
  .add(code.valueDriver, { description: "The option of the ranking that the code stands for." })
  .add(code.polarity, { description: "Set where every coding says the same: +, - or ?." });

/** The JSON Schema (draft 7) that `codebook.json` names, so that editors help whoever writes one. */
export function codebookJsonSchema() {
  return z.toJSONSchema(codebookSchema, {
    target: "draft-7",
    io: "input",
    reused: "ref",
    metadata: editorTexts,
  });
}
