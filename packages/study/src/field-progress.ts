export {
  type DispositionCode,
  dispositionCodes,
  dispositions,
  dispositionWords,
  type FieldFacts,
  outcomeCounts,
} from "./field-progress/dispositions.ts";
export {
  estimatedEligibility,
  type OutcomeCounts,
  type ResponseRates,
  responseRates,
} from "./field-progress/outcome-rates.ts";
export {
  nextFigures,
  type ProgressFigures,
  progressFiguresSchema,
  smallestStep,
} from "./field-progress/progress-figures.ts";
