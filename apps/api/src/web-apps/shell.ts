import { baseLanguage, type LocalizedText, type ReadingLanguage } from "@mehrwert/study";
import { html } from "hono/html";

const needsScript: LocalizedText = {
  de: "Diese Seite braucht JavaScript. Bitte schalten Sie es für diese Adresse ein und laden Sie die Seite neu.",
  en: "This page needs JavaScript. Please switch it on for this address and reload the page.",
};

/**
 * The entry page of a web app in the reader's language, with a title that says what is being opened, so that the
 * tab, a screen reader and a browser without scripts have something to tell before anything is loaded. `content`
 * stands in the app's place until the app takes it; without any, a browser without scripts is told what it lacks.
 */
export async function localizedShell(
  shell: string,
  {
    language,
    title,
    content,
  }: {
    language: ReadingLanguage;
    title: string | undefined;
    content?: ReturnType<typeof html>;
  },
): Promise<string> {
  const titleTag = title === undefined ? undefined : String(await html`<title>${title}</title>`);
  const message = `<noscript><p lang="${language}">${needsScript[baseLanguage(language)]}</p></noscript>`;
  const page = shell
    .replace(/<html\b[^>]*>/i, () => `<html lang="${language}">`)
    .replace(/<title>[^<]*<\/title>/i, (given) => titleTag ?? given)
    .replace(/<noscript>[\s\S]*?<\/noscript>/gi, "");
  if (content === undefined) return page.replace(/<body\b[^>]*>/i, (body) => `${body}\n${message}`);
  const written = String(await content);
  return page.replace('<div id="root"></div>', () => written);
}

/** The entry page with its style sheets and without its scripts, for pages that need none. */
export function withoutScripts(shell: string): string {
  return shell
    .replace(/<script\b[\s\S]*?<\/script>/gi, "")
    .replace(/<link\b[^>]*\brel="modulepreload"[^>]*>/gi, "");
}
