import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { ImportedInstrument, ImportRequest } from "@mehrwert/import";
import type { HandOver, PreFieldChecks, Result, SurveyResponse } from "@mehrwert/study";
import { failureOf, nextReply } from "../threads/next-reply.ts";
import type { HandOverInput } from "./hand-over-file.ts";
import type { SimulatedStudy, SimulationInput } from "./simulated-study.ts";
import type { ChecksInput, DatasetInput, ReleasedTexts, ReleaseInput } from "./study-task.ts";
import type { DatasetFrame, WorkerReply, WorkerRequest, WorkerTask } from "./worker-messages.ts";

const portionSize = 100;

type Portions = AsyncIterable<SurveyResponse[]> | Iterable<SurveyResponse[]>;

type Given = { frame?: DatasetFrame; portions?: Portions; onPortion?: (done: number) => void };

/**
 * A thread for what takes longer than a request may hold up all others: resampling, writing datasets,
 * simulating, reading files of other platforms.
 * It starts with the first task, works on one at a time, starts anew after a crash, and keeps no process alive.
 */
export class StudyWorker {
  #worker: Worker | undefined;
  #lastTask: Promise<unknown> = Promise.resolve();

  /** As `releasedTexts`, of responses that come in portions; `onPortion` is told how many have come so far.
   * `workingMs`: how long the thread had to do with it. */
  async release(
    input: ReleaseInput,
    frame: DatasetFrame,
    { portions, onPortion }: { portions: Portions; onPortion: (done: number) => void },
  ): Promise<ReleasedTexts & { workingMs: number }> {
    const reply = await this.#enqueue({ task: "release", input }, { frame, portions, onPortion });
    if ("released" in reply) return reply.released;
    throw failureOf(reply);
  }

  /** As `datasetZip`. */
  async datasetZip({ responses, ...input }: DatasetInput): Promise<Uint8Array<ArrayBuffer>> {
    const reply = await this.#enqueue({ task: "dataset", input }, { portions: [responses] });
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

  #enqueue(task: WorkerTask, given: Given = {}): Promise<WorkerReply> {
    const run = this.#lastTask.then(() => this.#run(task, given));
    this.#lastTask = run.catch(() => undefined);
    return run;
  }

  async #run(task: WorkerTask, { frame, portions = [], onPortion }: Given): Promise<WorkerReply> {
    const worker = this.#worker ?? this.#start();
    const reply = nextReply<WorkerReply>(worker);
    const post = (request: WorkerRequest) => worker.postMessage(request);
    try {
      post({ begin: frame === undefined ? {} : { frame } });
      let done = 0;
      for await (const responses of portions) {
        for (let start = 0; start < responses.length; start += portionSize) {
          post({ portion: responses.slice(start, start + portionSize) });
          await setImmediate();
        }
        done += responses.length;
        onPortion?.(done);
      }
      post(task);
    } catch (error) {
      // What was sent so far belongs to nothing any more.
      reply.catch(() => undefined);
      await worker.terminate();
      throw error;
    }
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
