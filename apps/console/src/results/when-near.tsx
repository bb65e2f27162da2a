import { type ReactNode, startTransition, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { drawNow } from "./draw-queue.ts";

/** How far below or above the window something is drawn already. */
const reach = "1200px 0px";

const wanted = "mehrwert-draw-everything";

/** Draws everything that waits for coming near, before it returns: paper has no later. */
export function drawEverything(): void {
  dispatchEvent(new Event(wanted));
  drawNow();
}

/**
 * Draws its children once they come near the window, so that a page of hundreds of figures opens at once; for printing,
 * all of them. `heightRem`: about how high they will be.
 */
export function WhenNear({ heightRem, children }: { heightRem: number; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const [isNear, setIsNear] = useState(false);
  useEffect(() => {
    if (isNear || place.current === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting))
          startTransition(() => setIsNear(true));
      },
      { rootMargin: reach },
    );
    observer.observe(place.current);
    const draw = () => flushSync(() => setIsNear(true));
    addEventListener(wanted, draw);
    return () => {
      observer.disconnect();
      removeEventListener(wanted, draw);
    };
  }, [isNear]);
  return (
    <div ref={place} style={isNear ? undefined : { minHeight: `${heightRem}rem` }}>
      {isNear ? children : null}
    </div>
  );
}
