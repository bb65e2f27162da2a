export { countedDeviceWords } from "./field-progress/counted-device-words.ts";
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
} from "./field-progress/progress-figures.ts";
export { smallestStep } from "./field-progress/smallest-step.ts";
export {
  type CountedDevice,
  exactVisits,
  type VisitCount,
  type VisitFigures,
  visitFiguresSchema,
} from "./field-progress/visit-figures.ts";
