/** The part of the browser's storage that is used. */
export type DraftStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Where this tab remembers what was begun. */
export type TabStorage = DraftStorage & {
  /** False where the browser forbids storage, or nothing is to be left on the device: a reload then forgets. */
  outlivesReload: boolean;
  /** True where it is the person who wants nothing left behind, and not the browser that forbids it. */
  isByChoice?: boolean;
};

/** A storage that lives and ends with the page. */
export function memoryStorage(): DraftStorage {
  const entries = new Map<string, string>();
  return {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  };
}

/** What a participation uses on a device that others use, too: it ends with the page. */
export function sharedDeviceStorage(): TabStorage {
  return { ...memoryStorage(), outlivesReload: false, isByChoice: true };
}

/**
 * The browser's `sessionStorage`, or a stand-in in memory where it may not be used. Browsers that forbid storage
 * throw as soon as the property is read (settings, policies) or when something is written (some private windows).
 */
export function tabStorage(browser: { readonly sessionStorage: DraftStorage }): TabStorage {
  const probe = "mehrwert:probe";
  try {
    const storage = browser.sessionStorage;
    storage.setItem(probe, "yes");
    storage.removeItem(probe);
    return {
      getItem: (key) => storage.getItem(key),
      setItem: (key, value) => storage.setItem(key, value),
      removeItem: (key) => storage.removeItem(key),
      outlivesReload: true,
    };
  } catch {
    return { ...memoryStorage(), outlivesReload: false };
  }
}
