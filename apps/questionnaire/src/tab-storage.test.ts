import { expect, test } from "vitest";
import { tabStorage } from "./tab-storage.ts";

const refuse = () => {
  throw new Error("The operation is insecure.");
};

function browserWithStorage() {
  const entries = new Map<string, string>();
  const sessionStorage = {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  };
  return { entries, sessionStorage };
}

test("where the browser allows it, entries go to its storage, and trying leaves no trace", () => {
  const browser = browserWithStorage();
  const storage = tabStorage(browser);
  expect(browser.entries.size).toBe(0);
  storage.setItem("a", "1");
  expect(browser.entries.get("a")).toBe("1");
  expect(storage.getItem("a")).toBe("1");
  expect(storage.outlivesReload).toBe(true);
});

const forbidding = [
  {
    how: "forbids to look at its storage",
    browser: {
      get sessionStorage() {
        return refuse();
      },
    },
  },
  {
    how: "forbids to write",
    browser: { sessionStorage: { getItem: () => null, setItem: refuse, removeItem: () => {} } },
  },
];

test.each(forbidding)("a browser that $how gets a storage in memory", ({ browser }) => {
  const storage = tabStorage(browser);
  expect(storage.outlivesReload).toBe(false);
  expect(storage.getItem("a")).toBeNull();
  storage.setItem("a", "1");
  expect(storage.getItem("a")).toBe("1");
  storage.removeItem("a");
  expect(storage.getItem("a")).toBeNull();
});
