/** That one window of this browser at a time writes a draft. */
export type WindowLock = { release(): void };

const patienceMs = 1_000;

/**
 * Takes the lock of a participation. A window that is just being reloaded needs a moment to let go.
 *
 * @param isTakingOver takes it from a window that has it, whose `onLost` is then called
 * @returns undefined if another window has it; always a lock where the browser knows no locks: the server still notices
 */
export function takeWindowLock(
  id: string,
  onLost: () => void,
  { isTakingOver = false }: { isTakingOver?: boolean } = {},
): Promise<WindowLock | undefined> {
  if (!("locks" in navigator)) return Promise.resolve({ release: () => undefined });
  return new Promise((resolve) => {
    let release = () => {};
    let isHeld = false;
    const held = () => {
      isHeld = true;
      return new Promise<void>((done) => {
        release = done;
        resolve({ release: () => release() });
      });
    };
    const wait = isTakingOver ? { steal: true } : { signal: AbortSignal.timeout(patienceMs) };
    navigator.locks.request(`mehrwert:${id}`, wait, held).catch(() => {
      if (isHeld) onLost();
      else resolve(undefined);
    });
  });
}
