import type { Database } from "../database.ts";
import { addCodingTranscript, appendCodingEvents, joinAsCoder } from "./append-coding-events.ts";
import { allCodingEvents, seenCodingEvents } from "./coding-events.ts";
import {
  codingProjectAt,
  codingProjects,
  createCodingProject,
  releaseCodings,
} from "./coding-projects.ts";
import { codingTranscript, codingTranscripts } from "./coding-transcripts.ts";

/** Gives each function its database; what each does and throws is said where it is defined. */
function on<A extends unknown[], R>(
  database: Database,
  run: (database: Database, ...rest: A) => R,
): (...rest: A) => R {
  return (...rest) => run(database, ...rest);
}

/** Coding projects of studies: their transcripts, and everything that coders did. */
export function codingStore(database: Database) {
  return {
    createProject: on(database, createCodingProject),
    projects: on(database, codingProjects),
    project: on(database, codingProjectAt),
    release: on(database, releaseCodings),
    join: on(database, joinAsCoder),
    append: on(database, appendCodingEvents),
    addTranscript: on(database, addCodingTranscript),
    transcript: on(database, codingTranscript),
    transcripts: on(database, codingTranscripts),
    seenEvents: on(database, seenCodingEvents),
    allEvents: on(database, allCodingEvents),
  };
}

/** See `codingStore`. */
export type CodingStore = ReturnType<typeof codingStore>;
