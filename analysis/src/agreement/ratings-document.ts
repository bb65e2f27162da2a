import type { AgreementCoefficient, NoAgreement } from "@mehrwert/statistics";
import { csvText, type Language } from "@mehrwert/study";
import { originDocument } from "../text-table/study-origin.ts";
import { agreementReasons } from "./agreement-reasons.ts";
import { coefficients } from "./coefficients.ts";
import type { RatingsAgreement } from "./ratings-agreement.ts";

/**
 * Agreement on units as a plain object for programs. A coefficient that does not exist is null; `reasons` says why in the
 * language asked for, `reasonNames` by a name that no language changes.
 */
export function ratingsDocument(
  agreement: RatingsAgreement,
  { language, softwareVersion }: { language: Language; softwareVersion: string },
): object {
  const { coded, settings, basis, categories, interval, setAlphas, differences } = agreement;
  const absent = coefficients.flatMap(({ name }) => {
    const found = agreement[name];
    return found.exists ? [] : [{ name, reason: found.reason }];
  });
  const value = (found: { exists: true; value: number } | NoAgreement) =>
    found.exists ? found.value : null;
  return {
    ...{ format: "mehrwert-agreement-ratings", formatVersion: 1 },
    software: { name: "mehrwert", version: softwareVersion },
    ...{ version: softwareVersion, seed: settings.seed, origin: originDocument(coded.origin) },
    ...{ units: coded.units.length, coders: coded.coders.length, coderNames: coded.coders },
    ...{ comparedUnits: basis.units, comparedValues: basis.values, exclusions: basis.excluded },
    ...(coded.isSetValued
      ? { level: "nominal", isSetValued: true, setDistance: settings.setDistance }
      : { level: coded.level, isSetValued: false }),
    percentAgreement: value(agreement.percentAgreement),
    krippendorffsAlpha: value(agreement.krippendorffsAlpha),
    interval: interval.exists
      ? {
          ...{ of: "krippendorffsAlpha", lower: interval.lower, upper: interval.upper },
          ...{ level: interval.level, algorithm: interval.algorithm },
          ...{ seed: interval.seed, draws: interval.draws, failed: interval.failed },
          units: interval.units,
        }
      : null,
    fleissKappa: value(agreement.fleissKappa),
    cohensKappa: value(agreement.cohensKappa),
    brennanPrediger: agreement.brennanPrediger.exists
      ? { value: agreement.brennanPrediger.value, categories: categories.possible }
      : null,
    gwetsAc1: value(agreement.gwetsAc1),
    reasons: Object.fromEntries(
      absent.map(({ name, reason }) => [name, agreementReasons[reason][language]]),
    ),
    reasonNames: Object.fromEntries(absent.map(({ name, reason }) => [name, reason])),
    /** How many codes were possible, by whose word, and how many occur. */
    categories: { ...categories, isGiven: settings.possible !== undefined },
    expectedAgreement: expectedAgreement(agreement),
    ...(setAlphas !== undefined && {
      setAlphas: {
        nominal: value(setAlphas.nominal),
        jaccard: value(setAlphas.jaccard),
        masi: value(setAlphas.masi),
      },
    }),
    codes: agreement.shares.map(({ codes, ...each }) => ({ ...codeOf(codes, coded), ...each })),
    pairs: differences.pairs.map((pair) => ({
      ...{ coders: pair.coders, units: pair.units },
      percentAgreement: value(pair.percentAgreement),
      cohensKappa: value(pair.cohensKappa),
    })),
    confusions: differences.confusions.map(({ codes, count }) => ({
      codes: codes.map((each) => (coded.isSetValued ? each : (each[0] ?? null))),
      count,
    })),
    disagreements: differences.units.map(({ unit, codes }) => ({
      unit,
      codes: Object.fromEntries(
        coded.coders.map((coder, place) => {
          const given = codes[place] ?? null;
          return [coder, coded.isSetValued || given === null ? given : (given[0] ?? null)];
        }),
      ),
    })),
  };
}

function codeOf(codes: readonly string[], { isSetValued }: RatingsAgreement["coded"]): object {
  return isSetValued ? { codes } : { code: codes[0] ?? "" };
}

/** What each coefficient takes for chance. α at other levels than nominal has no share, but a disagreement. */
function expectedAgreement(agreement: RatingsAgreement): object {
  const { coded, krippendorffsAlpha: alpha } = agreement;
  const isShare = coded.isSetValued ? false : coded.level === "nominal";
  const expected = (found: AgreementCoefficient | NoAgreement) =>
    found.exists ? found.expected : null;
  return {
    krippendorffsAlpha: alpha.exists && isShare ? 1 - alpha.expectedDisagreement : null,
    fleissKappa: expected(agreement.fleissKappa),
    cohensKappa: expected(agreement.cohensKappa),
    brennanPrediger: expected(agreement.brennanPrediger),
    gwetsAc1: expected(agreement.gwetsAc1),
  };
}

/** One line per coefficient; an empty cell is a number that does not exist. */
export function ratingsCsv(agreement: RatingsAgreement, softwareVersion: string): string {
  const { coded, basis, categories, interval, settings } = agreement;
  const head = [
    ...["coefficient", "value", "lower", "upper", "expected", "level", "categories"],
    ...["units", "coders", "seed", "draws", "reason", "version"],
  ];
  const kind = coded.isSetValued ? `sets: ${settings.setDistance}` : coded.level;
  const lines = coefficients.flatMap(({ name }) => {
    if (name === "interval") return [];
    const found = agreement[name];
    const isAlpha = name === "krippendorffsAlpha";
    const bounds = isAlpha && interval.exists ? [interval.lower, interval.upper] : ["", ""];
    const drawn = isAlpha && interval.exists ? [interval.seed, interval.draws] : ["", ""];
    const needsPossible = name === "brennanPrediger" || name === "gwetsAc1";
    return [
      [
        ...[name, found.exists ? found.value : "", ...bounds],
        ...["expected" in found ? found.expected : "", isAlpha ? kind : ""],
        ...[needsPossible ? categories.possible : "", basis.units, basis.coders, ...drawn],
        ...[found.exists ? "" : found.reason, softwareVersion],
      ].map(String),
    ];
  });
  return csvText([head, ...lines]);
}
