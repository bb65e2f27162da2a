import type { Language, LocalizedText } from "@mehrwert/study";
import { html } from "hono/html";

const needsScript: LocalizedText = {
  de: "Diese Seite braucht JavaScript. Bitte schalten Sie es für diese Adresse ein und laden Sie die Seite neu.",
  en: "This page needs JavaScript. Please switch it on for this address and reload the page.",
};

/**
 * The entry page of a web app in the reader's language, with a title that says what is being opened, so that the
 * tab, a screen reader and a browser without scripts have something to tell before anything is loaded.
 */
export async function localizedShell(
  shell: string,
  { language, title }: { language: Language; title: string | undefined },
): Promise<string> {
  const titleTag = title === undefined ? undefined : String(await html`<title>${title}</title>`);
  const message = `<noscript><p lang="${language}">${needsScript[language]}</p></noscript>`;
  return shell
    .replace(/<html\b[^>]*>/i, () => `<html lang="${language}">`)
    .replace(/<title>[^<]*<\/title>/i, (given) => titleTag ?? given)
    .replace(/<noscript>[\s\S]*?<\/noscript>/gi, "")
    .replace(/<body\b[^>]*>/i, (body) => `${body}\n${message}`);
}
