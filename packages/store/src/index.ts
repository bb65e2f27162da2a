export { defaultDataFolder } from "./embedded-postgres/data-folder.ts";
export { startEmbeddedPostgres } from "./embedded-postgres/embedded-postgres.ts";
export { EmbeddedPostgresError } from "./embedded-postgres/embedded-postgres-error.ts";
export { takeOwnership } from "./embedded-postgres/owner-lock.ts";
export type { Invitation } from "./invitation.ts";
export type { LibraryDraft, PublishedInstrument } from "./library.ts";
export { openStore, type Store } from "./store.ts";
export { StoreUnavailable } from "./store-unavailable.ts";
