import { hash, verify } from "@node-rs/argon2";
import { Refusal } from "../problems/refusal.ts";

/** argon2id with 19 MiB, two passes and one lane: the least that OWASP's password storage sheet asks for. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** So many are hashed at once; the others wait, so that a flood of attempts takes neither all memory nor all processors. */
const mostAtOnce = 2;
const mostWaiting = 100;

/** Lets so many through at once, in the order in which they came. */
export class Turnstile {
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  /** @throws Refusal `unavailable` if too many are waiting already */
  async through<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= mostAtOnce) {
      if (this.#waiting.length >= mostWaiting) throw new Refusal("unavailable");
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else this.#running += 1;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#running -= 1;
      else next();
    }
  }
}

const turnstile = new Turnstile();

/** What is kept of a password: argon2id, in its own text form with salt and cost. */
export function passwordHash(password: string): Promise<string> {
  return turnstile.through(() => hash(password.normalize("NFC"), cost));
}

/** Whether a password is the one that a hash was made of. Takes as long for a wrong one as for the right one. */
export function isPassword(password: string, kept: string): Promise<boolean> {
  return turnstile.through(() => verify(kept, password.normalize("NFC")));
}
