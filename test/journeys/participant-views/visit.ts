import type { Language } from "@mehrwert/study";
import type { View, WatchedPage } from "../../setup/browser.ts";
import type { TestServer } from "../../setup/server.ts";
import { Participant } from "../participant.ts";

/** Somebody on a way through views of the participant's app, and what is to be done with each view on the way. */
export type Visit = {
  page: WatchedPage;
  participant: Participant;
  server: TestServer;
  language: Language;
  /** Another page, for what must be so from the start, as a browser without storage. */
  newPage: (view?: View) => Promise<WatchedPage>;
  /** Called at every view, with a name that no other view has; it may take as long as it wants. */
  look: (view: string, page?: WatchedPage) => Promise<void>;
};

/** A way through views that belong together. It begins and ends at no particular place. */
export type Walk = { name: string; walk: (visit: Visit) => Promise<void> };

const locales = { de: "de-DE", en: "en-GB" } as const;

/** A visit in one language; everything that chance decides in the browser is decided alike in every visit. */
export async function visit({
  server,
  language,
  newPage,
  look,
}: {
  server: TestServer;
  language: Language;
  newPage: (view: View) => Promise<WatchedPage>;
  look: (view: string, page: WatchedPage) => Promise<void>;
}): Promise<Visit> {
  const newPageAlike = async (view: View = {}) => {
    const page = await newPage({ locale: locales[language], ...view });
    await page.addInitScript(drawAlike);
    return page;
  };
  const page = await newPageAlike();
  return {
    page,
    participant: new Participant(page, server.url),
    server,
    language,
    newPage: newPageAlike,
    look: (view, on = page) => look(view, on),
  };
}

/** Runs in the page: single random words come from a fixed row; ids and keys stay random. */
function drawAlike(): void {
  const draw = crypto.getRandomValues.bind(crypto);
  let word = 1;
  Object.defineProperty(crypto, "getRandomValues", {
    value: (words: Uint32Array<ArrayBuffer>) => {
      if (!(words instanceof Uint32Array) || words.length !== 1) return draw(words);
      word = (word * 1664525 + 1013904223) % 2 ** 32;
      return words.fill(word);
    },
  });
}
