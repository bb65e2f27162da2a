import {
  type AlphaLevel,
  alphaBootstrap,
  krippendorffsAlpha,
  type ReliabilityData,
  reliabilityData,
  seededIndex,
  type Unitization,
  unitizingAlphas,
} from "@mehrwert/statistics";
import type { BenchResult } from "./main.ts";
import { timeTable } from "./time-table.ts";

const rounds = 9;
const [unitCount, coderCount, categoryCount] = [100_000, 5, 20];

/** Krippendorff's α of many units, read into typed arrays before the clock starts; the interval; α of many spans. */
export async function bench(): Promise<BenchResult> {
  const data = codedUnits();
  const spans = markedSpans();
  const alpha = (level: AlphaLevel) => () => {
    const found = krippendorffsAlpha(data, { level });
    return found.exists && found.value > 0.4 && found.basis.units > 99_000;
  };
  return timeTable(rounds, [
    { name: "100,000 units x 5 coders x 20: alpha, nominal", barMs: 50, run: alpha("nominal") },
    { name: "the same, ordinal", run: alpha("ordinal") },
    {
      name: "the same, interval of nominal alpha, 100 draws",
      barMs: 500,
      run: () => {
        const difference = { level: "nominal" as const };
        return alphaBootstrap(data, { difference, seed: 1, draws: 100 }).exists;
      },
    },
    {
      name: "8 coders x 500 spans: u-alpha and its family",
      run: () => {
        const { uAlpha, cuAlpha } = unitizingAlphas(spans);
        return uAlpha.exists && cuAlpha.exists && uAlpha.value > 0.3;
      },
    },
  ]);
}

/** Coders give the true category in 75 of 100 cases and any in the others; one value in ten is missing. */
function codedUnits(): ReliabilityData {
  const index = seededIndex(11);
  return reliabilityData(
    Array.from({ length: unitCount }, () => {
      const truth = index(categoryCount);
      return Array.from({ length: coderCount }, () => {
        const value = index(4) > 0 ? truth : index(categoryCount);
        return index(10) === 0 ? null : value;
      });
    }),
  );
}

/** Every coder marks the same 500 passages, each beginning and ending up to nine characters elsewhere. */
function markedSpans(): Unitization {
  const index = seededIndex(12);
  const segments = Array.from({ length: 8 }, (_, coder) =>
    Array.from({ length: 500 }, (__, passage) => ({
      ...{ coder, code: index(5) > 0 ? passage % 12 : index(12) },
      ...{ start: 100 * passage + index(10), end: 100 * passage + 60 + index(10) },
    })),
  );
  return { length: 50_000, coderCount: 8, codeCount: 12, segments: segments.flat() };
}
