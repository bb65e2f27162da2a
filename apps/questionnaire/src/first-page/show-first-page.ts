import {
  begunHere,
  type InvitationHere,
  invitationHere,
  keepInvitation,
  wasSent,
} from "../keeping/tab-memory.ts";
import { type TabStorage, tabStorage } from "../tab-storage.ts";
import { isSharedDevice, listenForDecision } from "./decision.ts";
import { questionnaireAhead } from "./questionnaire-ahead.ts";
import type { WayIn } from "./way-in.ts";
import type { Ways } from "./ways-in.ts";

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

/** A part of an address as it was meant; one that is no encoding stands for itself. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The code and the key's fingerprint behind `#` in the link of an invitation; taken out of the address at once. */
function takeInvitation(storage: TabStorage, slug: string): InvitationHere | undefined {
  const [code = "", keyFingerprint] = decoded(location.hash.slice(1)).split(".");
  if (!/^[0-9A-Za-z-]{25,29}$/.test(code)) return invitationHere(storage, slug);
  history.replaceState(history.state, "", location.pathname + location.search);
  const invitation = keyFingerprint ? { code, keyFingerprint } : { code };
  keepInvitation(storage, slug, invitation);
  return invitation;
}

/** What a `form` says while it works. */
function sayWorking(form: Element, isWorking: boolean): void {
  const status = form.querySelector<HTMLElement>(".consent-status");
  if (status) status.textContent = isWorking ? (status.dataset.text ?? "") : "";
}

/**
 * Makes the server's first page work: fetches the questionnaire while somebody reads, and puts it in the place of the
 * page once they have decided, or have opened what they had begun. Who has begun in this tab, or has sent, sees at once
 * where they were.
 */
export function showFirstPage(root: HTMLElement, slug: string): void {
  const storage = tabStorage(window);
  const begun = begunHere(storage, slug);
  const { state, definitionHash, consentHash, fingerprint = "" } = root.dataset;
  const invitation = takeInvitation(storage, slug);
  const ahead = questionnaireAhead(slug, begun?.definitionHash ?? definitionHash);
  const main = root.querySelector<HTMLElement>("main > .mw-frame-inner");
  let isBeginning = false;

  const replaceMain = (template: string) => {
    main?.replaceChildren(fromTemplate(template));
    main?.querySelector("h1")?.focus();
  };
  /** Runs one way into the questionnaire at a time; `way` gives undefined if it leads nowhere. */
  const enter = async (way: (ways: Ways) => Promise<WayIn | undefined>) => {
    if (isBeginning) return;
    isBeginning = true;
    try {
      const { mount, loaded, ways } = await ahead.arrived();
      const entered = await way(ways);
      isBeginning = entered !== undefined;
      if (entered) mount(root, { slug, storage, loaded, definitionHash, ...entered });
    } catch {
      // A browser keeps a failed import for good, so the way on is to load the page again.
      replaceMain("not-arrived");
    }
  };

  if (begun !== undefined || wasSent(storage, slug)) {
    main?.replaceChildren(fromTemplate("loading"));
    void enter((ways) => ways.again({ slug, storage, begun })).then(() => {
      if (!isBeginning) replaceMain("not-arrived");
    });
    return;
  }
  keepAddressOnSkip(root);
  const { keyFingerprint } = invitation ?? {};
  if (keyFingerprint && !fingerprint.startsWith(keyFingerprint.toLowerCase())) {
    replaceMain("wrong-key");
    return;
  }
  if (state !== "open" && state !== "finishing") return;
  if (!storage.outlivesReload) sayThatNothingIsKept(root);
  const codeField = root.querySelector<HTMLInputElement>("#participation-code");
  if (codeField && invitation) codeField.value = invitation.code;
  const stopListening = listenForDecision(root, (decided, form) => {
    sayWorking(form, true);
    void enter(async (ways) => {
      const wayIn = await ways.decided({
        ...{ root, slug, storage, ...decided },
        consentHash,
        keyFingerprint: keyFingerprint ?? fingerprint,
      });
      if (wayIn) stopListening();
      else sayWorking(form, false);
      return wayIn;
    });
  });
  root.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.matches(".resume")) return;
    event.preventDefault();
    sayWorking(form, true);
    void enter(async (ways) => {
      const wayIn = await ways.resumed({
        ...{ root, slug, storage, isSharedDevice: isSharedDevice(form) },
      });
      if (!wayIn) sayWorking(form, false);
      return wayIn;
    });
  });
  whenIdle(() =>
    ahead.fetchNow((ways) => {
      void ways.tellOfDrafts(root, slug);
      if (fingerprint !== "") void ways.fetchCredentialCode();
    }),
  );
}
