import { type LocalizedText, problemSchema } from "@mehrwert/study";
import { type ProblemKind, problemKinds } from "../problems/problem-kinds.ts";

/** The two languages of a route's description: OpenAPI knows one, the readable page takes the other. */
export function summary(text: LocalizedText): { summary: string; "x-summary": LocalizedText } {
  return { summary: text.en, "x-summary": text };
}

type ProblemResponse = {
  description: string;
  content: { "application/problem+json": { schema: typeof problemSchema } };
};

const problem = problemSchema.meta({ id: "Problem" });

/** The refusals of a route, by status, as its description lists them. Two kinds of one status share an entry. */
export function refusals(...kinds: ProblemKind[]): Record<number, ProblemResponse> {
  const byStatus: Record<number, ProblemResponse> = {};
  for (const kind of kinds) {
    const { status, title } = problemKinds[kind];
    const before = byStatus[status]?.description;
    const description = `${title.en} (/problems/${kind})`;
    byStatus[status] = {
      description: before === undefined ? description : `${before}; ${description}`,
      content: { "application/problem+json": { schema: problem } },
    };
  }
  return byStatus;
}
