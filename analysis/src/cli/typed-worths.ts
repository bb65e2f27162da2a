import { wrongUsage } from "./shell.ts";

/**
 * Worths typed as `a=3,b=2,c=1`; without names the items are called 1, 2, 3.
 *
 * @throws CommandFailure if there are fewer than two, a name comes twice, or a worth is not above 0
 */
export function typedWorths(option: string, typed: string): { name: string; worth: number }[] {
  const worths = typed.split(",").map((part, index) => {
    const [first = "", second] = part.trim().split("=");
    const name = second === undefined ? String(index + 1) : first.trim();
    return { name, worth: Number(second ?? first) };
  });
  const isGood = worths.every(({ name, worth }) => name !== "" && worth > 0 && worth < Infinity);
  const areDifferent = new Set(worths.map(({ name }) => name)).size === worths.length;
  if (isGood && areDifferent && worths.length > 1 && worths.length <= 50) return worths;
  throw wrongUsage(
    `${option} braucht zwei bis fünfzig Gewichte über 0 mit verschiedenen Namen, etwa a=3,b=2,c=1, nicht ${typed}.`,
    `${option} needs two to fifty worths above 0 with different names, such as a=3,b=2,c=1, not ${typed}.`,
  );
}

/**
 * Numbers of respondents typed as `50,100,200`, in rising order.
 *
 * @throws CommandFailure if there is none, more than twelve, or one is not a whole number from 2 to 100,000
 */
export function typedNumbers(option: string, typed: string): number[] {
  const numbers = typed.split(",").map((part) => Number(part.trim()));
  const isGood = numbers.every((n) => Number.isInteger(n) && n >= 2 && n <= 100_000);
  if (isGood && numbers.length <= 12) return [...new Set(numbers)].sort((a, b) => a - b);
  throw wrongUsage(
    `${option} braucht bis zu zwölf ganze Zahlen von 2 bis 100000, etwa 50,100,200, nicht ${typed}.`,
    `${option} needs up to twelve whole numbers from 2 to 100000, such as 50,100,200, not ${typed}.`,
  );
}
