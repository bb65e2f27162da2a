import type { Instrument, Language, Problem, Study, Submission } from "@mehrwert/study";

/** What the server answered to a request for a study: the study and its instrument, or why not. */
export type Loaded =
  | { state: "loaded"; study: Study; instrument: Instrument }
  | { state: "unknown-study" }
  | { state: "unreachable" };

/*
 * The server has parsed studies and instruments before it serves them, so these three only tell them from
 * something else that answers in its place (a proxy's page, an older version). Parsing again with the schemas
 * would cost every participant 30 kB of code, and that code tries `eval`, which our pages forbid.
 */
export function isStudy(value: unknown): value is Study {
  return isObject(value) && "definitionHash" in value && isObject(value.informationSheet);
}

function isInstrument(value: unknown): value is Instrument {
  return isObject(value) && Array.isArray(value.pages) && isObject(value.mehrwert);
}

function isProblemDetails(value: unknown): value is Problem {
  const hasErrors = isObject(value) && (value.errors === undefined || Array.isArray(value.errors));
  return hasErrors && typeof value.title === "string";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** How long a server may stay silent: people should hear of it while they still wait. */
const patience = () => ({ signal: AbortSignal.timeout(30_000) });

/**
 * Reads a study and the instrument version it asks. Whoever began with a version fielded earlier, told by the hash of
 * its definition, gets the study as it was with that version and finishes it.
 * A server that stays silent for half a minute is unreachable.
 */
export async function loadStudy(slug: string, begunWith?: string): Promise<Loaded> {
  try {
    const reply = await fetch(`/api/studies/${encodeURIComponent(slug)}`, patience());
    if (reply.status === 404) return { state: "unknown-study" };
    if (!reply.ok) return { state: "unreachable" };
    const found: unknown = await reply.json();
    if (!isStudy(found)) return { state: "unreachable" };
    const study = asBegun(found, begunWith);
    const path = `/api/instruments/${study.instrumentSlug}/${study.instrumentVersion}`;
    const definition = await fetch(path, patience());
    const instrument: unknown = definition.ok ? await definition.json() : undefined;
    return isInstrument(instrument)
      ? { state: "loaded", study, instrument }
      : { state: "unreachable" };
  } catch {
    return { state: "unreachable" };
  }
}

function asBegun(study: Study, begunWith: string | undefined): Study {
  const earlier = study.earlierVersions?.find((version) => version.definitionHash === begunWith);
  return earlier === undefined ? study : { ...study, ...earlier };
}

/** What the server answered to a request for an instrument. */
export type LoadedInstrument =
  | { state: "loaded"; instrument: Instrument }
  | { state: "unknown" }
  /** A draft that is no instrument yet, with what is wrong with it. */
  | { state: "refused"; problem: Problem }
  | { state: "unreachable" };

/** Reads one version of an instrument, without a study; what is wrong with it is said in `language`. */
export async function loadInstrument(
  slug: string,
  version: string,
  language: Language,
): Promise<LoadedInstrument> {
  try {
    const path = `/api/instruments/${encodeURIComponent(slug)}/${encodeURIComponent(version)}`;
    const reply = await fetch(`${path}?lang=${language}`, patience());
    if (reply.status === 404) return { state: "unknown" };
    const instrument: unknown = await reply.json();
    if (reply.status === 422 && isProblemDetails(instrument)) {
      return { state: "refused", problem: instrument };
    }
    return reply.ok && isInstrument(instrument)
      ? { state: "loaded", instrument }
      : { state: "unreachable" };
  } catch {
    return { state: "unreachable" };
  }
}

/** The outcome of sending once; `undefined` when no reply came. */
export type Reply =
  | {
      status: number;
      problem: Problem | undefined;
      /** What came as JSON, unless it was a problem. */
      body?: unknown;
      /** How long the server asks to wait before the next attempt. */
      retryAfterMs?: number | undefined;
      /** Whether the receipt that was sent is the one the stored response can be withdrawn with. */
      isReceiptKept: boolean;
    }
  | undefined;

/** Sends a response, or only does as if: a preview sends nothing. */
export type Send = (studySlug: string, response: Submission) => Promise<Reply>;

/** Sends a response once. */
export const sendResponse: Send = (studySlug, response) =>
  post(`/api/studies/${encodeURIComponent(studySlug)}/responses`, response);

/** Sends JSON once. Never throws: no reply is an outcome too. */
export async function post(
  path: string,
  content: unknown,
  { keepalive = false }: { keepalive?: boolean } = {},
): Promise<Reply> {
  try {
    const reply = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(content),
      keepalive,
      ...patience(),
    });
    const type = reply.headers.get("content-type") ?? "";
    const body: unknown = /json/.test(type) ? await reply.json().catch(() => undefined) : undefined;
    const isProblem = type.startsWith("application/problem+json");
    const seconds = Number(reply.headers.get("retry-after") ?? "");
    return {
      status: reply.status,
      problem: isProblem && isProblemDetails(body) ? body : undefined,
      ...(isProblem ? {} : { body }),
      retryAfterMs: seconds > 0 ? seconds * 1000 : undefined,
      isReceiptKept: reply.headers.get("mehrwert-receipt") === "kept",
    };
  } catch {
    return undefined;
  }
}
