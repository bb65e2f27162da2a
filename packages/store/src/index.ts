export { DatabaseFailure } from "./database-failure.ts";
export { defaultDataFolder } from "./embedded-postgres/data-folder.ts";
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from "./embedded-postgres/embedded-postgres.ts";
export {
  EmbeddedPostgresError,
  type EmbeddedPostgresProblem,
} from "./embedded-postgres/embedded-postgres-error.ts";
export { openStore, type Store } from "./store.ts";
export { StoreUnavailable } from "./store-unavailable.ts";
export type { Saved } from "./survey-response.ts";
