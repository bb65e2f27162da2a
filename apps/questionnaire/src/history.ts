import type { ReadingLanguage } from "@mehrwert/study";

/** What an entry of the tab's history stands for: the welcome page, or a page of the questionnaire. */
export type Place = { view: "welcome" } | { view: "page"; page: string; from?: string };

/** The place of the entry the tab is on; undefined for an entry that is not ours. */
export function currentPlace(): Place | undefined {
  const state: unknown = history.state;
  if (typeof state !== "object" || state === null || !("view" in state)) return undefined;
  if (state.view === "welcome") return { view: "welcome" };
  if (state.view !== "page" || !("page" in state) || typeof state.page !== "string") {
    return undefined;
  }
  const from = "from" in state && typeof state.from === "string" ? { from: state.from } : {};
  return { view: "page", page: state.page, ...from };
}

/** Goes on to a place; the browser's back button then leads to where one came from. */
export function goTo(place: Place): void {
  history.pushState(place, "");
}

/** Says what the present entry stands for, without a new one. */
export function markPlace(place: Place): void {
  history.replaceState(place, "");
}

/** The present entry stands for nothing any more: what is opened next decides where it goes on. */
export function forgetPlace(): void {
  history.replaceState(null, "");
}

/** Writes the language into the address of the present entry, so that a reload keeps it. */
export function markLanguage(language: ReadingLanguage): void {
  const address = new URL(location.href);
  if (address.searchParams.get("lang") === language) return;
  address.searchParams.set("lang", language);
  history.replaceState(history.state, "", address);
}
