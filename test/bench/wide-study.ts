import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { seededRandom } from "@mehrwert/analysis";
import { projectFolder } from "@mehrwert/api";
import { type Store, startEmbeddedPostgres } from "@mehrwert/store";
import {
  dataDictionary,
  definitionHash,
  demoStudy,
  type Instrument,
  parseInstrument,
  type Study,
  type SurveyResponse,
  simulateAnswers,
} from "@mehrwert/study";
import { temporaryFolder } from "../setup/database.ts";

/** A PostgreSQL of its own in a temporary folder. */
export async function benchDatabase(): Promise<{ url: string; stop: () => Promise<void> }> {
  const { folder, remove } = temporaryFolder();
  const { url, stop } = await startEmbeddedPostgres({ dataFolder: join(folder, "data") });
  return {
    url,
    stop: async () => {
      await stop();
      remove();
    },
  };
}

/** The value-driver instrument with matrices added until results have this many variables. */
export function wideInstrument(variables: number): Instrument {
  const file = join(projectFolder, "instruments/value-drivers/1.0.0/instrument.json");
  const parsed = parseInstrument(JSON.parse(readFileSync(file, "utf8")));
  if (!parsed.ok) throw new Error("instruments/value-drivers/1.0.0 is broken");
  const wide = structuredClone(parsed.value);
  wide.mehrwert.slug = "wide";
  const scale = wide.pages
    .flatMap(({ elements }) => elements)
    .find(({ type }) => type === "matrix");
  const [like] = wide.mehrwert.items.filter(({ question }) => question === scale?.name);
  if (scale?.type !== "matrix" || like === undefined) throw new Error("there is no matrix");
  const { randomGroup: _, ...plain } = { randomGroup: undefined, ...scale };
  for (let number = 1; countedVariables(wide) < variables; number += 1) {
    const name = `wide-${number}`;
    const rows = Array.from({ length: 8 }, (_, row) => ({
      value: `w${number}-${row + 1}`,
      text: { de: `Aussage ${number}.${row + 1}`, en: `Item ${number}.${row + 1}` },
    }));
    const title = { de: `Zusatzfragen ${number}`, en: `Further questions ${number}` };
    wide.pages.push({ name: `page-${name}`, title, elements: [{ ...plain, name, title, rows }] });
    for (const { value } of rows) wide.mehrwert.items.push({ ...like, id: value, question: name });
  }
  return wide;
}

/** Variables that results show one by one. */
export function countedVariables(instrument: Instrument): number {
  const counted = ["rating", "single", "selected"];
  return dataDictionary([instrument]).variables.filter(({ type }) => counted.includes(type)).length;
}

/** A study of this instrument with so many simulated people, known to the library of a server on this store. */
export async function fieldWideStudy(
  store: Store,
  { slug, instrument, people }: { slug: string; instrument: Instrument; people: number },
): Promise<Study> {
  const study = { ...demoStudy(instrument, await definitionHash(instrument)), slug };
  await store.createStudy(study, instrument);
  const next = simulatedResponses(study, instrument);
  for (let saved = 0; saved < people; saved += 1000) {
    const batch = Array.from({ length: Math.min(1000, people - saved) }, next);
    await store.saveSurveyResponses(slug, batch);
  }
  return study;
}

/** Response after response: a thousand different simulated people in turn, each time under a new id. */
export function simulatedResponses(study: Study, instrument: Instrument): () => SurveyResponse {
  const random = seededRandom(50_000);
  const people = Array.from({ length: 1000 }, () => simulateAnswers(instrument, random));
  let turn = 0;
  return () => {
    const person = people[turn % people.length];
    turn += 1;
    if (person === undefined) throw new Error("nobody was simulated");
    return {
      id: randomUUID(),
      wave: study.wave,
      instrumentSlug: study.instrumentSlug,
      instrumentVersion: study.instrumentVersion,
      definitionHash: study.definitionHash,
      language: "de",
      ...person,
    };
  };
}
