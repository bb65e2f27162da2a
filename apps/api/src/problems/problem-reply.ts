import { Invalid, type Language, type Problem } from "@mehrwert/study";
import { type ProblemKind, problemKinds } from "./problem-kinds.ts";
import { Refusal } from "./refusal.ts";

/** More errors than anyone mends by hand; the rest shows up on the next try. */
const mostErrors = 50;

/** A problem in the reader's language. Only unexpected failures carry the request id. */
export function problemOf({
  kind,
  error,
  language,
  requestId,
}: {
  kind: ProblemKind;
  error?: unknown;
  language: Language;
  requestId: string;
}): Problem {
  const { status, title, detail } = problemKinds[kind];
  const hasPlaces = error instanceof Invalid || error instanceof Refusal;
  const issues = hasPlaces ? error.issues.slice(0, mostErrors) : [];
  const errors = issues.map(({ path, message, advice }) => ({
    pointer: path,
    detail: message[language],
    advice: advice[language],
  }));
  return {
    type: `/problems/${kind}`,
    title: title[language],
    status,
    detail: detail[language],
    ...(status >= 500 ? { requestId } : {}),
    ...(errors.length > 0 ? { errors } : {}),
  };
}

/** After how many seconds it is worth another try. */
const retryAfter: Readonly<Record<number, string>> = { 429: "60", 503: "5", 507: "30" };

/** The HTTP reply that carries a problem. */
export function problemReply(problem: Problem, language: Language): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      "content-type": "application/problem+json",
      "content-language": language,
      ...(retryAfter[problem.status] ? { "retry-after": retryAfter[problem.status] } : {}),
    },
  });
}
