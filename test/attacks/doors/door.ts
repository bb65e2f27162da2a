import type { AttackedServer } from "./attacked-server.ts";

/** What a request to a route says: what stands in its address, and its body. */
export type Request = {
  parameters?: Record<string, string>;
  query?: Record<string, string>;
  /** As JSON, as fields of a form or as bytes: as the door takes it. */
  body?: unknown;
};

/** A way into the server: which kind of body it takes, and a request that it answers with yes, a new one each time. */
export type Door = {
  takes?: "json" | "form" | "bytes";
  honest: (server: AttackedServer) => Request | Promise<Request>;
  /** Where somebody may name what does not exist yet. */
  makesNew?: true;
};
