import {
  type FigureOptions,
  type FigurePalette,
  figureMarkup,
  type ShownRankingTable,
} from "@mehrwert/analysis";
import type { Language } from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { useEffect, useState } from "react";
import { saveFile } from "./save-file.ts";

/** The page's own colours, which follow the reader's light or dark scheme. */
const screenPalette: FigurePalette = {
  ink: "var(--mw-ink)",
  muted: "var(--mw-ink-soft)",
  hairline: "var(--mw-figure-grid)",
  strong: "var(--mw-figure-mark)",
  light: "var(--mw-accent-soft)",
  background: "var(--mw-paper)",
};

const save = { de: "Abbildung als SVG speichern", en: "Save figure as SVG" } as const;

/** Follows the width of an element, in whole pixels; 0 before it is known. */
function useWidthPx(element: HTMLElement | null): number {
  const [widthPx, setWidthPx] = useState(0);
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
export function FigureView({
  table,
  language,
  isSimulated,
  draw,
  caption,
  fileName,
}: {
  table: ShownRankingTable;
  language: Language;
  isSimulated: boolean;
  draw: (table: ShownRankingTable, options: FigureOptions) => Element | undefined;
  caption: string;
  fileName: string;
}) {
  const [stage, setStage] = useState<HTMLElement | null>(null);
  const widthPx = useWidthPx(stage);
  useEffect(() => {
    if (!stage || widthPx === 0) return;
    const figure = draw(table, {
      language,
      isSimulated,
      document,
      widthPx,
      palette: screenPalette,
    });
    stage.replaceChildren(...(figure ? [figure] : []));
  }, [stage, widthPx, table, language, isSimulated, draw]);
  const onSave = () => {
    const figure = draw(table, { language, isSimulated, document });
    if (figure) saveFile(`${fileName}.svg`, "image/svg+xml", figureMarkup(figure));
  };
  return (
    <figure className="figure">
      <figcaption>{caption}</figcaption>
      <div ref={setStage} className="figure-stage" />
      <p className="no-print">
        <Button kind="quiet" onClick={onSave}>
          {save[language]}
        </Button>
      </p>
    </figure>
  );
}
