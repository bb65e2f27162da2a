import { parentPort } from "node:worker_threads";
import { importInstrument } from "@mehrwert/import";
import type { SurveyResponse } from "@mehrwert/study";
import { handOverOf, handOverZip } from "./hand-over-file.ts";
import { simulatedStudy } from "./simulated-study.ts";
import { datasetZip, instrumentChecks, rankingTables } from "./study-task.ts";
import type { WorkerReply, WorkerRequest, WorkerTask } from "./worker-messages.ts";

let responses: SurveyResponse[] = [];

async function replyTo(request: WorkerTask): Promise<WorkerReply> {
  const given = responses;
  responses = [];
  try {
    if (request.task === "checks") return { checks: instrumentChecks(request.input) };
    if (request.task === "import") return { imported: importInstrument(request.input) };
    if (request.task === "simulation") return { simulated: simulatedStudy(request.input) };
    if (request.task === "hand-over") return { zip: await handOverZip(request.input) };
    if (request.task === "take-in") return { handOver: await handOverOf(request.input) };
    const input = { ...request.input, responses: given };
    return request.task === "rankings"
      ? { rankings: rankingTables(input) }
      : { zip: await datasetZip(input) };
  } catch (failure) {
    return { failure };
  }
}

parentPort?.on("message", async (request: WorkerRequest) => {
  if ("portion" in request) responses.push(...request.portion);
  else parentPort?.postMessage(await replyTo(request));
});
