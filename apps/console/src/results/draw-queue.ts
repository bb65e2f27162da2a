const waiting = new Set<() => void>();
let isRunning = false;

/** Draws one figure at a time, each in a task of its own, so that the page answers in between. @returns takes it back */
export function drawSoon(draw: () => void): () => void {
  waiting.add(draw);
  if (!isRunning) {
    isRunning = true;
    setTimeout(drawNext, 0);
  }
  return () => waiting.delete(draw);
}

function drawNext(): void {
  const [next] = waiting;
  isRunning = next !== undefined;
  if (next === undefined) return;
  waiting.delete(next);
  setTimeout(drawNext, 0);
  next();
}

/** Draws all that waits, before it returns: paper has no later. */
export function drawNow(): void {
  for (const draw of waiting) {
    waiting.delete(draw);
    draw();
  }
}
