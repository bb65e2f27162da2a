/** Crockford's base 32: digits and letters without I, L, O and U. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const payloadLength = 24;
const groupLength = 5;

/** How many random bytes a receipt code is made of: 120 bits. */
export const receiptBytes = 15;

/** Why something typed is no receipt code: not 25 characters, a character codes never have, or one mistyped. */
export type ReceiptMistake = "length" | "character" | "check";

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
 * The code with which a participant can later delete the response: five groups of five characters, the last of which
 * is a check digit. It finds every single wrong character and every two characters in each other's place.
 *
 * `random` are `receiptBytes` bytes of the browser's generator.
 * @throws RangeError if there are more or fewer
 * @example receiptCode(new Uint8Array(15)) // "00000-00000-00000-00000-00000"
 */
export function receiptCode(random: Uint8Array): string {
  if (random.length !== receiptBytes) throw new RangeError("receiptCode requires 15 bytes");
  const bits = [...random].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const payload = Array.from({ length: payloadLength }, (_, place) =>
    Number.parseInt(bits.slice(place * 5, place * 5 + 5), 2),
  );
  // The check digit's own weight is 1, so it is the sum of the rest.
  return grouped([...payload, weightedSum(payload)].map((digit) => alphabet[digit]).join(""));
}

function grouped(characters: string): string {
  return (characters.match(new RegExp(`.{${groupLength}}`, "g")) ?? []).join("-");
}

/**
 * A receipt code as it was made, from what somebody typed: blanks, hyphens and small letters do not matter, O is read
 * as 0, I and L as 1.
 *
 * @example readReceiptCode("ooooo ooooo ooooo ooooo ooooi") // { ok: false, mistake: "check" }
 */
export function readReceiptCode(
  typed: string,
): { ok: true; code: string } | { ok: false; mistake: ReceiptMistake } {
  const characters = typed
    .replace(/[\s\p{Dash}_.]/gu, "")
    .toUpperCase()
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
  const digits = [...characters].map((character) => alphabet.indexOf(character));
  if (digits.includes(-1)) return { ok: false, mistake: "character" };
  if (digits.length !== payloadLength + 1) return { ok: false, mistake: "length" };
  const [check = 0] = digits.slice(payloadLength);
  if (weightedSum(digits.slice(0, payloadLength)) !== check) return { ok: false, mistake: "check" };
  return { ok: true, code: grouped(characters) };
}
