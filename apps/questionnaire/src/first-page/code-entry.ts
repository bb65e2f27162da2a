import { readSecretCode } from "@mehrwert/privacy";
import { post } from "../study-client.ts";

type Kind = "participation" | "resume";

/** The field of a code on the page, with the words for what may be wrong in its error's `data-` attributes. */
function codeField(within: HTMLElement, kind: Kind) {
  const input = within.querySelector<HTMLInputElement>(`#${kind}-code`);
  const error = within.querySelector<HTMLElement>(`#${kind}-code-error`);
  return input && error ? { input, error } : undefined;
}

/** Says at the field of a code what is wrong with it; nothing takes the words back. */
export function complainAboutCode(within: HTMLElement, kind: Kind, mistake?: string): void {
  const field = codeField(within, kind);
  if (!field) return;
  const { input, error } = field;
  input.closest(".question")?.classList.toggle("has-error", mistake !== undefined);
  error.textContent = mistake === undefined ? "" : (error.getAttribute(`data-${mistake}`) ?? "");
  if (mistake === undefined) input.removeAttribute("aria-invalid");
  else {
    input.setAttribute("aria-invalid", "true");
    input.focus();
  }
}

/** The code in a field as it was made, or undefined after having said what is wrong with it. */
export function typedCode(within: HTMLElement, kind: Kind): string | undefined {
  const field = codeField(within, kind);
  if (!field) return undefined;
  complainAboutCode(within, kind);
  const read = readSecretCode(kind, field.input.value);
  if (read.ok) return read.code;
  complainAboutCode(within, kind, read.mistake);
  return undefined;
}

/**
 * The participation code on the page, if somebody can begin with it; otherwise undefined, and the field says why. The
 * code is not used up by asking. `not-asked`: the page asks for none.
 */
export async function freeCode(
  within: HTMLElement,
  study: string,
): Promise<string | "not-asked" | undefined> {
  if (!codeField(within, "participation")) return "not-asked";
  const code = typedCode(within, "participation");
  if (code === undefined) return undefined;
  const path = `/api/studies/${encodeURIComponent(study)}/participation-checks`;
  const reply = await post(path, { participationCode: code });
  const body: unknown = reply?.status === 200 ? reply.body : undefined;
  const isAnswered = typeof body === "object" && body !== null && "isFree" in body;
  if (isAnswered && body.isFree === true) return code;
  complainAboutCode(within, "participation", isAnswered ? "not-free" : "unreachable");
  return undefined;
}
