/** What somebody answered to the question of consent. */
export type Decision = "given" | "declined";

/** A decision as it was made, with what is to be known of the device. */
export type Decided = { decision: Decision; isSharedDevice: boolean };

/** A decision with the information it was made about: a hash that only the page itself knows. */
export type InformedDecision = { decision: Decision; consentHash: string | undefined };

/** Whether a form says that others use this device, too. */
export function isSharedDevice(form: HTMLFormElement): boolean {
  return form.querySelector(".shared-device input:checked") !== null;
}

function complain(form: HTMLFormElement, isMissing: boolean): void {
  const question = form.querySelector("fieldset")?.closest(".question");
  question?.classList.toggle("has-error", isMissing);
  const error = question?.querySelector<HTMLElement>(".question-error");
  if (error) error.textContent = isMissing ? (error.dataset.text ?? "") : "";
  for (const option of form.querySelectorAll("input[type=radio]")) {
    if (isMissing) option.setAttribute("aria-invalid", "true");
    else option.removeAttribute("aria-invalid");
  }
}

/** Says a complaint that is shown once more, after the words of the page have changed their language. */
export function repeatComplaint(within: HTMLElement): void {
  const form = within.querySelector<HTMLFormElement>("form.consent");
  if (form?.querySelector(".has-error fieldset")) complain(form, true);
}

/**
 * Listens to the consent form inside an element: tells what was decided, and complains where nothing was chosen.
 * Returns the way to stop.
 */
export function listenForDecision(
  within: HTMLElement,
  onDecision: (decided: Decided, form: HTMLFormElement) => void,
): () => void {
  const onSubmit = (event: Event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.matches(".consent")) return;
    event.preventDefault();
    const chosen = form.querySelector<HTMLInputElement>("input[type=radio]:checked");
    complain(form, chosen === null);
    if (chosen === null) return form.querySelector("input")?.focus();
    const decision = chosen.value === form.dataset.given ? "given" : "declined";
    onDecision({ decision, isSharedDevice: isSharedDevice(form) }, form);
  };
  const onChange = (event: Event) => {
    const form = event.target instanceof HTMLInputElement ? event.target.form : null;
    if (form?.matches(".consent") && event.target instanceof HTMLInputElement) {
      if (event.target.type === "radio") complain(form, false);
    }
  };
  within.addEventListener("submit", onSubmit);
  within.addEventListener("change", onChange);
  return () => {
    within.removeEventListener("submit", onSubmit);
    within.removeEventListener("change", onChange);
  };
}
