import { useLayoutEffect } from "react";
import { currentPlace, goTo, markPlace } from "../history.ts";
import type { Participation } from "../use-participation.ts";

/**
 * Turning pages, with the browser's own back and forward buttons doing the same as ours.
 * `pages` are the names of the visible pages, `name` the one shown; a page that answers have hidden meanwhile
 * gives its entry in the history to the one shown instead.
 */
export function usePageTurning(
  pages: readonly string[],
  name: string,
  participation: Participation,
) {
  const { showPage, showWelcome } = participation;
  // Before anybody can turn the next page: a late effect would take that turn back.
  useLayoutEffect(() => {
    const place = currentPlace();
    if (place?.view === "page" && place.page === name) return;
    if (place?.view === "page") markPlace({ ...place, page: name });
    else goTo({ view: "page", page: name });
    showPage(name);
  }, [name, showPage]);

  const show = (page: string) => {
    goTo({ view: "page", page, from: name });
    showPage(page);
  };
  const back = () => {
    const previous = pages[pages.indexOf(name) - 1];
    const place = currentPlace();
    const from = place?.view === "page" ? place.from : undefined;
    if (from === previous) history.back();
    else if (previous) show(previous);
    else showWelcome();
  };
  return { show, back };
}
