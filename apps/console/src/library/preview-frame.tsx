import type { Language } from "@mehrwert/study";
import { useEffect, useRef, useState } from "react";
import { addressOf } from "../place.ts";

/** How wide the previewed page believes its window to be. */
export const previewWidthsPx = { phone: 360, desktop: 1280 } as const;
export type PreviewWidth = keyof typeof previewWidthsPx;

const title = {
  de: (slug: string, shown: Language) =>
    `Vorschau von ${slug}, ${shown === "de" ? "deutsch" : "englisch"}`,
  en: (slug: string, shown: Language) =>
    `Preview of ${slug} in ${shown === "de" ? "German" : "English"}`,
} as const;

const stageName = { de: "Fenster der Vorschau", en: "Window of the preview" } as const;

const smallestScale = 0.45;

/**
 * The participant's app as a preview, at the width of a phone or a desktop, made smaller where there is no room.
 * A new `revision` loads it anew, on the page it was at.
 */
export function PreviewFrame({
  slug,
  version,
  shown,
  width,
  language,
  revision = 0,
}: {
  slug: string;
  version: string;
  shown: Language;
  width: PreviewWidth;
  language: Language;
  revision?: number;
}) {
  const stage = useRef<HTMLElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const scale = useScale(stage, previewWidthsPx[width]);
  const loaded = useRef(revision);
  useEffect(() => {
    if (loaded.current === revision) return;
    loaded.current = revision;
    frame.current?.contentWindow?.location.reload();
  }, [revision]);
  const widthPx = previewWidthsPx[width];
  const heightPx = width === "phone" ? 720 : 900;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who cannot drag must be able to scroll by keyboard
    <section className="preview-stage" ref={stage} aria-label={stageName[language]} tabIndex={0}>
      <div
        className="preview-window"
        style={{ width: widthPx * scale + 2, height: heightPx * scale + 2 }}
      >
        <iframe
          ref={frame}
          title={title[language](slug, shown)}
          src={addressOf.previewAlone(slug, version, shown)}
          style={{ width: widthPx, height: heightPx, transform: `scale(${scale})` }}
        />
      </div>
    </section>
  );
}

/** How much smaller the page has to be to fit into its stage, down to what can still be made out. */
function useScale(stage: React.RefObject<HTMLElement | null>, widthPx: number): number {
  const [room, setRoom] = useState(widthPx);
  useEffect(() => {
    const element = stage.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setRoom(element.clientWidth - 2));
    observer.observe(element);
    return () => observer.disconnect();
  }, [stage]);
  return Math.max(smallestScale, Math.min(1, room / widthPx));
}
