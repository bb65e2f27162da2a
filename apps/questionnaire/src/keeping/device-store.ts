import { createStore, del, entries, get, set, type UseStore } from "idb-keyval";

/** A sealed draft on this device. The key to it is not there: it is in a tab's memory, or in the resume code. */
export type DraftOnDevice = {
  sealed: string;
  revision: number;
  /** The newest revision the server had, as far as this window knew. */
  saved: number;
  writer: string;
  /** When it is thrown away, in milliseconds since 1970. */
  until: number;
};

/** Where drafts lie on this device. Every function rejects if the browser does not let it do its work. */
export type DeviceStore = {
  read(study: string, id: string): Promise<DraftOnDevice | undefined>;
  write(study: string, id: string, draft: DraftOnDevice): Promise<void>;
  remove(study: string, id: string): Promise<void>;
  /** Whether there are unfinished answers to a study, whoever's they are. */
  hasDraft(study: string): Promise<boolean>;
  /** Throws away what has been there for too long. */
  removeExpired(now: number): Promise<void>;
};

/** How long a draft stays on a device: a day. */
export const deviceMs = 24 * 60 * 60 * 1000;

const keyOf = (study: string, id: string) => `${study}/${id}`;

function isOnDevice(value: unknown): value is DraftOnDevice {
  if (typeof value !== "object" || value === null) return false;
  const { sealed, revision, saved, writer, until }: Record<string, unknown> = { ...value };
  return (
    [sealed, writer].every((text) => typeof text === "string") &&
    [revision, saved, until].every((number) => typeof number === "number")
  );
}

/** The drafts in this browser's IndexedDB. A connection that the browser closes is opened again. */
export function deviceStore(): DeviceStore {
  let store: UseStore | undefined;
  const withStore = async <T>(use: (store: UseStore) => Promise<T>): Promise<T> => {
    try {
      store ??= createStore("mehrwert", "drafts");
      return await use(store);
    } catch {
      store = createStore("mehrwert", "drafts");
      return use(store);
    }
  };
  return {
    read: async (study, id) => {
      const found: unknown = await withStore((open) => get(keyOf(study, id), open));
      return isOnDevice(found) ? found : undefined;
    },
    write: (study, id, draft) => withStore((open) => set(keyOf(study, id), draft, open)),
    remove: (study, id) => withStore((open) => del(keyOf(study, id), open)),
    hasDraft: async (study) => {
      const found = await withStore((open) => entries<IDBValidKey, unknown>(open));
      return found.some(([key]) => String(key).startsWith(`${study}/`));
    },
    removeExpired: (now) =>
      withStore(async (open) => {
        for (const [key, value] of await entries<IDBValidKey, unknown>(open))
          if (!isCurrent(value, now)) await del(key, open);
      }),
  };
}

/** A clock that was set back must not keep a draft for ever. */
function isCurrent(value: unknown, now: number): boolean {
  return isOnDevice(value) && value.until > now && value.until <= now + deviceMs;
}
