import { readFileSync } from "node:fs";
import type { Instrument, Study } from "@mehrwert/study";
import type { SignedInAsker } from "../setup/account.ts";
import type { MehrwertProcess } from "../setup/process.ts";
import { simulatedResponses } from "./wide-study.ts";

const seconds = 30;
const perSecond = 100;
const watchEveryMs = 5000;

/** `processorMs`: of the server while they were saved, its releases included. */
type Measured = {
  times: readonly number[];
  failed: number;
  releases: number;
  processorMs: number;
};

/** How long saves took, in milliseconds. */
export class SaveTimes {
  readonly #times: number[];
  readonly failed: number;
  readonly #releases: number;
  readonly #processorMs: number;

  constructor({ times, failed, releases, processorMs }: Measured) {
    this.#times = [...times].sort((one, other) => one - other);
    this.failed = failed;
    this.#releases = releases;
    this.#processorMs = processorMs;
  }

  get p99Ms(): number {
    return this.#quantile(0.99);
  }

  #quantile(share: number): number {
    return this.#times[Math.floor(share * (this.#times.length - 1))] ?? Number.POSITIVE_INFINITY;
  }

  inWords(): string {
    const of = (share: number) => this.#quantile(share).toFixed(0);
    return `p50 ${of(0.5)}, p99 ${of(0.99)}, slowest ${of(1)} ms; ${this.#times.length} saved, ${this.failed} failed, ${this.#releases} releases meanwhile, ${(this.#processorMs / this.#times.length).toFixed(1)} ms of the server's processor time for each`;
  }
}

/** Participants who send at a steady rate, whether earlier ones are done or not, and researchers who watch. */
export class SavesWhileWatched {
  readonly #origin: string;
  readonly #ask: SignedInAsker;
  readonly #pid: number;
  readonly #study: Study;
  readonly #next: () => object;

  constructor(
    { url, pid, ask }: MehrwertProcess & { ask: SignedInAsker },
    study: Study,
    instrument: Instrument,
  ) {
    this.#ask = ask;
    this.#origin = url;
    this.#pid = pid;
    this.#study = study;
    this.#next = simulatedResponses(study, instrument);
  }

  async run({ watchers }: { watchers: number }): Promise<SaveTimes> {
    const before = await this.#release();
    const processorMs = processorMsOf(this.#pid);
    const stop = new AbortController();
    const watching = Array.from({ length: watchers }, (_, number) =>
      this.#watch((number * watchEveryMs) / Math.max(1, watchers), stop.signal),
    );
    const times: number[] = [];
    const sending: Promise<void>[] = [];
    let failed = 0;
    const start = performance.now();
    for (let sent = 0; sent < seconds * perSecond; sent += 1) {
      const dueMs = (sent * 1000) / perSecond - (performance.now() - start);
      if (dueMs > 0) await pause(dueMs);
      const due = start + (sent * 1000) / perSecond;
      sending.push(
        this.#save().then((isSaved) => {
          if (isSaved) times.push(performance.now() - due);
          else failed += 1;
        }),
      );
    }
    await Promise.all(sending);
    stop.abort();
    await Promise.all(watching);
    return new SaveTimes({
      ...{ times, failed },
      releases: (await this.#release()) - before,
      processorMs: processorMsOf(this.#pid) - processorMs,
    });
  }

  async #save(): Promise<boolean> {
    const reply = await fetch(`${this.#origin}/api/studies/${this.#study.slug}/responses`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(this.#next()),
    });
    await reply.arrayBuffer();
    return reply.status === 201;
  }

  /** Asks again and again, as the page does, with what it has already. */
  async #watch(waitMs: number, signal: AbortSignal): Promise<void> {
    let tag = "";
    await pause(waitMs);
    while (!signal.aborted) {
      const reply = await this.#ask(`/api/studies/${this.#study.slug}/results`, {
        headers: tag === "" ? {} : { "if-none-match": tag },
      });
      await reply.arrayBuffer();
      tag = reply.headers.get("etag") ?? "";
      await pause(watchEveryMs);
    }
  }

  async #release(): Promise<number> {
    const reply = await this.#ask(`/api/studies/${this.#study.slug}/results`);
    const { release }: { release: number } = await reply.json();
    return release;
  }
}

/** Processor time of a process so far, its threads included; Linux counts it in hundredths of a second. */
function processorMsOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return 10 * (Number(fields[11]) + Number(fields[12]));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
