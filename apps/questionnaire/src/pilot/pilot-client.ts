import type { Instrument, PilotComment, PilotResponse, Study } from "@mehrwert/study";
import { isStudy, loadInstrument, post } from "../study-client.ts";

/** What the server gave for the key of a link. */
export type LoadedPilot =
  | { state: "loaded"; study: Study; instrument: Instrument }
  | { state: "unknown" | "unreachable" };

const at = (slug: string, what: string) => `/api/studies/${encodeURIComponent(slug)}/${what}`;

function studyIn(body: unknown): Study | undefined {
  const isReply = typeof body === "object" && body !== null && "study" in body;
  return isReply && isStudy(body.study) ? body.study : undefined;
}

/** Reads the study that a link's key opens, and its questionnaire. */
export async function loadPilot(slug: string, key: string): Promise<LoadedPilot> {
  const reply = await post(at(slug, "pilot-openings"), { key });
  if (reply === undefined || reply.status >= 500) return { state: "unreachable" };
  const study = studyIn(reply.body);
  if (reply.status !== 200 || study === undefined) return { state: "unknown" };
  const { instrumentSlug, instrumentVersion } = study;
  const loaded = await loadInstrument(instrumentSlug, instrumentVersion, "de");
  return loaded.state === "loaded"
    ? { state: "loaded", study, instrument: loaded.instrument }
    : { state: "unreachable" };
}

/** Sends test answers once. */
export const sendPilotResponse = (slug: string, key: string, response: PilotResponse) =>
  post(at(slug, "pilot-responses"), { key, response });

/** Sends a comment once. False if it did not arrive. */
export async function sendPilotComment(
  slug: string,
  key: string,
  comment: Pick<PilotComment, "page" | "comment" | "language" | "instrumentVersion">,
): Promise<boolean> {
  const reply = await post(at(slug, "pilot-comments"), { key, ...comment });
  return reply?.status === 200;
}
