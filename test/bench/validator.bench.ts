import { readFileSync } from "node:fs";
import { seededRandom } from "@mehrwert/statistics";
import { answersSchema, type Instrument, parseInstrument, simulateAnswers } from "@mehrwert/study";
import { Model } from "survey-core";
import type { BenchResult } from "./main.ts";
import { medianRates } from "./median-rates.ts";

const bars = { responsesPerSecond: 2000, timesSurveyCore: 20 };
const rounds = 7;
const file = new URL("../../instruments/value-drivers/1.0.0/instrument.json", import.meta.url);

/**
 * Responses to the whole value-driver instrument that one core checks per second: our compiled check
 * against a reused SurveyJS model that is cleared, given the data and asked to validate.
 * Rounds of both alternate, so that whatever else runs on the machine slows both alike.
 */
export async function bench(): Promise<BenchResult> {
  const instrument = readInstrument();
  const random = seededRandom(2024);
  const sent = Array.from({ length: 2000 }, () => {
    const { answers, presentation } = simulateAnswers(instrument, random, { skippedShare: 0 });
    return JSON.stringify({ answers, presentation });
  });
  const schema = answersSchema(instrument);
  const model = new Model({ pages: structuredClone(instrument.pages) });
  const received = sent.map((text) => JSON.parse(text));
  const [ours, surveyCore] = medianRates(rounds, [
    {
      items: received,
      run: ({ answers, presentation }) => schema.check(answers, presentation).length === 0,
    },
    {
      items: received.slice(0, 40),
      run: ({ answers }) => {
        model.clear(true, true);
        model.data = answers;
        return model.validate(true, false);
      },
    },
  ]);
  return report(ours ?? 0, surveyCore ?? Number.POSITIVE_INFINITY);
}

function readInstrument(): Instrument {
  const parsed = parseInstrument(JSON.parse(readFileSync(file, "utf8")));
  if (!parsed.ok) throw new RangeError(`The instrument has ${parsed.issues.length} issues`);
  return parsed.value;
}

function report(ours: number, surveyCore: number): BenchResult {
  const ratio = ours / surveyCore;
  const rows = [
    ["", "responses/s", "bar"],
    ["answersSchema", whole(ours), `>= ${whole(bars.responsesPerSecond)}`],
    ["survey-core, reused model", whole(surveyCore), ""],
    ["ratio", `${whole(ratio)} x`, `>= ${bars.timesSurveyCore} x`],
  ];
  const table = rows
    .map(([name = "", value = "", bar = ""]) => `  ${name.padEnd(27)}${value.padStart(12)}  ${bar}`)
    .join("\n");
  return {
    table: `${table}\n  medians of ${rounds} rounds, one core, Node ${process.versions.node}`,
    isMet: ours >= bars.responsesPerSecond && ratio >= bars.timesSurveyCore,
  };
}

function whole(value: number): string {
  return Math.round(value).toLocaleString("en-GB");
}
