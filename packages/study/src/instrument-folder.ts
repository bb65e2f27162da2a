import { type Codebook, guideCodebookIssues, parseCodebook } from "./codebook.ts";
import type { Instrument } from "./instrument.ts";
import { type InterviewGuide, parseInterviewGuide } from "./interview-guide.ts";
import { error } from "./lint-instrument/issue.ts";
import { parseInstrument } from "./parse-instrument.ts";
import type { Issue, Result } from "./result.ts";
import { compareVersions } from "./version-number.ts";

/** An instrument file and what became of it; `file` is its path below the folder, parts joined by `/`. */
export type InstrumentFile = { file: string; result: Result<Instrument> };

/** An interview guide's file and what became of it; `file` as in `InstrumentFile`. */
export type InterviewGuideFile = { file: string; result: Result<InterviewGuide> };

/** A codebook's file and what became of it; `file` as in `InstrumentFile`. */
export type CodebookFile = { file: string; result: Result<Codebook> };

const versionFolder = /(^|\/)\d+\.\d+\.\d+$/;

const definitions = ["instrument.json", "interview-guide.json", "codebook.json"];

/**
 * The instruments, interview guides and codebooks among everything that lies below a folder, each in order of path.
 *
 * A version folder holds an `instrument.json`, or the `interview-guide.json` or `codebook.json` of interviews; one with
 * none of them is told, because somebody will look for what belongs there.
 * @param names every file and folder below, parts joined by `/`
 */
export function instrumentPlaces(names: readonly string[]): {
  files: string[];
  guides: string[];
  codebooks: string[];
  issues: { file: string; issue: Issue }[];
} {
  const known = new Set(names);
  const isForeign = (name: string) => name.split("/").includes("node_modules");
  const called = (file: string) =>
    names.filter((name) => name.split("/").at(-1) === file && !isForeign(name)).sort();
  const empty = names.filter(
    (name) =>
      versionFolder.test(name) &&
      !isForeign(name) &&
      !definitions.some((file) => known.has(`${name}/${file}`)),
  );
  return {
    files: called("instrument.json"),
    guides: called("interview-guide.json"),
    codebooks: called("codebook.json"),
    issues: empty.sort().map((file) => ({ file, issue: emptyFolder })),
  };
}

/**
 * Reads instrument files. Beside what `parseInstrument` finds, a file is refused that does not lie in
 * `<slug>/<version>/`, and both of two with the same slug and version.
 */
export function readInstrumentFiles(
  files: readonly { file: string; text: string }[],
): InstrumentFile[] {
  const read = files.map(({ file, text }) => ({
    file,
    result: placed(file, readInstrument(text), ({ mehrwert }) => mehrwert),
  }));
  return read.map(({ file, result }) => {
    const twin = read.find(
      (other) => other.file !== file && nameOf(other.result) === nameOf(result),
    );
    return result.ok && twin !== undefined
      ? { file, result: { ok: false, issues: [twice(twin.file)] } }
      : { file, result };
  });
}

/** Reads interview guides. As with instruments, one that does not lie in `<slug>/<version>/` is refused. */
export function readInterviewGuideFiles(
  files: readonly { file: string; text: string }[],
): InterviewGuideFile[] {
  return files.map(({ file, text }) => ({
    file,
    result: placed(file, readInterviewGuide(text), (guide) => guide),
  }));
}

/** Reads codebooks. As with instruments, one that does not lie in `<slug>/<version>/` is refused. */
export function readCodebookFiles(
  files: readonly { file: string; text: string }[],
): CodebookFile[] {
  return files.map(({ file, text }) => ({
    file,
    result: placed(file, readCodebook(text), (codebook) => codebook),
  }));
}

/**
 * The guides again, each held against the newest version of the codebook it names, where that is among those given: a
 * code the codebook lacks refuses the guide, another label is warned of.
 */
