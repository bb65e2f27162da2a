import { BusyKeys } from "./busy-keys.ts";
import { DatabaseFailure } from "./database-failure.ts";

type Waiting<Item, Result> = {
  item: Item;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
};

/**
 * Lets requests that arrive together share one transaction: while groups are being written, what comes is collected
 * for the next. A lone request waits for nobody. Each is answered when its own group is on disk.
 *
 * Items with the same key are written one after the other, in the order in which they came, and not while other work
 * holds the key. A group that fails because of what an item holds is written
 * one by one, so that the others do not suffer.
 */
export class GroupedWork<Item, Result> {
  readonly #doing: string;
  readonly #run: (items: readonly Item[]) => Promise<Result[]>;
  readonly #keyOf: (item: Item) => string;
  #waiting: Waiting<Item, Result>[] = [];
  #running = 0;
  readonly #busyKeys: BusyKeys;

  /** At most so many items share a group, and so many groups are written at once. */
  static readonly largestGroup = 64;
  static readonly mostGroups = 2;
  /** With more waiting, every further one is refused at once: it would be answered too late anyway. */
  static readonly longestQueue = 2_000;

  /** `doing` names the work in errors; `run` gives a result for every item, in order; `busyKeys` may be shared. */
  constructor(
    doing: string,
    {
      run,
      keyOf,
      busyKeys = new BusyKeys(),
    }: {
      run: (items: readonly Item[]) => Promise<Result[]>;
      keyOf: (item: Item) => string;
      busyKeys?: BusyKeys;
    },
  ) {
    this.#doing = doing;
    this.#run = run;
    this.#keyOf = keyOf;
    this.#busyKeys = busyKeys;
    busyKeys.whenFree(() => this.#next());
  }

  /** @throws DatabaseFailure with PostgreSQL's code for lack of resources if too many are waiting */
  add(item: Item): Promise<Result> {
    if (this.#waiting.length >= GroupedWork.longestQueue)
      return Promise.reject(new DatabaseFailure(this.#doing, "53000"));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      this.#next();
    });
  }

  #next(): void {
    if (this.#running >= GroupedWork.mostGroups || this.#waiting.length === 0) return;
    const group = this.#takeGroup();
    if (group.length === 0) return;
    this.#running += 1;
    void this.#write(group).finally(() => {
      this.#running -= 1;
      this.#busyKeys.free(group.map(({ item }) => this.#keyOf(item)));
    });
  }

  #takeGroup(): Waiting<Item, Result>[] {
    const keys = new Set<string>();
    const group: Waiting<Item, Result>[] = [];
    const later: Waiting<Item, Result>[] = [];
    for (const one of this.#waiting) {
      const key = this.#keyOf(one.item);
      const fits =
        group.length < GroupedWork.largestGroup && !keys.has(key) && !this.#busyKeys.has(key);
      keys.add(key);
      (fits ? group : later).push(one);
    }
    this.#waiting = later;
    for (const { item } of group) this.#busyKeys.take(this.#keyOf(item));
    return group;
  }

  async #write(group: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.#run(group.map(({ item }) => item));
      for (const [place, { resolve }] of group.entries()) {
        const result = results[place];
        if (result !== undefined) resolve(result);
      }
    } catch (error) {
      if (group.length > 1 && isAboutData(error)) {
        for (const one of group) await this.#write([one]);
      } else for (const { reject } of group) reject(error);
    }
  }
}

/** PostgreSQL's classes of errors that come from what was to be stored: data exceptions, violated constraints. */
function isAboutData(error: unknown): boolean {
  return error instanceof DatabaseFailure && /^2[23]/.test(error.code ?? "");
}
