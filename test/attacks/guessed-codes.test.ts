import { createHash, randomBytes, randomUUID } from "node:crypto";
import { seededRandom } from "@mehrwert/analysis";
import { readSecretCode, secretCode, secretCodeBytes } from "@mehrwert/privacy";
import { afterAll, beforeAll, expect, test } from "vitest";
import { howOften } from "../faults/how-often.ts";
import { blindedNumber } from "../faults/load/writer.ts";
import { type AttackedServer, startAttackedServer } from "./doors/attacked-server.ts";
import { doorOf, savedDraft, storedSubmission } from "./doors/doors.ts";
import { knock, type Reply } from "./doors/knock.ts";
import { sameDistribution } from "./doors/same-distribution.ts";

const guessesPerDoor = howOften({ inTest: 60, inLong: 10_000 });
const atOnce = 4;
const random = seededRandom(8);
let server: AttackedServer;
beforeAll(async () => {
  server = await startAttackedServer();
});
afterAll(() => server.stop());

const newCode = () => secretCode("participation", randomBytes(secretCodeBytes));
const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");

/** A sound code that differs from another in as little as a sound code can: two characters. */
function nearestTo(code: string): string {
  const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  for (const first of alphabet)
    for (const last of alphabet) {
      const near = `${first}${code.slice(1, -1)}${last}`;
      if (near !== code && readSecretCode("participation", near).ok) return near;
    }
  throw new RangeError("every code has neighbours");
}

/** Two guesses that must look alike: one at something that is there but not for this person, one at nothing. */
type Guess = {
  name: string;
  door: string;
  study: "open" | "anonymous";
  /** Made once; each then gives the body of one guess. */
  make: () => Promise<{ near: () => unknown; far: () => unknown }>;
};

const guesses: Guess[] = [
  {
    name: "a code that is used up, and one that never was, to begin with",
    door: "credentials",
    study: "anonymous",
    make: async () => {
      const used = await usedCode();
      const body = (participationCode: string) => ({
        participationCode,
        blinded: blindedNumber(random),
      });
      return { near: () => body(used), far: () => body(newCode()) };
    },
  },
  {
    name: "a code that is used up, and one that never was, to look at",
    door: "participation-checks",
    study: "anonymous",
    make: async () => {
      const used = await usedCode();
      return {
        near: () => ({ participationCode: used }),
        far: () => ({ participationCode: newCode() }),
      };
    },
  },
  {
    name: "two characters beside a code that is free, and anything",
    door: "participation-checks",
    study: "anonymous",
    make: async () => {
      const near = nearestTo(await server.newCode(server.studies.anonymous));
      return {
        near: () => ({ participationCode: near }),
        far: () => ({ participationCode: newCode() }),
      };
    },
  },
  {
    name: "a receipt of another study, and one that never was",
    door: "withdrawals",
    study: "open",
    make: async () => {
      const { receiptHash } = await storedSubmission(server, server.otherStudies.open);
      return { near: () => ({ receiptHash }), far: () => ({ receiptHash: hashOf(randomUUID()) }) };
    },
  },
  {
    name: "an id of unfinished answers of another study, and one that never was",
    door: "draft-reads",
    study: "open",
    make: async () => {
      const { id } = await savedDraft(server, server.otherStudies.open);
      return { near: () => ({ id }), far: () => ({ id: randomUUID() }) };
    },
  },
];

async function usedCode(): Promise<string> {
  const code = await server.newCode(server.studies.anonymous);
  const of = { study: server.studies.anonymous.slug, code, mark: new Uint8Array(32).fill(9) };
  expect(await server.store.useInvitation(of)).toBe(true);
  return code;
}

/** Guesses of both kinds in an order nobody knows, some at once, and what each was told and how long it took. */
async function guessed({ door, study, make }: Guess, count: number) {
  const { near, far } = await make();
  const route = `POST /api/studies/:study/${door}`;
  const parameters = { study: server.studies[study].slug };
  const told = { near: [] as Reply[], far: [] as Reply[] };
  const kinds = Array.from(
    { length: count },
    (_, n) => (n % 2 === 0 ? "near" : "far") as keyof typeof told,
  );
  for (let last = kinds.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [kinds[last], kinds[other]] = [kinds[other] ?? "far", kinds[last] ?? "near"];
  }
  const guess = async () => {
    for (let kind = kinds.pop(); kind !== undefined; kind = kinds.pop()) {
      const body = (kind === "near" ? near : far)();
      told[kind].push(await knock(server.url, route, doorOf(route), { parameters, body }));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, guess));
  return told;
}

/** What tells one reply from another, but for the id of the request. */
const said = ({ status, text, headers }: Reply) =>
  JSON.stringify([
    status,
    text.replaceAll(/"requestId":"[^"]*"/g, ""),
    [...headers].filter(([name]) => name !== "date"),
  ]);

test.each(guesses)(
  "$name: the same status, the same words, the same headers, and no time that tells them apart",
  async (guess) => {
    const told = await guessed(guess, guessesPerDoor);
    const words = new Set([...told.near, ...told.far].map(said));
    expect([...words]).toHaveLength(1);
    const times = ({ near, far }: typeof told) =>
      sameDistribution(
        near.map(({ tookMs }) => tookMs),
        far.map(({ tookMs }) => tookMs),
      );
    let found = times(told);
    // One in a hundred pairs of samples differs that much though nothing is different; two in a row do not.
    if (found.p <= 0.01) found = times(await guessed(guess, guessesPerDoor));
    console.info(
      `${told.near.length + told.far.length} guesses at ${guess.door}: D ${found.d.toFixed(3)}, p ${found.p.toFixed(3)}`,
    );
    expect(found.p).toBeGreaterThan(0.01);
  },
  900_000,
);

test("a million guesses at a hundred thousand codes hit one with less than one chance in 10^24", () => {
  const bits = secretCodeBytes * 8;
  expect(bits).toBeGreaterThanOrEqual(100);
  const chance = (1e6 * 1e5) / 2 ** bits;
  console.info(
    `codes of ${bits} bits: a million guesses hit with a chance of ${chance.toExponential(0)}`,
  );
  expect(chance).toBeLessThan(1e-24);
});

test("codes use all their bits: every bit is as often one as zero, and no code comes twice", () => {
  const kinds = ["participation", "receipt", "resume"] as const;
  const codes = kinds.flatMap((kind) =>
    Array.from({ length: 2_000 }, () => secretCode(kind, randomBytes(secretCodeBytes))),
  );
  expect(new Set(codes).size).toBe(codes.length);
  const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const digits = codes.map((code) => [...code.replaceAll("-", "")].map((c) => alphabet.indexOf(c)));
  for (let place = 0; place < 24; place += 1)
    for (let bit = 0; bit < 5; bit += 1) {
      const ones = digits.filter((code) => ((code[place] ?? 0) >> bit) & 1).length;
      // Six standard deviations around the half: chance leaves them once in five million runs.
      expect(Math.abs(ones - codes.length / 2)).toBeLessThan(3 * Math.sqrt(codes.length));
    }
  console.info(`${codes.length} codes, none twice, ${24 * 5} bits each with as many ones as zeros`);
});
