/** Edits (insert, delete, replace one character) that turn one word into the other. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const inserted = (current[column - 1] ?? 0) + 1;
      current.push(Math.min(replaced, inserted, (previous[column] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/**
 * The known name that a mistyped one most likely meant.
 *
 * @throws RangeError if there is no known name
 * @example nearestName("MEHRWERT_PROT", ["MEHRWERT_PORT", "MEHRWERT_DATA"]) // "MEHRWERT_PORT"
 */
export function nearestName(name: string, known: readonly string[]): string {
  const byDistance = [...known].sort((a, b) => editDistance(name, a) - editDistance(name, b));
  const [nearest] = byDistance;
  if (nearest === undefined) throw new RangeError("nearestName requires at least one known name");
  return nearest;
}
