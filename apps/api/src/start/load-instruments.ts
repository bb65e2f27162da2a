import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import {
  type Codebook,
  type Instrument,
  type InterviewGuide,
  type Issue,
  instrumentPlaces,
  readCodebookFiles,
  readInstrumentFiles,
  readInterviewGuideFiles,
} from "@mehrwert/study";

/** Every instrument by `slug/version` every interview guide and every codebook, or everything that is wrong with the files. */
export type LoadedInstruments =
  | {
      ok: true;
      instruments: Map<string, Instrument>;
      interviewGuides: InterviewGuide[];
      codebooks: Codebook[];
    }
  | { ok: false; issues: { file: string; issue: Issue }[] };

/** Reads and checks every `<slug>/<version>/instrument.json`, `interview-guide.json` and `codebook.json`; one broken file refuses them all. */
export function loadInstruments(folder: string): LoadedInstruments {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const places = instrumentPlaces(names.map((name) => name.split(sep).join("/")));
  const read = (file: string) => ({ file, text: readFileSync(join(folder, file), "utf8") });
  const instruments = new Map<string, Instrument>();
  const issues = [...places.issues];
  for (const { file, result } of readInstrumentFiles(places.files.map(read))) {
    if (result.ok) {
      const { slug, version } = result.value.mehrwert;
      instruments.set(`${slug}/${version}`, result.value);
    } else {
      issues.push(...result.issues.map((issue) => ({ file, issue })));
    }
  }
  const interviewGuides: InterviewGuide[] = [];
  for (const { file, result } of readInterviewGuideFiles(places.guides.map(read))) {
    if (result.ok) interviewGuides.push(result.value);
    else issues.push(...result.issues.map((issue) => ({ file, issue })));
  }
  const codebooks: Codebook[] = [];
  for (const { file, result } of readCodebookFiles(places.codebooks.map(read))) {
    if (result.ok) codebooks.push(result.value);
    else issues.push(...result.issues.map((issue) => ({ file, issue })));
  }
  return issues.length > 0
    ? { ok: false, issues: issues.map(({ file, issue }) => ({ file: join(folder, file), issue })) }
    : { ok: true, instruments, interviewGuides, codebooks };
}
