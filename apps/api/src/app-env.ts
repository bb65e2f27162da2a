import type { AuditEvent, Language } from "@mehrwert/study";
import type { Right } from "./rights/right.ts";
import type { Who } from "./rights/who.ts";

/** What every handler can read from its context. */
export type AppEnv = {
  Variables: {
    /** Random, not derived from the request; the only thing a client and the log share. */
    requestId: string;
    /** Language of the reply, chosen by `chosenLanguage`. */
    language: Language;
    /** True for the one page that pages of this server may show inside themselves. */
    isEmbeddable?: boolean;
    /** Whether the receipt that came with a response is the one it can be withdrawn with. */
    receipt?: "kept" | "none";
    /** Who is signed in; there in every route that is not public. */
    person: Who["person"];
    /** The same with everything that is known of them. Routes ask `may` instead of looking at roles. */
    who: Who;
    /** Whether whoever asks may do something else than the route itself needs; for lists that show less to some. */
    may: (right: Right, study?: string) => boolean;
    /** Writes into the audit log what was done, in the name of whoever asks. Never answers, never addresses of invitees. */
    audit: (event: AuditEvent) => Promise<void>;
  };
};
