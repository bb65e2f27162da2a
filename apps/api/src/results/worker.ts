import { parentPort } from "node:worker_threads";
import type { SurveyResponse } from "@mehrwert/study";
import { type DatasetInput, datasetZip, rankingTables } from "./study-task.ts";
import type { WorkerReply, WorkerRequest } from "./worker-messages.ts";

let responses: SurveyResponse[] = [];

async function replyTo(task: "rankings" | "dataset", input: DatasetInput): Promise<WorkerReply> {
  try {
    return task === "rankings"
      ? { rankings: rankingTables(input) }
      : { zip: await datasetZip(input) };
  } catch (failure) {
    return { failure };
  }
}

parentPort?.on("message", async (request: WorkerRequest) => {
  if ("portion" in request) {
    responses.push(...request.portion);
    return;
  }
  const input = { ...request.input, responses };
  responses = [];
  parentPort?.postMessage(await replyTo(request.task, input));
});
