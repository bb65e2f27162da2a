import type { ImportedInstrument, ImportRequest } from "@mehrwert/import";
import type { HandOver, PreFieldChecks, Result, SurveyResponse } from "@mehrwert/study";
import type { HandOverInput } from "./hand-over-file.ts";
import type { SimulatedStudy, SimulationInput } from "./simulated-study.ts";
import type { ChecksInput, DatasetInput, ReleasedTexts, ReleaseInput } from "./study-task.ts";

/** Everything a dataset is made of but its responses. */
export type DatasetFrame = Omit<DatasetInput, "responses">;

/**
 * To the worker: the beginning of a task, then responses in portions, so that neither thread stops for long, then what
 * to do with them. With a `frame` they become columns at once, however many they are; without they are kept as they are.
 */
export type WorkerRequest =
  | { begin: { frame?: DatasetFrame } }
  | { portion: SurveyResponse[] }
  | WorkerTask;

/** What to do; with responses, those of the portions before. */
export type WorkerTask =
  | { task: "release"; input: ReleaseInput }
  | { task: "dataset"; input: DatasetFrame }
  | { task: "checks"; input: ChecksInput }
  | { task: "import"; input: ImportRequest }
  | { task: "simulation"; input: SimulationInput }
  | { task: "hand-over"; input: HandOverInput }
  | { task: "take-in"; input: Uint8Array };

/** From the worker, once per task. */
export type WorkerReply =
  | { released: ReleasedTexts & { workingMs: number } }
  | { zip: Uint8Array<ArrayBuffer> }
  | { checks: PreFieldChecks }
  | { imported: Result<ImportedInstrument> }
  | { simulated: SimulatedStudy }
  | { handOver: Result<HandOver> }
  | { failure: unknown };
