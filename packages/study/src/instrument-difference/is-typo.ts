/**
 * Whether two texts differ only as a corrected slip does: in punctuation, spaces or capitals, or by one letter (or two
 * neighbours swapped) in words of five letters or more. Everything else may change the meaning: `kein` is not `ein`.
 *
 * @example isTypo("I learn form others.", "I learn from others") // false: the word is too short to be sure
 * @example isTypo("Ich kenne meine Ansprechperon.", "Ich kenne meine Ansprechperson.") // true
 */
export function isTypo(before: string, after: string): boolean {
  const [left, right] = [wordsOf(before), wordsOf(after)];
  if (left.length !== right.length) return false;
  return left.every((word, index) => isSlip(word, right[index] ?? ""));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function isSlip(a: string, b: string): boolean {
  if (a === b) return true;
  if (/\d/.test(a + b) || a.length < 5 || b.length < 5) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const rest = (word: string, skipped: number) => word.slice(start + skipped);
  const isSwapped = a[start] === b[start + 1] && a[start + 1] === b[start];
  return (
    rest(a, 1) === rest(b, 1) ||
    rest(a, 1) === rest(b, 0) ||
    rest(a, 0) === rest(b, 1) ||
    (isSwapped && rest(a, 2) === rest(b, 2))
  );
}
