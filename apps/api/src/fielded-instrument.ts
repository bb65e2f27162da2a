import { answersSchema, definitionHash, type Instrument, type Study } from "@mehrwert/study";
import { BrokenSetup } from "./problems/refusal.ts";

/** The instrument a study fields, with its answers schema compiled. */
export type FieldedInstrument = {
  instrument: Instrument;
  answers: ReturnType<typeof answersSchema>;
};

/**
 * Finds the instrument of a study. Each is hashed and compiled once, on first use.
 *
 * The returned function throws `BrokenSetup` if the instrument is missing or is no longer, word for word, the one
 * the study was created with: better no answers than answers to other questions.
 */
export function fieldedInstruments(
  instruments: ReadonlyMap<string, Instrument>,
): (study: Study) => Promise<FieldedInstrument> {
  const compiled = new Map<string, Promise<FieldedInstrument & { hash: string }>>();
  return async (study) => {
    const key = instrumentKey(study);
    const instrument = instruments.get(key);
    if (instrument === undefined) throw new BrokenSetup(`instrument ${key} is missing`);
    const compiling = compiled.get(key) ?? compile(instrument);
    compiled.set(key, compiling);
    const { hash, ...fielded } = await compiling;
    if (hash !== study.definitionHash)
      throw new BrokenSetup(`instrument ${key} was changed after fielding`);
    return fielded;
  };
}

/**
 * Studies that cannot go on because their instrument was edited or removed after fielding began. For the start, which
 * had better stop with their names than serve a study that refuses everybody.
 */
export async function unfieldedStudies(
  studies: readonly Study[],
  instruments: ReadonlyMap<string, Instrument>,
): Promise<Study[]> {
  const unfielded: Study[] = [];
  for (const study of studies) {
    const instrument = instruments.get(instrumentKey(study));
    const hash = instrument === undefined ? undefined : await definitionHash(instrument);
    if (hash !== study.definitionHash) unfielded.push(study);
  }
  return unfielded;
}

function instrumentKey({ instrumentSlug, instrumentVersion }: Study): string {
  return `${instrumentSlug}/${instrumentVersion}`;
}

async function compile(instrument: Instrument): Promise<FieldedInstrument & { hash: string }> {
  return {
    instrument,
    answers: answersSchema(instrument),
    hash: await definitionHash(instrument),
  };
}
