import { keptDraft, wasSent } from "../draft.ts";
import { tabStorage } from "../tab-storage.ts";
import { type Decision, listenForDecision } from "./decision.ts";
import { questionnaireAhead } from "./questionnaire-ahead.ts";

/** Copies of what a `template` of the page holds: words the server wrote in the page's language. */
function fromTemplate(id: string): DocumentFragment | "" {
  const template = document.getElementById(id);
  if (!(template instanceof HTMLTemplateElement)) return "";
  return document.importNode(template.content, true);
}

/** Runs once everything that the first paint needs is there and the browser has nothing else to do. */
function whenIdle(task: () => void): void {
  const wait = () => {
    if ("requestIdleCallback" in window) requestIdleCallback(task, { timeout: 2000 });
    else setTimeout(task, 300);
  };
  if (document.readyState === "complete") wait();
  else addEventListener("load", wait, { once: true });
}

/** Without a script the link past the header leads to an address; with one, "back" keeps meaning a page. */
function keepAddressOnSkip(root: HTMLElement): void {
  const content = document.getElementById("content");
  root.querySelector(".mw-skip")?.addEventListener("click", (event) => {
    event.preventDefault();
    content?.focus();
  });
}

function sayThatNothingIsKept(root: HTMLElement): void {
  root.querySelector("h1")?.after(fromTemplate("not-kept"));
  root.querySelector("footer p")?.replaceChildren(fromTemplate("kept-in-page"));
}

/**
 * Makes the server's first page work: fetches the questionnaire while somebody reads, and puts it in the place of the
 * page once they have decided. Who has begun in this tab, or has sent, sees at once where they were.
 */
export function showFirstPage(root: HTMLElement, slug: string): void {
  const storage = tabStorage(window);
  const kept = keptDraft(storage, slug);
  const { state, definitionHash, consentHash } = root.dataset;
  const ahead = questionnaireAhead(slug, kept?.definitionHash ?? definitionHash);
  const main = root.querySelector("main > .mw-frame-inner");
  let isBeginning = false;

  const begin = async (decision?: Decision) => {
    if (isBeginning) return;
    isBeginning = true;
    try {
      const { mount, loaded } = await ahead.arrived();
      const informed = decision && { decision, consentHash };
      mount(root, { slug, storage, loaded, decision: informed, definitionHash });
    } catch {
      // A browser keeps a failed import for good, so the way on is to load the page again.
      main?.replaceChildren(fromTemplate("not-arrived"));
      main?.querySelector("h1")?.focus();
    }
  };

  if (kept !== undefined || wasSent(storage, slug)) {
    main?.replaceChildren(fromTemplate("loading"));
    void begin();
    return;
  }
  keepAddressOnSkip(root);
  if (state !== "open") return;
  if (!storage.outlivesReload) sayThatNothingIsKept(root);
  const stopListening = listenForDecision(root, (decision, form) => {
    const status = form.querySelector<HTMLElement>(".consent-status");
    if (status) status.textContent = status.dataset.text ?? "";
    void begin(decision).then(stopListening);
  });
  whenIdle(ahead.fetchNow);
}
