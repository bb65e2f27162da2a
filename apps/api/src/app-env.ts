import type { Language } from "@mehrwert/study";

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
  };
};
