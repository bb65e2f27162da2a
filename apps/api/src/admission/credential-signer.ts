import { Worker } from "node:worker_threads";

type Reply = { number: number; signature?: Uint8Array };

/**
 * Signs credentials blindly in a thread of its own, so that a burst of participants holds up nobody who is answering.
 * It starts with the first signature, starts anew after a crash, and keeps no process alive.
 */
export class CredentialSigner {
  #worker: Worker | undefined;
  #last = 0;
  readonly #waiting = new Map<number, (signature: Uint8Array | undefined) => void>();

  /**
   * The signature of what was blinded, as long as the key's modulus.
   *
   * @param privateKey PKCS 8 in PEM
   * @returns undefined if it is no number below the modulus, or the result did not pass its check
   */
  sign(privateKey: string, blinded: Uint8Array): Promise<Uint8Array | undefined> {
    const worker = this.#worker ?? this.#start();
    this.#last += 1;
    const number = this.#last;
    return new Promise((resolve) => {
      this.#waiting.set(number, resolve);
      worker.postMessage({ number, pem: privateKey, blinded });
    });
  }

  #start(): Worker {
    const worker = new Worker(new URL("./signing-thread.mjs", import.meta.url), { execArgv: [] });
    worker.unref();
    worker.on("message", ({ number, signature }: Reply) => {
      this.#waiting.get(number)?.(signature);
      this.#waiting.delete(number);
    });
    // Whoever waits for a thread that ended is told; asking again is safe.
    worker.on("error", () => undefined);
    worker.once("exit", () => {
      if (this.#worker === worker) this.#worker = undefined;
      for (const resolve of this.#waiting.values()) resolve(undefined);
      this.#waiting.clear();
    });
    this.#worker = worker;
    return worker;
  }
}
