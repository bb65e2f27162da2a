import { randomInt } from "node:crypto";
import { setPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import { importInstrument } from "@mehrwert/import";
import type { SurveyResponse } from "@mehrwert/study";
import { GrownDataset } from "./grown-dataset.ts";
import { handOverOf, handOverZip } from "./hand-over-file.ts";
import { simulatedStudy } from "./simulated-study.ts";
import { datasetZip, instrumentChecks, releasedTexts } from "./study-task.ts";
import type { WorkerReply, WorkerRequest, WorkerTask } from "./worker-messages.ts";

// Saving answers comes first. Linux counts priority by thread; elsewhere this would slow the whole server.
if (process.platform === "linux") setPriority(10);

let responses: SurveyResponse[] = [];
let grown: GrownDataset | undefined;
let begunAt = 0;

/** In what order open answers stand must be nobody's to guess. */
const unguessable = () => randomInt(2 ** 47) / 2 ** 47;

async function replyTo(request: WorkerTask): Promise<WorkerReply> {
  const given = { responses, grown, begunAt };
  begin();
  try {
    if (request.task === "checks") return { checks: instrumentChecks(request.input) };
    if (request.task === "import") return { imported: importInstrument(request.input) };
    if (request.task === "simulation") return { simulated: simulatedStudy(request.input) };
    if (request.task === "hand-over") return { zip: await handOverZip(request.input) };
    if (request.task === "take-in") return { handOver: await handOverOf(request.input) };
    if (request.task === "dataset")
      return { zip: await datasetZip({ ...request.input, responses: given.responses }) };
    if (given.grown === undefined) throw new RangeError("a release requires a frame");
    const released = releasedTexts(given.grown, request.input, unguessable);
    return { released: { ...released, workingMs: performance.now() - given.begunAt } };
  } catch (failure) {
    return { failure };
  }
}

function begin(next?: GrownDataset): void {
  responses = [];
  grown = next;
  begunAt = performance.now();
}

parentPort?.on("message", async (request: WorkerRequest) => {
  if ("begin" in request) {
    const { frame } = request.begin;
    begin(frame === undefined ? undefined : new GrownDataset(frame));
  } else if (!("portion" in request)) parentPort?.postMessage(await replyTo(request));
  else if (grown === undefined) responses.push(...request.portion);
  else grown.add(request.portion);
});
