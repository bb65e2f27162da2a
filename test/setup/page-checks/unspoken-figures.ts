/**
 * Runs in a page: figures that leave out those who do not see them. A figure has a name, and what it tells is told again:
 * in its name or description, or as text or table around it. That holds for every word drawn in it; with `labels` only
 * for these and for numbers with decimals, because other words explain how the figure is drawn.
 */
export function unspokenFigures(labels?: readonly string[]): string[] {
  const plain = (text: string) => text.toLowerCase().replaceAll(/[\s\u00ad\u2010\u2011-]+/g, " ");
  const wordsOf = (text: string) => plain(text).match(/\p{L}{3,}/gu) ?? [];
  const numbersOf = (text: string) => text.match(/\d+[.,]\d+/g) ?? [];
  const textOf = (ids: string | null) =>
    (ids ?? "")
      .split(/\s+/)
      .map((id) => (id === "" ? "" : (document.getElementById(id)?.textContent ?? "")))
      .join(" ");
  const around = (figure: Element) => {
    const place = figure.closest("section, .feedback, .decision-result, main") ?? document.body;
    const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    const told: string[] = [];
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      if (!node.parentElement?.closest("svg")) told.push(node.textContent ?? "");
    }
    return told.join(" ");
  };
  return [...document.querySelectorAll("svg, img, canvas, video")].flatMap((figure) => {
    if (!figure.checkVisibility() || figure.closest("[aria-hidden=true]")) return [];
    const attribute = (name: string) => figure.getAttribute(name) ?? "";
    const name = `${textOf(attribute("aria-labelledby"))} ${attribute("aria-label")} ${attribute("alt")}`;
    const told = `${name} ${textOf(attribute("aria-describedby"))}`;
    const place = `${figure.tagName.toLowerCase()} „${name.trim().slice(0, 60)}“`;
    if (name.trim() === "") return [`no name: ${figure.outerHTML.slice(0, 120)}`];
    if (wordsOf(told).length < 4) return [`${place} tells nothing`];
    const said = plain(`${told} ${around(figure)}`);
    const drawn = [...figure.querySelectorAll("text, tspan")]
      .filter((text) => text.childElementCount === 0)
      .map((text) => text.textContent ?? "")
      .join(" ");
    const drawnWords: string[] = wordsOf(drawn);
    const wanted = labels
      ? labels.filter((label) => wordsOf(label).every((word) => drawnWords.includes(word)))
      : drawnWords;
    const silent = [...new Set([...wanted, ...numbersOf(drawn)])].filter(
      (text) => !said.includes(plain(text)),
    );
    return silent.length > 0 ? [`${place} alone says: ${silent.join(", ")}`] : [];
  });
}
