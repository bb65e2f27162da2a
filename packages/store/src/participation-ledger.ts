import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { type FileHandle, open, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { databaseErrorCode } from "./database-failure.ts";
import type { Held } from "./held-over-processes.ts";
import type { OnFileStep } from "./on-file-step.ts";
import { StoreUnavailable } from "./store-unavailable.ts";

const markBytes = 32;
const untouched = Buffer.alloc(markBytes);

/**
 * Who has begun to take part, one mark for each invitation, in one file of fixed length for each study.
 *
 * It is a file and no table because a database keeps more than it shows: row versions, transaction numbers and the
 * write-ahead log tell in which order, and to the microsecond when, people began, and the same of their answers. A mark
 * overwrites its own place, which was drawn at random, and leaves nothing else behind. When `begin` returns, the mark is
 * on disk. Processes on one database may share a folder: of two that mark the same place, the second sees what the first did.
 */
export class ParticipationLedger {
  readonly #folder: string;
  readonly #onStep: OnFileStep;
  /** Reads and writes of one file, one after the other. */
  readonly #queues = new Map<string, Promise<unknown>>();

  readonly #held: Held;

  /**
   * @param held locks over all processes that share the folder
   * @param onStep told each step in which a file changes: for tests that end the process there
   */
  constructor(folder: string, held: Held, onStep: OnFileStep = () => {}) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.#folder = folder;
    this.#held = held;
    this.#onStep = onStep;
  }

  #file(study: string): string {
    return join(this.#folder, `${study}.begun`);
  }

  #inTurn<T>(study: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.#queues.get(study) ?? Promise.resolve()).then(work);
    this.#queues.set(
      study,
      turn.catch(() => undefined),
    );
    return turn;
  }

  /** Makes room for so many invitations; what is marked stays. Callers hold the study's row, so that two never do it at once. */
  extend(study: string, slots: number): Promise<void> {
    return this.#inTurn(study, async () => {
      const handle = await open(this.#file(study), "a", 0o600);
      try {
        const { size } = await handle.stat();
        const missing = slots * markBytes - size;
        if (missing > 0) await handle.appendFile(Buffer.alloc(missing));
        await handle.sync();
      } finally {
        await handle.close();
      }
      const folder = await open(this.#folder, "r");
      await folder.sync().finally(() => folder.close());
    });
  }

  /**
   * Marks an invitation as used. The same mark again is granted again, so that whose reply got lost can ask once more.
   *
   * @param mark 32 bytes, not all zero
   * @returns false if it was used with another mark before
   * @throws StoreUnavailable if the study's file is missing or too short
   */
  begin(study: string, slot: number, mark: Uint8Array): Promise<boolean> {
    if (mark.length !== markBytes || untouched.equals(mark))
      throw new RangeError("begin requires a mark of 32 bytes");
    return this.#inTurn(study, () =>
      this.#held(`ledger ${study} ${slot}`, async () => {
        // Opened while the lock is held: file systems shared over a network show only then what others wrote.
        const handle = await this.#open(study);
        try {
          const before = await this.#mark(handle, study, slot);
          if (before.equals(mark)) return true;
          if (!before.equals(untouched)) return false;
          this.#onStep("ledger: writing a mark");
          await handle.write(mark, 0, markBytes, slot * markBytes);
          this.#onStep("ledger: syncing a mark");
          await handle.datasync();
          this.#onStep("ledger: a mark is on disk");
          return true;
        } finally {
          await handle.close();
        }
      }),
    );
  }

  /** Whether an invitation is still unused. @throws StoreUnavailable as `begin` */
  isFree(study: string, slot: number): Promise<boolean> {
    return this.#inTurn(study, async () => {
      const handle = await this.#open(study);
      try {
        return (await this.#mark(handle, study, slot)).equals(untouched);
      } finally {
        await handle.close();
      }
    });
  }

  /** Does for a code that nobody has what `isFree` does for others, so that no time tells them apart. Tells nothing. */
  async lookAtNothing(study: string): Promise<void> {
    await this.isFree(study, 0).catch(() => undefined);
  }

  async #mark(handle: FileHandle, study: string, slot: number): Promise<Buffer> {
    const mark = Buffer.alloc(markBytes);
    const { bytesRead } = await handle.read(mark, 0, markBytes, slot * markBytes);
    if (bytesRead < markBytes) throw missing(this.#file(study));
    return mark;
  }

  async #open(study: string): Promise<FileHandle> {
    return open(this.#file(study), "r+").catch((error) => {
      if (databaseErrorCode(error) === "ENOENT") throw missing(this.#file(study));
      throw error;
    });
  }

  /** The places that are marked, of `slots` there should be. @throws StoreUnavailable as `begin` */
  begun(study: string, slots: number): Promise<ReadonlySet<number>> {
    return this.#inTurn(study, async () => {
      const file = await readFile(this.#file(study)).catch(() => untouched.subarray(0, 0));
      if (file.length < slots * markBytes) throw missing(this.#file(study));
      const marked = Array.from({ length: slots }, (_, slot) => slot).filter(
        (slot) => !untouched.equals(file.subarray(slot * markBytes, (slot + 1) * markBytes)),
      );
      return new Set(marked);
    });
  }

  /** What stands at the marked places, in hexadecimal, for handing a study over. */
  marks(study: string): Promise<ReadonlyMap<number, string>> {
    return this.#inTurn(study, async () => {
      const file = await readFile(this.#file(study)).catch(() => untouched.subarray(0, 0));
      const places = Array.from({ length: Math.floor(file.length / markBytes) }, (_, slot) => {
        const mark = file.subarray(slot * markBytes, (slot + 1) * markBytes);
        return [slot, mark.toString("hex")] as const;
      });
      return new Map(places.filter(([, mark]) => mark !== untouched.toString("hex")));
    });
  }

  /** Writes the file of a study that was handed over: every invitation with its mark, as far as it is used. */
  async restore(
    study: string,
    invited: readonly { slot?: number | undefined; mark?: string | undefined }[],
  ): Promise<void> {
    const slots = Math.max(...invited.map(({ slot = 0 }) => slot)) + 1;
    const file = Buffer.alloc(slots * markBytes);
    for (const { slot, mark } of invited)
      if (slot !== undefined && mark !== undefined) file.write(mark, slot * markBytes, "hex");
    await this.#replace(study, file);
  }

  #replace(study: string, content: Buffer): Promise<void> {
    return this.#inTurn(study, async () => {
      const handle = await open(this.#file(study), "w", 0o600);
      try {
        await handle.writeFile(content);
        await handle.sync();
      } finally {
        await handle.close();
      }
    });
  }

  /** Forgets who has begun, once nobody is invited any more. */
  remove(study: string): Promise<void> {
    return this.#inTurn(study, () => rm(this.#file(study), { force: true }));
  }

  /** @throws StoreUnavailable if the study's file is missing or too short: better than to let everybody begin again */
  async requireRoom(study: string, slots: number): Promise<void> {
    const size = await stat(this.#file(study)).then(
      (found) => found.size,
      () => 0,
    );
    if (size < slots * markBytes) throw missing(this.#file(study));
  }
}

/** Places for new invitations behind those there are, in random order. */
export function randomSlots(from: number, count: number): number[] {
  const keyed = Array.from({ length: count }, (_, at) => ({
    slot: from + at,
    key: randomBytes(8),
  }));
  return keyed.sort((one, other) => one.key.compare(other.key)).map(({ slot }) => slot);
}

function missing(file: string): StoreUnavailable {
  return new StoreUnavailable({
    de: `Das Teilnahmeverzeichnis ${file} fehlt oder ist zu kurz; bitte stellen Sie die neueste Fassung wieder her, sonst könnten Eingeladene zweimal teilnehmen.`,
    en: `The participation ledger ${file} is missing or too short; please restore its newest copy, or people invited could take part twice.`,
  });
}
