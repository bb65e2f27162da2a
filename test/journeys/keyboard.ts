import {
  type Answer,
  type Answers,
  answerParts,
  type Instrument,
  type Language,
  type Missing,
  missingReasons,
  parseDataset,
} from "@mehrwert/study";
import { unzipSync } from "fflate";
import { expect } from "vitest";
import { instrumentAt, type TestServer } from "../setup/server.ts";
import { withServerAndBrowser } from "../setup/with-browser.ts";
import { drawsGroup, setChoices } from "./drawn.ts";
import { everyAnswer } from "./every-answer.ts";
import { Participant } from "./participant.ts";

/** One way through an instrument: what the study fixes, and the answers that decide what is asked. */
export type Route = {
  /** Slug of the study that is created for this route alone. */
  study: string;
  assigned: { [question: string]: string };
  /** The group that is drawn for this participant, where the instrument draws one. */
  drawn?: { question: string; group: string };
  given?: Answers;
  language?: Language;
};

/** The one row of a route's dataset, by variable. */
export type Row = ReadonlyMap<string, string>;

/**
 * An instrument in the field, filled in by keyboard alone. Call it at the top level of a journey file.
 *
 * `fillsIn` walks a route to the end with an answer to every question asked, and gives the row of the dataset after
 * checking all of it: every answer as given, every drawn order there, everything else not shown.
 */
export function keyboardJourney(place: string): { fillsIn: (route: Route) => Promise<Row> } {
  const instrument = instrumentAt(place);
  const journey = withServerAndBrowser({ instrument });
  return {
    fillsIn: async ({ study, assigned, drawn, given = {}, language = "de" }) => {
      const { server } = journey;
      const settings = { slug: study, assigned, codeSalt: "0123456789abcdef".repeat(2) };
      await server.store.createStudy({ ...server.study, ...settings }, instrument);
      await server.owns(study);
      const page = await journey.newPage({ locale: language === "de" ? "de-DE" : "en-GB" });
      if (drawn !== undefined) await drawsGroup(page, instrument, drawn);
      const groups = { ...assigned, ...(drawn && { [drawn.question]: drawn.group }) };
      const participant = new Participant(page, server.url, "keyboard");
      await participant.opens(study).consents().done();
      const chosen = await setChoices(page, study, instrument, { ...groups, ...given });
      const answers = { ...everyAnswer(instrument, { ...groups, ...given }), ...chosen };
      const { typed, others } = codesApart(instrument, answers);
      await participant.answers(typed).done();
      if (Object.keys(typed).length > 0) await page.getByText(codeIsMade).waitFor();
      await participant.answers(others).submits();
      const row = await onlyRow(server, study);
      expect(row.get("language")).toBe(language);
      expectRow(row, instrument, { ...answers, ...groups, consent: "yes" });
      return row;
    },
  };
}

/** What the page says as soon as a self-generated code is there; it cannot be turned before. */
const codeIsMade = /^(Ihr Code ist gebildet|Your code is made)/;

/** What is typed for self-generated codes, and the answers to everything else. */
function codesApart({ pages }: Instrument, answers: Answers) {
  const questions = pages.flatMap(({ elements }) => elements);
  const isCode = (name: string) =>
    questions.some((question) => question.name === name && question.type === "code");
  const entries = Object.entries(answers);
  return {
    typed: Object.fromEntries(entries.filter(([name]) => isCode(name))),
    others: Object.fromEntries(entries.filter(([name]) => !isCode(name))),
  };
}

/** The dataset as an analyst gets it, read back from its files. */
async function onlyRow({ ask }: TestServer, study: string): Promise<Row> {
  const reply = await ask(`/api/studies/${study}/dataset.zip`);
  const files = Object.entries(unzipSync(new Uint8Array(await reply.arrayBuffer())));
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const texts = new Map(files.map(([name, bytes]) => [name, decoder.decode(bytes)]));
  const parsed = await parseDataset(texts);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const { columns, manifest } = parsed.value;
  expect(manifest.responses).toBe(1);
  return new Map([...columns].map(([name, [cell = ""]]) => [name, cell]));
}

function expectRow(row: Row, instrument: Instrument, answers: Answers): void {
  const { id: _id, language: _language, "consent-text": text, ...cells } = Object.fromEntries(row);
  expect(text).toMatch(/^[0-9a-f]{64}$/);
  const blocks = (instrument.mehrwert.blocks ?? []).map(({ name }) => name);
  const expected = new Map<string, unknown>();
  for (const name of Object.keys(cells)) {
    const drawn = /^(.+)\.(shown|moves|variant)$/.exec(name)?.[1] ?? "";
    const wasDrawn = drawn in answers || (blocks.includes(drawn) && cells[name] !== notShown);
    expected.set(name, wasDrawn ? expect.stringMatching(/^[a-z0-9]/) : notShown);
  }
  if ("consent-text" in cells)
    expected.set("consent-text", expect.stringMatching(/^[0-9a-f]{64}$/));
  for (const [name, cell] of answeredCells(instrument, answers)) expected.set(name, cell);
  expect(cells).toEqual(Object.fromEntries(expected));
}

const notShown = missingReasons["not-shown"];

function isMissing(code: string | number): code is Missing {
  return Object.hasOwn(missingReasons, code);
}

const cell = (code: string | number) => (isMissing(code) ? missingReasons[code] : String(code));

/** What the answers must have become, by variable. */
function answeredCells({ pages, mehrwert }: Instrument, answers: Answers): [string, unknown][] {
  return pages
    .flatMap(({ elements }) => elements)
    .flatMap((question): [string, unknown][] => {
      const { name, type } = question;
      const answer: Answer | undefined = answers[name];
      if (answer === undefined) return [];
      if (typeof answer !== "object") {
        const item = mehrwert.items.find((one) => one.question === name);
        return [[item?.id ?? name, cell(answer)]];
      }
      if (type === "code") {
        const keys = ["code", ...question.elements.map(({ value }) => `without-${value}`)];
        return keys.map((key) => [`${name}.${key}`, expect.stringMatching(/^[0-9a-f]{32}$/)]);
      }
      if (type === "maxdiff" && !Array.isArray(answer)) return setCells(name, answer);
      if (!Array.isArray(answer)) {
        const parts = type === "roster" ? [] : answerParts(question);
        return [
          ...parts.map(({ key = name }): [string, string] => [key, missingReasons.skipped]),
          ...Object.entries(answer).map(([key, code]): [string, string] => [key, cell(code)]),
        ];
      }
      const codes = "choices" in question ? question.choices.map(({ value }) => value) : [];
      return codes.map((code) => {
        const place = answer.indexOf(String(code)) + 1;
        return type === "ranking"
          ? [String(code), place > 0 ? String(place) : missingReasons.unranked]
          : [`${name}.${code}`, place > 0 ? "1" : "0"];
      });
    });
}

/** Of MaxDiff: the version drawn, and per set what was shown, as chosen from: best first, worst last. */
function setCells(name: string, picks: { [part: string]: string | number }): [string, unknown][] {
  const sets = Object.keys(picks).filter((key) => key.endsWith(".best"));
  return [
    [`${name}.version`, expect.stringMatching(/^\d+$/)],
    ...sets.flatMap((best): [string, unknown][] => {
      const [set = ""] = best.split(".");
      const ends = new RegExp(`^${picks[best]}\\|.*\\|${picks[`${set}.worst`]}$`);
      return [[`${name}.${set}.shown`, expect.stringMatching(ends)]];
    }),
    ...Object.entries(picks).map(([part, code]): [string, string] => [
      `${name}.${part}`,
      String(code),
    ]),
  ];
}
