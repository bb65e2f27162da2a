import { expect, test } from "vitest";
import type { LibraryEntry } from "./library-client.ts";
import { searchLibrary } from "./search-library.ts";

const text = (de: string, en: string) => ({ de, en });

const pulse: LibraryEntry = {
  slug: "pulse",
  origin: "built-in",
  versions: ["1.0.0"],
  about: {
    slug: "pulse",
    version: "1.0.0",
    title: text("Puls einer Community", "Pulse of a community"),
    summary: text("Kurz und wiederholt", "Short and repeated"),
    targetGroup: text("Beschäftigte", "Staff"),
    languages: ["de", "en"],
    durationMinutes: { from: 3, to: 5 },
    pages: 4,
    questions: 9,
    items: 20,
    constructs: [text("Führung", "Leadership")],
    licence: "CC-BY-4.0",
    sources: ["Somebody 2020"],
  },
};
const scribble: LibraryEntry = { slug: "scribble", origin: "own", versions: [] };
const both = [pulse, scribble];

test("searchLibrary finds in both languages, without regard to case and accents", () => {
  expect(searchLibrary(both, "fuhrung")).toEqual([pulse]);
  expect(searchLibrary(both, "LEADERSHIP staff")).toEqual([pulse]);
});

test("searchLibrary wants every word, and finds drafts that cannot be read by their name", () => {
  expect(searchLibrary(both, "pulse absent")).toEqual([]);
  expect(searchLibrary(both, "scrib")).toEqual([scribble]);
});

test("searchLibrary without a wish leaves everything", () => {
  expect(searchLibrary(both, "  ")).toEqual(both);
});
