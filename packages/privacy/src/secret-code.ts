/** Crockford's base 32: digits and letters without I, L, O and U. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const payloadLength = 24;
const groupLength = 5;

/** How many random bytes a code is made of: 120 bits. */
export const secretCodeBytes = 15;

/**
 * What a code is good for: `participation` lets somebody begin once, `resume` goes on with unfinished answers,
 * `receipt` deletes answers that were sent.
 */
export type SecretCodeKind = "participation" | "resume" | "receipt";

/** What the check digit of each kind adds up to, so that one code is never taken for another. */
const checkSums: Record<SecretCodeKind, number> = { receipt: 0, resume: 11, participation: 22 };

/**
 * Why something typed is no code of a kind: not 25 characters, a character codes never have, one mistyped, or a sound
 * code that is good for something else.
 */
export type SecretCodeMistake =
  | { mistake: "length" | "character" | "check" }
  | { mistake: "other-kind"; kind: SecretCodeKind };

const kinds: readonly SecretCodeKind[] = ["participation", "resume", "receipt"];

/** Powers 0 to 30 of the generator of GF(32), polynomial x⁵ + x² + 1: all its numbers but zero, none twice. */
const powers = Array.from({ length: 31 }).reduce<number[]>((made) => {
  const doubled = (made.at(-1) ?? 0) << 1;
  return [...made, made.length === 0 ? 1 : doubled > 31 ? doubled ^ 0b100101 : doubled];
}, []);

function product(one: number, other: number): number {
  if (one === 0 || other === 0) return 0;
  return powers[(powers.indexOf(one) + powers.indexOf(other)) % 31] ?? 0;
}

/** Every place has a weight of its own, so one wrong character or any two exchanged ones change the sum. */
function weightedSum(digits: readonly number[]): number {
  return digits.reduce((sum, digit, place) => sum ^ product(digit, powers[place + 1] ?? 0), 0);
}

/**
 * A code for a person to keep: five groups of five characters, the last of which is a check digit. It finds every
 * single wrong character and every two characters in each other's place, and tells the kinds of codes apart.
 *
 * `random` are `secretCodeBytes` bytes of the browser's generator, or derived from another secret.
 * @throws RangeError if there are more or fewer
 * @example secretCode("receipt", new Uint8Array(15)) // "00000-00000-00000-00000-00000"
 */
export function secretCode(kind: SecretCodeKind, random: Uint8Array): string {
  if (random.length !== secretCodeBytes) throw new RangeError("secretCode requires 15 bytes");
  const bits = [...random].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const payload = Array.from({ length: payloadLength }, (_, place) =>
    Number.parseInt(bits.slice(place * 5, place * 5 + 5), 2),
  );
  // The check digit's own weight is 1, so it is what is missing from the sum of the rest.
  const check = weightedSum(payload) ^ checkSums[kind];
  return grouped([...payload, check].map((digit) => alphabet[digit]).join(""));
}

function grouped(characters: string): string {
  return (characters.match(new RegExp(`.{${groupLength}}`, "g")) ?? []).join("-");
}

/**
 * A code as it was made, from what somebody typed: blanks, hyphens and small letters do not matter, O is read as 0,
 * I and L as 1.
 *
 * @example readSecretCode("receipt", "ooooo ooooo ooooo ooooo ooooi") // { ok: false, mistake: "check" }
 */
export function readSecretCode(
  kind: SecretCodeKind,
  typed: string,
): { ok: true; code: string } | ({ ok: false } & SecretCodeMistake) {
  const characters = typed
    .replace(/[\s\p{Dash}_.]/gu, "")
    .toUpperCase()
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
  const digits = [...characters].map((character) => alphabet.indexOf(character));
  if (digits.includes(-1)) return { ok: false, mistake: "character" };
  if (digits.length !== payloadLength + 1) return { ok: false, mistake: "length" };
  const [check = 0] = digits.slice(payloadLength);
  const sum = weightedSum(digits.slice(0, payloadLength)) ^ check;
  if (sum === checkSums[kind]) return { ok: true, code: grouped(characters) };
  const other = kinds.find((one) => checkSums[one] === sum);
  return other === undefined
    ? { ok: false, mistake: "check" }
    : { ok: false, mistake: "other-kind", kind: other };
}

/** The 120 bits of a code that `readSecretCode` found sound. */
export function secretCodeBits(code: string): Uint8Array<ArrayBuffer> {
  const bits = [...code.replaceAll("-", "").slice(0, payloadLength)]
    .map((character) => alphabet.indexOf(character).toString(2).padStart(5, "0"))
    .join("");
  return Uint8Array.from({ length: secretCodeBytes }, (_, place) =>
    Number.parseInt(bits.slice(place * 8, place * 8 + 8), 2),
  );
}
