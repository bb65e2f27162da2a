import type { Instrument, Question } from "@mehrwert/study";

/** The values of `values` in random order (Fisher and Yates); `random` gives numbers from 0 up to, not including, 1. */
export function shuffled<T>(values: readonly T[], random: () => number): T[] {
  const rest = [...values];
  const order: T[] = [];
  while (rest.length > 0) order.push(...rest.splice(Math.floor(random() * rest.length), 1));
  return order;
}

function randomised(question: Question): string[] | undefined {
  if (question.type === "matrix" && question.rowOrder === "random") {
    return question.rows.map(({ value }) => value);
  }
  const hasOrder = question.type === "ranking" || question.type === "checkbox";
  return hasOrder && question.choicesOrder === "random"
    ? question.choices.map(({ value }) => String(value))
    : undefined;
}

/** The order in which one participant sees options and rows, for every question that asks for a random one. */
export function drawShownOrders(
  instrument: Instrument,
  random: () => number,
): { [question: string]: string[] } {
  const orders: { [question: string]: string[] } = {};
  for (const question of instrument.pages.flatMap(({ elements }) => elements)) {
    const values = randomised(question);
    if (values) orders[question.name] = shuffled(values, random);
  }
  return orders;
}

/** Options or rows in the order shown; those the order does not name keep their place at the end. */
export function inShownOrder<T extends { value: string | number }>(
  entries: readonly T[],
  shown: readonly string[] | undefined,
): readonly T[] {
  if (!shown) return entries;
  const place = (entry: T) => {
    const at = shown.indexOf(String(entry.value));
    return at === -1 ? shown.length : at;
  };
  return [...entries].sort((one, other) => place(one) - place(other));
}
