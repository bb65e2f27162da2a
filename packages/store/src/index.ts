export { DatabaseFailure } from "./database-failure.ts";
export { openStore, type Store } from "./store.ts";
export { StoreUnavailable } from "./store-unavailable.ts";
export type { Saved } from "./survey-response.ts";
