import { type Language, type LocalizedText, problemSchema } from "@mehrwert/study";
import type { z } from "zod";
import { type ProblemKind, problemKinds } from "../problems/problem-kinds.ts";

/** The two languages of a route's description: OpenAPI knows one, the readable page takes the other. */
export function summary(text: LocalizedText): { summary: string; "x-summary": LocalizedText } {
  return { summary: text.en, "x-summary": text };
}

/** What a reply means, in both languages, as `summary` does for routes. */
export function meaning(text: LocalizedText): {
  description: string;
  "x-description": LocalizedText;
} {
  return { description: text.en, "x-description": text };
}

type ProblemResponse = ReturnType<typeof meaning> & {
  content: { "application/problem+json": { schema: typeof problemSchema } };
};

const problem = problemSchema.meta({ id: "Problem" });

/** The refusals of a route, by status, as its description lists them. Two kinds of one status share an entry. */
export function refusals(...kinds: ProblemKind[]): Record<number, ProblemResponse> {
  const byStatus: Record<number, ProblemResponse> = {};
  for (const kind of kinds) {
    const { status, title } = problemKinds[kind];
    const before = byStatus[status]?.["x-description"];
    const told = (language: Language) =>
      [before?.[language], `${title[language]} (/problems/${kind})`].filter(Boolean).join("; ");
    byStatus[status] = {
      ...meaning({ de: told("de"), en: told("en") }),
      content: { "application/problem+json": { schema: problem } },
    };
  }
  return byStatus;
}

/** A reply in JSON, with what it means. */
export function jsonReply<S extends z.ZodType>(text: LocalizedText, schema: S) {
  return { ...meaning(text), content: { "application/json": { schema } } };
}

/** A body in JSON that a route requires. */
export function jsonContent<S extends z.ZodType>(schema: S) {
  return { required: true as const, content: { "application/json": { schema } } };
}
