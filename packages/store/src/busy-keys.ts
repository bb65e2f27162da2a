/**
 * Which keys are being written right now, whatever it is that is written: a response and a late save of its draft share
 * their id, and two statements that run at once do not see what the other does.
 */
export class BusyKeys {
  readonly #busy = new Set<string>();
  readonly #toldWhenFree = new Set<() => void>();

  has(key: string): boolean {
    return this.#busy.has(key);
  }

  take(key: string): void {
    this.#busy.add(key);
  }

  /** Gives keys free and tells whoever waits for one. */
  free(keys: readonly string[]): void {
    for (const key of keys) this.#busy.delete(key);
    for (const told of [...this.#toldWhenFree]) told();
  }

  /** Calls back, for good, whenever a key becomes free. */
  whenFree(told: () => void): void {
    this.#toldWhenFree.add(told);
  }

  /** Does something while nothing else is written under the key. */
  async alone<T>(key: string, work: () => Promise<T>): Promise<T> {
    while (this.has(key)) await this.#nextFree();
    this.take(key);
    try {
      return await work();
    } finally {
      this.free([key]);
    }
  }

  #nextFree(): Promise<void> {
    return new Promise((resolve) => {
      const told = () => {
        this.#toldWhenFree.delete(told);
        resolve();
      };
      this.#toldWhenFree.add(told);
    });
  }
}
