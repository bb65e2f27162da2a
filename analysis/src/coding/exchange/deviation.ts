import type { LocalizedText } from "@mehrwert/study";

/** Where a file differs from the standard, or holds what has no place here. The README explains each. */
export const deviationKinds = [
  "container-name",
  "sources-folder",
  "namespace",
  "guid-form",
  "bad-guid",
  "duplicate-guid",
  "spelling",
  "misplaced-element",
  "unknown-part",
  "byte-order-mark",
  "encoding",
  "line-breaks",
  "utf16-positions",
  "missing-file",
  "external-file",
  "missing-text",
  "two-texts",
  "dangling-reference",
  "out-of-range",
  "reversed-selection",
  "zero-length-selection",
  "bad-position",
  "bad-value",
  "bad-colour",
  "bad-time",
  "time-without-zone",
  "no-name",
  "duplicate-name",
  "duplicate-coding",
  "coded-document",
  "coded-heading",
  "long-text",
  "not-text",
  "not-kept",
  "other-native-file",
] as const;
export type DeviationKind = (typeof deviationKinds)[number];

/** One thing in a file that is not as the standard has it, or that cannot be kept: where, and what was decided. */
export type Deviation = { kind: DeviationKind; where: string; decision: LocalizedText };

/** Collects deviations while a file is read. */
export type DeviationLog = {
  add: (kind: DeviationKind, where: string, de: string, en: string) => void;
  /** Told once for the whole file, with how often and the first place. */
  count: (kind: DeviationKind, key: string, where: string, decision: LocalizedText) => void;
  all: () => Deviation[];
};

/** An empty log. */
export function deviationLog(): DeviationLog {
  const single: Deviation[] = [];
  const counted = new Map<string, { deviation: Deviation; times: number }>();
  return {
    add: (kind, where, de, en) => {
      single.push({ kind, where, decision: { de, en } });
    },
    count: (kind, key, where, decision) => {
      const found = counted.get(`${kind} ${key}`);
      if (found !== undefined) found.times += 1;
      else counted.set(`${kind} ${key}`, { deviation: { kind, where, decision }, times: 1 });
    },
    all: () => [...[...counted.values()].map(withTimes), ...single],
  };
}

function withTimes({ deviation, times }: { deviation: Deviation; times: number }): Deviation {
  if (times === 1) return deviation;
  const { kind, where, decision } = deviation;
  return {
    ...{ kind, where },
    decision: { de: `${decision.de} (${times}-mal)`, en: `${decision.en} (${times} times)` },
  };
}
