/** Options, rows, questions or pages in the order shown; those the order does not name keep their place at the end. */
export function inShownOrder<T>(
  entries: readonly T[],
  shown: readonly string[] | undefined,
  nameOf: (entry: T) => string,
): T[] {
  if (!shown) return [...entries];
  const place = (entry: T) => {
    const at = shown.indexOf(nameOf(entry));
    return at === -1 ? shown.length : at;
  };
  return [...entries].sort((one, other) => place(one) - place(other));
}

/** Options or rows in the order drawn for a question. */
export function codedInShownOrder<T extends { value: string | number }>(
  entries: readonly T[],
  presentation: { shown?: readonly string[] | undefined } | undefined,
): T[] {
  return inShownOrder(entries, presentation?.shown, ({ value }) => String(value));
}
