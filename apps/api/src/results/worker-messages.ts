import type { ShownRankingTable } from "@mehrwert/analysis";
import type { ImportedInstrument, ImportRequest } from "@mehrwert/import";
import type { HandOver, PreFieldChecks, Result, SurveyResponse } from "@mehrwert/study";
import type { HandOverInput } from "./hand-over-file.ts";
import type { SimulatedStudy, SimulationInput } from "./simulated-study.ts";
import type { ChecksInput, DatasetInput } from "./study-task.ts";

/** To the worker: responses in portions, so that neither thread stops for long, then what to do with them. */
export type WorkerRequest = { portion: SurveyResponse[] } | WorkerTask;

/** What to do; with responses, those of the portions before. */
export type WorkerTask =
  | { task: "rankings" | "dataset"; input: Omit<DatasetInput, "responses"> }
  | { task: "checks"; input: ChecksInput }
  | { task: "import"; input: ImportRequest }
  | { task: "simulation"; input: SimulationInput }
  | { task: "hand-over"; input: HandOverInput }
  | { task: "take-in"; input: Uint8Array };

/** From the worker, once per task. */
export type WorkerReply =
  | { rankings: ShownRankingTable[] }
  | { zip: Uint8Array<ArrayBuffer> }
  | { checks: PreFieldChecks }
  | { imported: Result<ImportedInstrument> }
  | { simulated: SimulatedStudy }
  | { handOver: Result<HandOver> }
  | { failure: unknown };
