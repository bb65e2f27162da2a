/** Opens the information sheet for paper, where nobody can click, and closes it again; browsers differ in doing so. */
export function printWholeSheet(): void {
  let opened: HTMLDetailsElement[] = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>("details.more:not([open])")];
    for (const sheet of opened) sheet.open = true;
  });
  addEventListener("afterprint", () => {
    for (const sheet of opened) sheet.open = false;
  });
}
