import type { Language } from "@mehrwert/study";
import type { ExchangeImport } from "./import-exchange.ts";

/**
 * What became of an exchange file, for programs and for the record: `import-report.json`. Decisions are sentences in one
 * language; `kind` is a word that stays the same.
 */
export function exchangeReport(
  imported: ExchangeImport,
  about: {
    fileName: string;
    language: Language;
    softwareVersion: string;
    native: string | undefined;
  },
): object {
  const { fileName, language, softwareVersion, native } = about;
  const { accepted, kind, origin, deviations, counts } = imported;
  return {
    ...{ format: "mehrwert-exchange-import", formatVersion: 1 },
    software: { name: "mehrwert", version: softwareVersion },
    file: fileName,
    ...{ kind: kind ?? null, origin: origin ?? null, nativeFile: native ?? null, accepted },
    ...(!imported.accepted && {
      reasons: imported.issues.map(({ path, message, advice }) => ({
        where: path,
        message: message[language],
        advice: advice[language],
      })),
    }),
    counts,
    deviations: deviations.map((each) => ({ ...each, decision: each.decision[language] })),
  };
}
