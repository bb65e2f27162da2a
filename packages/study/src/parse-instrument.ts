import { type Instrument, instrumentSchema } from "./instrument.ts";
import { lintInstrument } from "./lint-instrument.ts";
import { instrumentLimitIssues } from "./parse-instrument/limits.ts";
import { withoutShapeFaults } from "./parse-instrument/mended.ts";
import { shapeIssues } from "./parse-instrument/shape.ts";
import type { Issue, Result } from "./result.ts";

/**
 * Reads an instrument file: an instrument that can be fielded, or everything that is wrong with the file.
 *
 * Refuses files too large, too deep or with keys such as `__proto__` before looking closer; then checks the shape,
 * then `lintInstrument`. Where only texts are missing or keys unknown, the lint still looks at the rest, so that one
 * reading shows all faults. Texts are trimmed; nothing else is changed.
 *
 * @example const instrument = parseInstrument(JSON.parse(text));
 */
export function parseInstrument(json: unknown): Result<Instrument> {
  const limits = instrumentLimitIssues(json);
  if (limits.length > 0) return { ok: false, issues: limits };
  const parsed = instrumentSchema.safeParse(json, { reportInput: true });
  if (!parsed.success) {
    const issues = parsed.error.issues.flatMap(shapeIssues);
    return { ok: false, issues: [...issues, ...lintOfTheRest(json, parsed.error.issues)] };
  }
  const issues = lintInstrument(parsed.data);
  return issues.some(({ severity }) => severity === "error")
    ? { ok: false, issues }
    : { ok: true, value: parsed.data, warnings: issues };
}

function lintOfTheRest(json: unknown, faults: Parameters<typeof withoutShapeFaults>[1]): Issue[] {
  const mended = instrumentSchema.safeParse(withoutShapeFaults(json, faults));
  return mended.success ? lintInstrument(mended.data) : [];
}
