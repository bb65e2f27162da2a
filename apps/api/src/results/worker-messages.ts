import type { ShownRankingTable } from "@mehrwert/analysis";
import type { SurveyResponse } from "@mehrwert/study";
import type { DatasetInput } from "./study-task.ts";

/** To the worker: responses in portions, so that neither thread stops for long, then what to do with them. */
export type WorkerRequest =
  | { portion: SurveyResponse[] }
  | { task: "rankings" | "dataset"; input: Omit<DatasetInput, "responses"> };

/** From the worker, once per task. */
export type WorkerReply =
  | { rankings: ShownRankingTable[] }
  | { zip: Uint8Array<ArrayBuffer> }
  | { failure: unknown };
