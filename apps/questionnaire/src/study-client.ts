import {
  type Instrument,
  instrumentSchema,
  type Problem,
  problemSchema,
  type Study,
  type SurveyResponse,
  studySchema,
} from "@mehrwert/study";

/** What the server answered to a request for a study: the study and its instrument, or why not. */
export type Loaded =
  | { state: "loaded"; study: Study; instrument: Instrument }
  | { state: "unknown-study" }
  | { state: "unreachable" };

/** Reads a study and the instrument version it asks. */
export async function loadStudy(slug: string): Promise<Loaded> {
  try {
    const reply = await fetch(`/api/studies/${encodeURIComponent(slug)}`);
    if (reply.status === 404) return { state: "unknown-study" };
    if (!reply.ok) return { state: "unreachable" };
    const study = studySchema.parse(await reply.json());
    const path = `/api/instruments/${study.instrumentSlug}/${study.instrumentVersion}`;
    const definition = await fetch(path);
    if (!definition.ok) return { state: "unreachable" };
    return { state: "loaded", study, instrument: instrumentSchema.parse(await definition.json()) };
  } catch {
    return { state: "unreachable" };
  }
}

/** The outcome of sending once; `undefined` when no reply came. */
export type Reply = { status: number; problem: Problem | undefined } | undefined;

/** Sends a response once. Never throws: no reply is an outcome too. */
export async function sendResponse(studySlug: string, response: SurveyResponse): Promise<Reply> {
  try {
    const reply = await fetch(`/api/studies/${encodeURIComponent(studySlug)}/responses`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(response),
      signal: AbortSignal.timeout(30_000),
    });
    const isProblem = reply.headers.get("content-type")?.startsWith("application/problem+json");
    const problem = isProblem ? problemSchema.safeParse(await reply.json()) : undefined;
    return { status: reply.status, problem: problem?.success ? problem.data : undefined };
  } catch {
    return undefined;
  }
}