export function guidesHeldAgainst(
  guides: readonly InterviewGuideFile[],
  codebooks: readonly CodebookFile[],
): InterviewGuideFile[] {
  const usable = codebooks.flatMap(({ result }) => (result.ok ? [result.value] : []));
  return guides.map(({ file, result }) => {
    if (!result.ok) return { file, result };
    const { value, warnings } = result;
    const newest = usable
      .filter(({ slug }) => slug === value.codebook)
      .toSorted((a, b) => compareVersions(a.version, b.version))
      .at(-1);
    const issues = newest === undefined ? [] : guideCodebookIssues(value, newest);
    return issues.some(({ severity }) => severity === "error")
      ? { file, result: { ok: false, issues } }
      : { file, result: { ok: true, value, warnings: [...warnings, ...issues] } };
  });
}

/** Reads the text of an instrument file, as `parseInstrument` does for JSON already read. */
export function readInstrument(text: string): Result<Instrument> {
  return readJson(text, parseInstrument);
}

/** Reads the text of an interview guide's file, as `parseInterviewGuide` does for JSON already read. */
export function readInterviewGuide(text: string): Result<InterviewGuide> {
  return readJson(text, parseInterviewGuide);
}

/** Reads the text of a codebook's file, as `parseCodebook` does for JSON already read. */
export function readCodebook(text: string): Result<Codebook> {
  return readJson(text, parseCodebook);
}

function readJson<T>(text: string, parse: (json: unknown) => Result<T>): Result<T> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    return { ok: false, issues: [notJson(cause instanceof Error ? cause.message : "")] };
  }
  return parse(json);
}

function nameOf(result: Result<Instrument>): string | undefined {
  if (!result.ok) return undefined;
  const { slug, version } = result.value.mehrwert;
  return `${slug}/${version}`;
}

function placed<T>(
  file: string,
  result: Result<T>,
  about: (value: T) => { slug: string; version: string },
): Result<T> {
  if (!result.ok) return result;
  const { slug, version } = about(result.value);
  const name = `${slug}/${version}`;
  const parts = file.split("/").slice(-3, -1);
  const place = parts.join("/");
  if (parts.length < 2 || place === name) return result;
  const isInstrument = file.endsWith("instrument.json");
  return {
    ok: false,
    issues: [misplaced(isInstrument ? "/mehrwert/version" : "/version", place, name)],
  };
}

const emptyFolder = error(
  "/",
  [
    "Der Ordner enthält weder einen Fragebogen noch einen Leitfaden noch ein Codebuch.",
    "The folder holds no instrument, no interview guide and no codebook.",
  ],
  [
    "Legen Sie instrument.json, interview-guide.json oder codebook.json hinein, oder entfernen Sie den Ordner.",
    "Put instrument.json, interview-guide.json or codebook.json into it, or remove the folder.",
  ],
);

function notJson(reason: string): Issue {
  return error(
    "/",
    [`Die Datei ist kein gültiges JSON (${reason}).`, `The file is not valid JSON (${reason}).`],
    [
      "Oft fehlt ein Komma oder eine Klammer an der genannten Stelle.",
      "Often a comma or bracket is missing at the place named.",
    ],
  );
}

function misplaced(path: string, place: string, name: string): Issue {
  return error(
    path,
    [
      `Die Datei liegt in ${place}, gehört aber nach ${name}.`,
      `The file lies in ${place} but belongs in ${name}.`,
    ],
    [
      "Benennen Sie den Ordner um, oder ändern Sie slug und version in der Datei.",
      "Rename the folder, or change slug and version in the file.",
    ],
  );
}

function twice(other: string): Issue {
  return error(
    "/mehrwert/slug",
    [
      `Denselben Fragebogen in derselben Fassung gibt es noch einmal: ${other}.`,
      `There is the same instrument at the same version once more: ${other}.`,
    ],
    [
      "Geben Sie einem der beiden einen anderen Namen oder eine andere Version.",
      "Give one of the two another slug or another version.",
    ],
  );
}
