import type { DraftSave, ResponseDraft } from "@mehrwert/study";
import { post, type Reply } from "../study-client.ts";

/** What the server has under an id; undefined if it could not be asked. */
export type DraftOnServer =
  | { state: "open"; draft: ResponseDraft }
  | { state: "sent" | "none" }
  | undefined;

/** The server's doors for answers that are not sent yet. Nothing here throws: no reply is an outcome too. */
export type DraftServer = {
  save(save: DraftSave, isLeaving: boolean): Promise<Reply>;
  read(id: string): Promise<DraftOnServer>;
  remove(id: string): Promise<boolean>;
  sign(request: { participationCode: string; blinded: string }): Promise<Reply>;
};

/** Browsers let a page that is being left send no more than this. */
const mostBytesOnLeaving = 60_000;

function isDraft(value: unknown): value is ResponseDraft {
  return (
    typeof value === "object" &&
    value !== null &&
    "sealed" in value &&
    typeof value.sealed === "string" &&
    "revision" in value &&
    typeof value.revision === "number" &&
    "writer" in value &&
    typeof value.writer === "string"
  );
}

function asDraftOnServer(body: unknown): DraftOnServer {
  if (typeof body !== "object" || body === null || !("state" in body)) return undefined;
  if (body.state === "sent" || body.state === "none") return { state: body.state };
  if (body.state !== "open" || !("draft" in body)) return undefined;
  const { draft } = body;
  return isDraft(draft) ? { state: "open", draft } : undefined;
}

/** The server of a study. */
export function draftServer(study: string): DraftServer {
  const doorTo = (door: string) => `/api/studies/${encodeURIComponent(study)}/${door}`;
  return {
    save: (save, isLeaving) => {
      const keepalive = isLeaving && save.sealed.length < mostBytesOnLeaving;
      return post(doorTo("draft-saves"), save, { keepalive });
    },
    read: async (id) => {
      const reply = await post(doorTo("draft-reads"), { id });
      return reply?.status === 200 ? asDraftOnServer(reply.body) : undefined;
    },
    remove: async (id) => {
      const reply = await post(doorTo("draft-deletions"), { id }, { keepalive: true });
      return reply?.status === 200;
    },
    sign: (request) => post(doorTo("credentials"), request),
  };
}
