import { z } from "zod";
import { lintInterviewGuide } from "./interview-guide/lint-interview-guide.ts";
import { type InterviewGuide, interviewGuideSchema } from "./interview-guide/schema.ts";
import { instrumentLimitIssues } from "./parse-instrument/limits.ts";
import { shapeIssues } from "./parse-instrument/shape.ts";
import type { Result } from "./result.ts";

export { type InterviewGuide, interviewGuideSchema } from "./interview-guide/schema.ts";

/**
 * Reads an interview guide: one that can be printed and used, or everything that is wrong with it.
 * The order of checks is that of `parseInstrument`: limits, shape, then what only the whole can tell.
 *
 * @example const guide = parseInterviewGuide(JSON.parse(text));
 */
export function parseInterviewGuide(json: unknown): Result<InterviewGuide> {
  const limits = instrumentLimitIssues(json);
  if (limits.length > 0) return { ok: false, issues: limits };
  const parsed = interviewGuideSchema.safeParse(json, { reportInput: true });
  if (!parsed.success) return { ok: false, issues: parsed.error.issues.flatMap(shapeIssues) };
  const issues = lintInterviewGuide(parsed.data);
  return issues.some(({ severity }) => severity === "error")
    ? { ok: false, issues }
    : { ok: true, value: parsed.data, warnings: issues };
}

const editorTexts = z.registry<{ id?: string; description: string }>();

editorTexts
  .add(interviewGuideSchema, { description: "A guide for semi-structured interviews." })
  .add(interviewGuideSchema.shape.codebook, {
    description: "The codebook the codes are taken from.",
  })
  .add(interviewGuideSchema.shape.codes, {
    description: "Every code that a block can bring up, with its name for the checklist.",
  })
  .add(interviewGuideSchema.shape.durationMinutes, {
    description: "From and to; the minutes of the blocks add up to something in between.",
  })
  .add(interviewGuideSchema.shape.blocks.element.shape.codes, {
    description: "Deductive codes this block should bring up; a category stands for all below it.",
  });

/** The JSON Schema (draft 7) that `interview-guide.json` names, so that editors help whoever writes one. */
export function interviewGuideJsonSchema() {
  return z.toJSONSchema(interviewGuideSchema, {
    target: "draft-7",
    io: "input",
    reused: "ref",
    metadata: editorTexts,
  });
}
