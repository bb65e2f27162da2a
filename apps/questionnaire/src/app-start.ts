import type { WayIn } from "./first-page/way-in.ts";
import type { Loaded } from "./study-client.ts";
import type { TabStorage } from "./tab-storage.ts";

/** What the app goes on from: the first page of a study, and what somebody decided or resumed there. */
export type AppStart = WayIn & {
  slug: string;
  storage: TabStorage;
  /** The study as far as it has arrived. */
  loaded: Loaded;
  /** The definition that the first page described: a decision is about this one only. */
  definitionHash: string | undefined;
};
