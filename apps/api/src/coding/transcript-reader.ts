import { Worker } from "node:worker_threads";
import type { LocalizedText, Result } from "@mehrwert/study";
import { failureOf, nextReply } from "../threads/next-reply.ts";
import type {
  CarriedCodings,
  Correction,
  ReadingReply,
  ReadingTask,
  ReadTranscript,
  TranscriptFile,
} from "./reading-messages.ts";

/** What reading one file may cost before it is refused; and for how long the thread waits for the next. */
export type ReadingLimits = { timeMs: number; memoryMb: number; idleMs: number };

const usualLimits: ReadingLimits = { timeMs: 20_000, memoryMb: 512, idleMs: 60_000 };

/**
 * Reads transcripts in a thread of its own, so that a file made to take long holds up nobody who is answering. What takes
 * more time or memory than it may is refused, and its thread ended.
 *
 * It starts with the first file, works on one at a time, starts anew after a crash, ends after a minute without any
 * because it holds some 80 MB, and keeps no process alive.
 */
export class TranscriptReader {
  readonly #limits: ReadingLimits;
  #worker: Promise<Worker> | undefined;
  #idle: NodeJS.Timeout | undefined;
  #lastTask: Promise<unknown> = Promise.resolve();

  constructor(limits: Partial<ReadingLimits> = {}) {
    this.#limits = { ...usualLimits, ...limits };
  }

  /** As `importTranscript`; the bytes are gone from here afterwards. */
  async read(file: TranscriptFile): Promise<Result<ReadTranscript>> {
    const reply = await this.#enqueue({ read: file }, [file.bytes.buffer]);
    if ("refused" in reply) return reply.refused;
    if ("read" in reply) return reply.read;
    throw failureOf(reply);
  }

  /** Where codings stand in the correction of a text, as `alignTexts` and `carryCodings` find. */
  async carry(correction: Correction): Promise<Result<CarriedCodings>> {
    const reply = await this.#enqueue({ carry: correction });
    if ("refused" in reply) return reply.refused;
    if ("carried" in reply) return { ok: true, value: reply.carried, warnings: [] };
    throw failureOf(reply);
  }

  #enqueue(task: ReadingTask, moved: ArrayBuffer[] = []): Promise<ReadingReply | Refused> {
    clearTimeout(this.#idle);
    const run = this.#lastTask.then(() => this.#run(task, moved));
    const done = run.then(
      () => undefined,
      () => undefined,
    );
    this.#lastTask = done;
    void done.then(() => {
      if (this.#lastTask !== done) return;
      this.#idle = setTimeout(() => void this.#end(), this.#limits.idleMs).unref();
    });
    return run;
  }

  async #run(task: ReadingTask, moved: ArrayBuffer[]): Promise<ReadingReply | Refused> {
    const worker = await (this.#worker ?? this.#start());
    const reply = nextReply<ReadingReply>(worker);
    worker.postMessage(task, moved);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<"late">((resolve) => {
      timer = setTimeout(() => resolve("late"), this.#limits.timeMs);
    });
    try {
      const first = await Promise.race([reply, late]);
      if (first !== "late") return first;
      reply.catch(() => undefined);
      await worker.terminate();
      return tooMuch("time");
    } catch (error) {
      this.#worker = undefined;
      if (isOutOfMemory(error)) return tooMuch("memory");
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  async #end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await (await worker)?.terminate();
  }

  #start(): Promise<Worker> {
    const worker = new Worker(new URL("./start-reading-thread.mjs", import.meta.url), {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.memoryMb },
    });
    worker.unref();
    const ready = nextReply<ReadingReply>(worker).then(() => worker);
    worker.once("exit", () => {
      if (this.#worker === ready) this.#worker = undefined;
    });
    this.#worker = ready;
    return ready;
  }
}

type Refused = { refused: Extract<Result<never>, { ok: false }> };

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}

function tooMuch(of: "time" | "memory"): Refused {
  const message: LocalizedText =
    of === "time"
      ? {
          de: "Die Datei einzulesen dauert zu lange; es wurde abgebrochen.",
          en: "Reading the file takes too long; it was stopped.",
        }
      : {
          de: "Die Datei einzulesen braucht zu viel Speicher; es wurde abgebrochen.",
          en: "Reading the file takes too much memory; it was stopped.",
        };
  const advice: LocalizedText = {
    de: "Das ist kein übliches Transkript. Teilen Sie es, oder speichern Sie nur den Text (.txt).",
    en: "That is no usual transcript. Split it, or save the text only (.txt).",
  };
  return { refused: { ok: false, issues: [{ path: "", severity: "error", message, advice }] } };
}
