import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { ShownRankingTable } from "@mehrwert/analysis";
import type { ImportedInstrument, ImportRequest } from "@mehrwert/import";
import type { HandOver, PreFieldChecks, Result, SurveyResponse } from "@mehrwert/study";
import type { HandOverInput } from "./hand-over-file.ts";
import type { SimulatedStudy, SimulationInput } from "./simulated-study.ts";
import type { ChecksInput, DatasetInput } from "./study-task.ts";
import type { WorkerReply, WorkerRequest, WorkerTask } from "./worker-messages.ts";

const portionSize = 100;

/**
 * A thread for what takes longer than a request may hold up all others: resampling, writing datasets,
 * simulating, reading files of other platforms.
 * It starts with the first task, works on one at a time, starts anew after a crash, and keeps no process alive.
 */
export class StudyWorker {
  #worker: Worker | undefined;
  #lastTask: Promise<unknown> = Promise.resolve();

  /** As `rankingTables`. */
  async rankingTables({ responses, ...input }: DatasetInput): Promise<ShownRankingTable[]> {
    const reply = await this.#enqueue({ task: "rankings", input }, responses);
    if ("rankings" in reply) return reply.rankings;
    throw failureOf(reply);
  }

  /** As `datasetZip`. */
  async datasetZip({ responses, ...input }: DatasetInput): Promise<Uint8Array<ArrayBuffer>> {
    const reply = await this.#enqueue({ task: "dataset", input }, responses);
    if ("zip" in reply) return reply.zip;
    throw failureOf(reply);
  }

  /** As `instrumentChecks`. */
  async instrumentChecks(input: ChecksInput): Promise<PreFieldChecks> {
    const reply = await this.#enqueue({ task: "checks", input });
    if ("checks" in reply) return reply.checks;
    throw failureOf(reply);
  }

  /** As `simulatedStudy`. */
  async simulatedStudy(input: SimulationInput): Promise<SimulatedStudy> {
    const reply = await this.#enqueue({ task: "simulation", input });
    if ("simulated" in reply) return reply.simulated;
    throw failureOf(reply);
  }

  /** As `handOverZip`. */
  async handOverZip(input: HandOverInput): Promise<Uint8Array<ArrayBuffer>> {
    const reply = await this.#enqueue({ task: "hand-over", input });
    if ("zip" in reply) return reply.zip;
    throw failureOf(reply);
  }

  /** As `handOverOf`. */
  async handOverOf(input: Uint8Array): Promise<Result<HandOver>> {
    const reply = await this.#enqueue({ task: "take-in", input });
    if ("handOver" in reply) return reply.handOver;
    throw failureOf(reply);
  }

  /** As `importInstrument`. */
  async importedInstrument(input: ImportRequest): Promise<Result<ImportedInstrument>> {
    const reply = await this.#enqueue({ task: "import", input });
    if ("imported" in reply) return reply.imported;
    throw failureOf(reply);
  }

  #enqueue(task: WorkerTask, responses: readonly SurveyResponse[] = []): Promise<WorkerReply> {
    const run = this.#lastTask.then(() => this.#run(task, responses));
    this.#lastTask = run.catch(() => undefined);
    return run;
  }

  async #run(task: WorkerTask, responses: readonly SurveyResponse[]): Promise<WorkerReply> {
    const worker = this.#worker ?? this.#start();
    const reply = nextReply(worker);
    const post = (request: WorkerRequest) => worker.postMessage(request);
    for (let start = 0; start < responses.length; start += portionSize) {
      post({ portion: responses.slice(start, start + portionSize) });
      await setImmediate();
    }
    post(task);
    return reply;
  }

  #start(): Worker {
    const worker = new Worker(new URL("./start-worker.mjs", import.meta.url), { execArgv: [] });
    worker.unref();
    worker.once("exit", () => {
      if (this.#worker === worker) this.#worker = undefined;
    });
    this.#worker = worker;
    return worker;
  }
}

function nextReply(worker: Worker): Promise<WorkerReply> {
  return new Promise((resolve, reject) => {
    const settle = (done: () => void) => {
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      done();
    };
    const onMessage = (reply: WorkerReply) => settle(() => resolve(reply));
    const onError = (error: unknown) => settle(() => reject(error));
    const onExit = () => settle(() => reject(new Error("the worker ended before it replied")));
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
  });
}

function failureOf(reply: WorkerReply): unknown {
  return "failure" in reply ? reply.failure : new Error("the worker replied to another task");
}
