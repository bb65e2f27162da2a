import { type FigureOptions, type FigurePalette, figureMarkup } from "@mehrwert/analysis";
import type { Language } from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { useEffect, useLayoutEffect, useState } from "react";
import { drawSoon } from "./draw-queue.ts";
import { figurePng } from "./figure-png.ts";
import { saveFile } from "./save-file.ts";

/** The page's own colours, which follow the reader's light or dark scheme. */
const screenPalette: FigurePalette = {
  ink: "var(--mw-ink)",
  muted: "var(--mw-ink-soft)",
  hairline: "var(--mw-figure-grid)",
  strong: "var(--mw-figure-mark)",
  opposite: "var(--mw-figure-second)",
  light: "var(--mw-accent-soft)",
  background: "var(--mw-paper)",
};

const words = {
  svg: { de: "Abbildung als SVG speichern", en: "Save figure as SVG" },
  png: { de: "als PNG", en: "as PNG" },
} as const;

/** Follows the width of an element, in whole pixels; 0 before it is known. */
function useWidthPx(element: HTMLElement | null): number {
  const [widthPx, setWidthPx] = useState(0);
  useLayoutEffect(() => {
    if (element) setWidthPx(Math.floor(element.clientWidth));
  }, [element]);
  useEffect(() => {
    if (!element) return;
    const observer = new ResizeObserver(([entry]) =>
      setWidthPx(Math.floor(entry?.contentRect.width ?? 0)),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return widthPx;
}

/** A figure drawn by the same pure function as in reports, as wide as the page allows; saved in print colours. */
export function FigureView<Data>({
  data,
  language,
  isSimulated,
  draw,
  caption,
  fileName,
}: {
  data: Data;
  language: Language;
  isSimulated: boolean;
  draw: (data: Data, options: FigureOptions) => Element | undefined;
  caption: string;
  fileName: string;
}) {
  const [stage, setStage] = useState<HTMLElement | null>(null);
  const widthPx = useWidthPx(stage);
  useLayoutEffect(() => {
    if (!stage || widthPx === 0) return;
    return drawSoon(() => {
      const options = { language, isSimulated, document, widthPx, palette: screenPalette };
      const figure = draw(data, options);
      stage.replaceChildren(...(figure ? [figure] : []));
    });
  }, [stage, widthPx, data, language, isSimulated, draw]);
  const forPrint = () => draw(data, { language, isSimulated, document });
  const saveSvg = () => {
    const figure = forPrint();
    if (figure) saveFile(`${fileName}.svg`, "image/svg+xml", figureMarkup(figure));
  };
  const savePng = async () => {
    const figure = forPrint();
    if (figure) saveFile(`${fileName}.png`, "image/png", await figurePng(figure));
  };
  return (
    <figure className="figure">
      <figcaption>{caption}</figcaption>
      <div ref={setStage} className="figure-stage" />
      <div className="buttons no-print">
        <Button kind="quiet" onClick={saveSvg}>
          {words.svg[language]}
        </Button>
        <Button kind="quiet" onClick={() => void savePng()}>
          {words.png[language]}
          <span className="mw-visually-hidden">: {caption}</span>
        </Button>
      </div>
    </figure>
  );
}
