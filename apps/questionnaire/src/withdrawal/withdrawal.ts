import { readSecretCode, receiptHash } from "@mehrwert/privacy";
import "./withdrawal.css";

/** What the server's page holds ready to be said, by the last part of its template's id. */
type Said =
  | "length"
  | "character"
  | "check"
  | "other-kind"
  | "no-such-code"
  | "too-many"
  | "failed"
  | "working"
  | "deleted";

function fromTemplate(said: Said): DocumentFragment | "" {
  const template = document.getElementById(`said-${said}`);
  if (!(template instanceof HTMLTemplateElement)) return "";
  return document.importNode(template.content, true);
}

/** Asks the server to delete; only the code's hash leaves the browser. */
async function withdraw(study: string, code: string): Promise<Said> {
  try {
    const reply = await fetch(`/api/studies/${encodeURIComponent(study)}/withdrawals`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ receiptHash: await receiptHash({ code, study }) }),
      signal: AbortSignal.timeout(30_000),
    });
    if (reply.status === 429) return "too-many";
    const { result }: { result?: unknown } = reply.ok ? await reply.json() : {};
    return result === "deleted" || result === "no-such-code" ? result : "failed";
  } catch {
    return "failed";
  }
}

/** Makes the server's withdrawal page work: checks the code while it is in the browser, and sends its hash. */
export function showWithdrawal(root: HTMLElement): void {
  const form = root.querySelector<HTMLFormElement>("form.withdrawal");
  const field = root.querySelector<HTMLInputElement>("#code");
  const error = root.querySelector("#code-error");
  const status = root.querySelector("#code-status");
  const { study } = root.dataset;
  if (!form || !field || study === undefined) return;
  let isWorking = false;

  const complain = (said: Said) => {
    form.querySelector(".question")?.classList.add("has-error");
    field.setAttribute("aria-invalid", "true");
    error?.replaceChildren(fromTemplate(said));
    field.focus();
  };
  const forgive = () => {
    form.querySelector(".question")?.classList.remove("has-error");
    field.removeAttribute("aria-invalid");
    error?.replaceChildren();
  };
  field.addEventListener("input", forgive);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (isWorking) return;
    forgive();
    const read = readSecretCode("receipt", field.value);
    if (!read.ok) return complain(read.mistake);
    isWorking = true;
    status?.replaceChildren(fromTemplate("working"));
    const said = await withdraw(study, read.code);
    isWorking = false;
    status?.replaceChildren();
    if (said !== "deleted") return complain(said);
    field.value = "";
    root.querySelector("main > .mw-frame-inner")?.replaceChildren(fromTemplate("deleted"));
    root.querySelector("h1")?.focus();
  });
}
