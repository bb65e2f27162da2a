import {
  accessibilityLinks,
  baseLanguage,
  frameWords,
  languageNames,
  languages,
  type ReadingLanguage,
} from "@mehrwert/study";
import { html, raw } from "hono/html";

type Html = ReturnType<typeof html>;

function languageLink(each: ReadingLanguage, language: ReadingLanguage): Html {
  const current = each === language ? raw(' aria-current="true"') : "";
  return html`<li><a href="?lang=${each}" lang="${each}" hreflang="${each}"${current}>${languageNames[each]}</a></li>`;
}

function footerLink({ href, text }: { href: string; text: string }): Html {
  return html`<li><a href="${href}">${text}</a></li>`;
}

/**
 * What surrounds the participant's page until the questionnaire takes its place: the same header and footer, with
 * links instead of buttons, because nothing of it needs a script.
 */
export function participantFrame({
  language: chosen,
  offered = languages,
  content,
  footer,
  place,
}: {
  language: ReadingLanguage;
  /** What can be chosen. Default: the languages everything exists in. */
  offered?: readonly ReadingLanguage[];
  content: Html;
  footer: string;
  /** Path of the page, for those who report a barrier on it. */
  place?: string | undefined;
}): Html {
  const language = baseLanguage(chosen);
  return html`<div class="mw-frame">
<header class="mw-header">
<a class="mw-skip" href="#content">${frameWords.skip[language]}</a>
<div class="mw-frame-inner">
<p class="mw-wordmark">Mehrwert</p>
<ul class="mw-language" aria-label="${frameWords.language[language]}">
${offered.map((each) => languageLink(each, chosen))}
</ul>
</div>
</header>
<main class="mw-main" id="content" tabindex="-1" aria-label="${frameWords.content[language]}">
<div class="mw-frame-inner">
${content}
</div>
</main>
<footer class="mw-footer"><div class="mw-frame-inner">
<p>${footer}</p>
<ul class="mw-footer-links">${accessibilityLinks(language, place).map(footerLink)}</ul>
</div></footer>
</div>`;
}
