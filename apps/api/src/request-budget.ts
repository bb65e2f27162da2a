/**
 * How many requests something may still get: so many a minute, counted in memory and for the thing asked about, never
 * for who asks.
 */
export class RequestBudget {
  readonly #perMinute: number;
  readonly #now: () => Date;
  readonly #used = new Map<string, { minute: number; requests: number }>();

  constructor({ perMinute, now }: { perMinute: number; now: () => Date }) {
    this.#perMinute = perMinute;
    this.#now = now;
  }

  /** Counts one request; false if it is one too many. */
  takes(thing: string): boolean {
    const minute = Math.floor(this.#now().getTime() / 60_000);
    const before = this.#used.get(thing);
    const requests = before?.minute === minute ? before.requests + 1 : 1;
    this.#used.set(thing, { minute, requests });
    return requests <= this.#perMinute;
  }
}
