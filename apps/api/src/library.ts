import type { LibraryDraft, PublishedInstrument, Store } from "@mehrwert/store";
import { compareVersions, type Instrument, NotFound, readInstrument } from "@mehrwert/study";
import { BrokenSetup } from "./problems/refusal.ts";

/** Gives an instrument at a version, or undefined if there is none. */
export type InstrumentFinder = (slug: string, version: string) => Promise<Instrument | undefined>;

/** Where an instrument comes from: with Mehrwert, or published on this server. */
export type Origin = "built-in" | "own";

/** Every instrument there is: those that came with Mehrwert and those published here. */
export type Library = {
  find: InstrumentFinder;
  /** Versions of one instrument, the earliest first. @throws NotFound if there are none */
  versions: (slug: string) => Promise<Instrument[]>;
  /** All instruments by slug, with all versions, the earliest first. */
  all: () => Promise<Map<string, Instrument[]>>;
  originOf: (slug: string) => Origin;
  drafts: () => Promise<LibraryDraft[]>;
};

/** What the library needs of the store. */
export type LibraryStore = Pick<
  Store,
  "publishedInstruments" | "publishedInstrument" | "libraryDrafts"
>;

/**
 * Both halves of the library as one. What was published is parsed once; it never changes.
 * Where both halves have the same slug and version, the one that came with Mehrwert counts.
 */
export function instrumentLibrary(
  builtIn: ReadonlyMap<string, Instrument>,
  store: LibraryStore,
): Library {
  const parsed = new Map<string, Instrument>();
  const builtInSlugs = new Set([...builtIn.values()].map(({ mehrwert }) => mehrwert.slug));
  const read = ({ slug, version, definition }: PublishedInstrument): Instrument => {
    const key = `${slug}/${version}`;
    const instrument = parsed.get(key) ?? publishedOf(key, definition);
    parsed.set(key, instrument);
    return instrument;
  };
  const all = async () => {
    const published = (await store.publishedInstruments()).map(read);
    const both = [...builtIn.values(), ...published.filter((each) => !builtIn.has(keyOf(each)))];
    const bySlug = new Map<string, Instrument[]>();
    const ordered = both.toSorted((a, b) => order(a.mehrwert.slug, b.mehrwert.slug));
    for (const instrument of ordered) {
      const { slug } = instrument.mehrwert;
      bySlug.set(slug, [...(bySlug.get(slug) ?? []), instrument].toSorted(byVersion));
    }
    return bySlug;
  };
  return {
    async find(slug, version) {
      const known = builtIn.get(`${slug}/${version}`) ?? parsed.get(`${slug}/${version}`);
      if (known !== undefined) return known;
      const row = await store.publishedInstrument(slug, version);
      return row === undefined ? undefined : read(row);
    },
    async versions(slug) {
      const found = (await all()).get(slug);
      if (found === undefined) throw new NotFound(`There is no instrument ${slug}.`);
      return found;
    },
    all,
    originOf: (slug) => (builtInSlugs.has(slug) ? "built-in" : "own"),
    drafts: () => store.libraryDrafts(),
  };
}

function publishedOf(key: string, definition: string): Instrument {
  const result = readInstrument(definition);
  if (!result.ok) throw new BrokenSetup(`the published instrument ${key} can no longer be read`);
  return result.value;
}

const keyOf = ({ mehrwert }: Instrument) => `${mehrwert.slug}/${mehrwert.version}`;
const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byVersion = (a: Instrument, b: Instrument) =>
  compareVersions(a.mehrwert.version, b.mehrwert.version);
