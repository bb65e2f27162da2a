import { answersSchema, definitionHash, type Instrument, type Study } from "@mehrwert/study";
import type { InstrumentFinder } from "./library.ts";
import { BrokenSetup } from "./problems/refusal.ts";

/** An instrument version that a study fields or has fielded. */
export type FieldedVersion = Pick<Study, "instrumentSlug" | "instrumentVersion" | "definitionHash">;

/** The instrument of such a version, with its answers schema compiled. */
export type FieldedInstrument = {
  instrument: Instrument;
  answers: ReturnType<typeof answersSchema>;
};

/** Every version a study accepts responses to, the earliest first, the one fielded now last. */
export function fieldedVersions(study: Study): FieldedVersion[] {
  const { instrumentSlug, instrumentVersion, definitionHash: hash, earlierVersions = [] } = study;
  return [...earlierVersions, { instrumentVersion, definitionHash: hash }].map((version) => ({
    instrumentSlug,
    ...version,
  }));
}

/**
 * Finds the instrument of a fielded version. Each is hashed and compiled once, on first use.
 *
 * The returned function throws `BrokenSetup` if the instrument is missing or is no longer, word for word, the one
 * that was fielded: better no answers than answers to other questions.
 */
export function fieldedInstruments(
  find: InstrumentFinder,
): (version: FieldedVersion) => Promise<FieldedInstrument> {
  const compiled = new Map<string, Promise<(FieldedInstrument & { hash: string }) | undefined>>();
  return async (version) => {
    const key = `${version.instrumentSlug}/${version.instrumentVersion}`;
    const compiling = compiled.get(key) ?? compile(find, version);
    compiled.set(key, compiling);
    // What is missing now may be published later; a failing database may be back.
    const found = await compiling.catch((cause) => {
      compiled.delete(key);
      throw cause;
    });
    if (found === undefined) {
      compiled.delete(key);
      throw new BrokenSetup(`instrument ${key} is missing`);
    }
    const { hash, ...fielded } = found;
    if (hash !== version.definitionHash)
      throw new BrokenSetup(`instrument ${key} was changed after fielding`);
    return fielded;
  };
}

/**
 * Studies that cannot go on because a version of their instrument was edited or removed after fielding began. For the
 * start, which had better stop with their names than serve a study that refuses everybody.
 */
export async function unfieldedStudies(
  studies: readonly Study[],
  find: InstrumentFinder,
): Promise<Study[]> {
  const unfielded: Study[] = [];
  for (const study of studies) {
    for (const { instrumentSlug, instrumentVersion, definitionHash: hash } of fieldedVersions(
      study,
    )) {
      const instrument = await find(instrumentSlug, instrumentVersion);
      if (instrument !== undefined && (await definitionHash(instrument)) === hash) continue;
      unfielded.push(study);
      break;
    }
  }
  return unfielded;
}

async function compile(
  find: InstrumentFinder,
  { instrumentSlug, instrumentVersion }: FieldedVersion,
): Promise<(FieldedInstrument & { hash: string }) | undefined> {
  const instrument = await find(instrumentSlug, instrumentVersion);
  if (instrument === undefined) return undefined;
  const answers = answersSchema(instrument);
  return { instrument, answers, hash: await definitionHash(instrument) };
}
