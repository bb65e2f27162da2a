import { seededRandom } from "@mehrwert/statistics";
import type { WaveCodes } from "../waves/wave-codes.ts";

/** The elements of a code as its owner knows them. For tests. */
export type ExampleElements = readonly [
  own: string,
  day: string,
  place: string,
  older: string,
  parent: string,
];

/** Names of the elements, in the order of `ExampleElements`. For tests. */
export const exampleElementNames = ["own", "day", "place", "older", "parent"] as const;

/** The parts of a code: like hashes, equal only if the elements are. For tests. */
export function exampleCode(elements: ExampleElements): { code: string; without: string[] } {
  const digest = (text: string) =>
    [...text]
      .map((letter) => letter.charCodeAt(0).toString(16).padStart(2, "0"))
      .join("")
      .padEnd(32, "0");
  return {
    code: digest(elements.join("")),
    without: elements.map((_, left) =>
      digest(`${left}${elements.filter((_, at) => at !== left).join("")}`),
    ),
  };
}

/** A wave in which respondents typed these elements; ids are `<wave>-<place>`. For tests. */
export function exampleWave(
  wave: number,
  typed: readonly (ExampleElements | undefined)[],
): WaveCodes {
  return {
    wave,
    question: "wave-code",
    elements: exampleElementNames,
    respondents: typed.map((elements, at) => {
      const id = `${wave}-${String(at).padStart(4, "0")}`;
      return elements === undefined
        ? { id, code: undefined, without: [] }
        : { id, ...exampleCode(elements) };
    }),
  };
}

const letters = [..."AEINRSTLOUMDHKGBCFWPVJZQXY"];

/**
 * Two waves of one community whose truth is known: `size` people each, of whom `returning` (a share) are in both; each of
 * these types one element differently the second time with probability `slips`. For tests.
 */
export function simulatedWaves(settings: {
  seed: number;
  size: number;
  returning: number;
  slips: number;
}): { first: WaveCodes; second: WaveCodes; truth: ReadonlyMap<string, string> } {
  const random = seededRandom(settings.seed);
  const drawn = (weights: readonly number[]) => {
    let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
    const at = weights.findIndex((weight) => {
      left -= weight;
      return left < 0;
    });
    return Math.max(0, at);
  };
  const letter = () => letters[drawn(letters.map((_, at) => 1 / (at + 1)))] ?? "A";
  const day = () => String(1 + Math.floor(random() * 31)).padStart(2, "0");
  const older = () => String(drawn([45, 35, 13, 5, 2]));
  const person = (): ExampleElements => [letter(), day(), letter(), older(), letter()];
  const slipped = ([own, date, place, siblings, parent]: ExampleElements): ExampleElements => {
    const fresh = person();
    const at = Math.floor(random() * 5);
    return [
      at === 0 ? fresh[0] : own,
      at === 1 ? fresh[1] : date,
      at === 2 ? fresh[2] : place,
      at === 3 ? fresh[3] : siblings,
      at === 4 ? fresh[4] : parent,
    ];
  };
  const before = Array.from({ length: settings.size }, person);
  const stayed = Math.round(settings.size * settings.returning);
  const after = before.map((elements, at) => {
    if (at >= stayed) return person();
    return random() < settings.slips ? slipped(elements) : elements;
  });
  const [first, second] = [exampleWave(1, before), exampleWave(2, after)];
  const truth = new Map(
    first.respondents
      .slice(0, stayed)
      .map(({ id }, at) => [id, second.respondents[at]?.id ?? ""] as const),
  );
  return { first, second, truth };
}
