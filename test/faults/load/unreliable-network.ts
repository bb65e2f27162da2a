import { setTimeout as wait } from "node:timers/promises";

/** What becomes of one request between a browser and the server. */
export type Fate =
  /** Nothing happens to it. */
  | "arrives"
  /** The server never hears of it. */
  | "request lost"
  /** The server does what was asked, and nobody is told. */
  | "reply lost"
  /** It arrives two times at once. */
  | "doubled"
  /** Its sender gives it up; it arrives after others that were sent later. */
  | "late";

/** The network refuses: what `fetch` throws then. */
const broken = () => new TypeError("fetch failed");

/**
 * A `fetch` over a network that does to each request what `nextFate` says. What is late arrives once as many requests
 * as `lateBy` says have been sent after it, or when the network is `calm` again.
 */
export class UnreliableNetwork {
  readonly #nextFate: () => Fate;
  readonly #lateBy: number;
  #late: { after: number; deliver: () => Promise<unknown> }[] = [];
  #sent = 0;

  constructor(nextFate: () => Fate, lateBy = 3) {
    this.#nextFate = nextFate;
    this.#lateBy = lateBy;
  }

  async fetch(url: string, init: RequestInit): Promise<Response> {
    this.#sent += 1;
    const fate = this.#nextFate();
    const sending = fate === "late" ? this.#hold(url, init) : this.#send(fate, url, init);
    const [reply] = await Promise.allSettled([sending, this.#deliverDue()]);
    if (reply.status === "rejected") throw reply.reason;
    return reply.value;
  }

  /** Delivers everything that is still on its way. */
  async calm(): Promise<void> {
    for (const { deliver } of this.#late.splice(0)) await deliver();
  }

  async #send(fate: Fate, url: string, init: RequestInit): Promise<Response> {
    if (fate === "request lost") throw broken();
    if (fate === "doubled") {
      const [one] = await Promise.all([fetch(url, init), deliver(url, init)]);
      return one;
    }
    const reply = await fetch(url, init);
    if (fate !== "reply lost") return reply;
    await reply.arrayBuffer();
    throw broken();
  }

  async #hold(url: string, init: RequestInit): Promise<Response> {
    this.#late.push({ after: this.#sent + this.#lateBy, deliver: () => deliver(url, init) });
    await wait(0);
    throw broken();
  }

  async #deliverDue(): Promise<void> {
    const due = this.#late.filter(({ after }) => after <= this.#sent);
    this.#late = this.#late.filter(({ after }) => after > this.#sent);
    await Promise.all(due.map(({ deliver: arrive }) => arrive()));
  }
}

async function deliver(url: string, init: RequestInit): Promise<void> {
  await (await fetch(url, init)).arrayBuffer();
}
