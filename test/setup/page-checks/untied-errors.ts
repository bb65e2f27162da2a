/**
 * Runs in a page: complaints that do not reach those who do not see the page. A field that is wrong says so and names
 * its complaint; a complaint belongs to a field or a group; whatever is named as description is there.
 */
export function untiedErrors(): string[] {
  const found: string[] = [];
  const textOf = (id: string) => document.getElementById(id)?.textContent?.trim() ?? "";
  const described = [...document.querySelectorAll("[aria-describedby]")].map((element) => ({
    element,
    ids: (element.getAttribute("aria-describedby") ?? "").split(/\s+/),
  }));
  for (const { element, ids } of described) {
    const missing = ids.filter((id) => document.getElementById(id) === null);
    if (missing.length > 0) found.push(`${element.outerHTML.slice(0, 80)}: no ${missing}`);
  }
  for (const field of document.querySelectorAll("[aria-invalid=true]")) {
    const ids = (field.getAttribute("aria-describedby") ?? "").split(/\s+/);
    const isSaid = ids.some(
      (id) => document.getElementById(id)?.matches(".question-error") && textOf(id) !== "",
    );
    if (!isSaid) found.push(`is wrong and does not say why: ${field.outerHTML.slice(0, 120)}`);
  }
  for (const error of document.querySelectorAll(".question-error")) {
    const text = error.textContent?.trim();
    if (!text) continue;
    const tied = described.filter(({ ids }) => ids.includes(error.id));
    const box = error.closest(".question, fieldset, [role=group]");
    const fields = box?.querySelectorAll("input, textarea, select").length ?? 0;
    const isMarked = tied.some(({ element }) => element.matches("[aria-invalid=true]"));
    if (tied.length === 0) found.push(`belongs to nothing: „${text}“`);
    else if (fields > 0 && !isMarked) found.push(`no field is marked as wrong: „${text}“`);
  }
  return found;
}
