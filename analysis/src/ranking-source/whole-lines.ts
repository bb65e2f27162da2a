const newline = 10;

/**
 * The bytes of a file, cut between lines instead of anywhere, so that a file of any size can be read a piece at a time.
 *
 * Every piece ends with a line break, except perhaps the last. A piece is overwritten by the next one: take out what is
 * needed before asking for more.
 */
export function* wholeLines(chunks: Iterable<Uint8Array>): Generator<Uint8Array, void, undefined> {
  let buffer = new Uint8Array(0);
  let kept = 0;
  for (const chunk of chunks) {
    const filled = kept + chunk.length;
    if (filled > buffer.length) buffer = widened(buffer, kept, 2 * filled);
    buffer.set(chunk, kept);
    const end = chunk.lastIndexOf(newline) < 0 ? 0 : buffer.lastIndexOf(newline, filled - 1) + 1;
    if (end > 0) yield buffer.subarray(0, end);
    buffer.copyWithin(0, end, filled);
    kept = filled - end;
  }
  if (kept > 0) yield buffer.subarray(0, kept);
}

function widened(buffer: Uint8Array, kept: number, length: number): Uint8Array<ArrayBuffer> {
  const wider = new Uint8Array(length);
  wider.set(buffer.subarray(0, kept));
  return wider;
}
