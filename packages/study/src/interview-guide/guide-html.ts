import { escapedXml } from "../data-dictionary/xml-element.ts";
import type { Language, LocalizedText } from "../localized-text.ts";
import { guideStyle } from "./guide-style.ts";
import { guideWords } from "./guide-words.ts";
import type { InterviewGuide } from "./schema.ts";

/** A guide to print: room for notes under each block, and a checklist of codes. No script, no font, no request. */
export function guideHtml(guide: InterviewGuide, language: Language): string {
  const say = (text: LocalizedText) => escapedXml(text[language]);
  const word = (name: keyof typeof guideWords) => guideWords[name][language];
  const { from, to } = guide.durationMinutes;
  const fields = (["pseudonym", "date", "interviewer", "begin"] as const)
    .map((name) => `<div><dt>${word(name)}</dt><dd></dd></div>`)
    .join("");
  const points = (list: InterviewGuide["opening"]) =>
    `<ul class="boxes">${list.map(({ text }) => `<li>${say(text)}</li>`).join("")}</ul>`;
  const items = (texts: readonly string[]) =>
    `<ul>${texts.map((text) => `<li>${text}</li>`).join("")}</ul>`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${say(guide.title)}</title>
<style>${guideStyle}</style>
</head>
<body>
<main>
<h1>${say(guide.title)}</h1>
<p>${say(guide.summary)}</p>
<p>${word("people")}: ${say(guide.targetGroup)} · ${from === to ? from : `${from}–${to}`} ${word("minutes")}</p>
<dl class="fields">${fields}</dl>
<section><h2>${word("opening")}</h2>${points(guide.opening)}</section>
${guide.blocks.map((block, index) => blockHtml(guide, block, index, language)).join("\n")}
<section><h2>${word("closing")}</h2>${points(guide.closing)}<div class="notes" role="img" aria-label="${word("notes")}"></div></section>
${checklist(guide, language)}
<section><h2>${word("transcript")}</h2>${items(guide.transcriptRules.map(say))}</section>
<section class="origin"><h2>${word("origin")}</h2>${items([
    `${guide.slug} ${guide.version}`,
    `${word("codebook")}: ${guide.codebook}`,
    `${word("licence")}: ${escapedXml(guide.licence)}`,
    ...guide.sources.map(({ citation }) => escapedXml(citation)),
  ])}</section>
</main>
</body>
</html>
`;
}

function blockHtml(
  guide: InterviewGuide,
  { title, minutes, questions, codes }: InterviewGuide["blocks"][number],
  index: number,
  language: Language,
): string {
  const word = (name: keyof typeof guideWords) => guideWords[name][language];
  const asked = questions.map(({ text, followUps }) => {
    const further = followUps.map((each) => `<li>${escapedXml(each[language])}</li>`).join("");
    const list = further === "" ? "" : `<p>${word("followUps")}:</p><ul>${further}</ul>`;
    return `<li><p class="question">${escapedXml(text[language])}</p>${list}</li>`;
  });
  const boxes = codes.map((id) => `<li>${codeName(guide, id, language)}</li>`).join("");
  return `<section class="block">
<h2>${index + 1}. ${escapedXml(title[language])} <span class="minutes">${minutes} ${word("minutes")}</span></h2>
<ol class="questions">${asked.join("")}</ol>
<h3>${word("notes")}</h3>
<div class="notes" role="img" aria-label="${word("notes")}"></div>
<h3>${word("coverage")}</h3>
<ul class="boxes codes">${boxes}<li>${word("openCodes")}: <span class="line"></span></li></ul>
</section>`;
}

/** Which block should have brought up which code, on one page. */
function checklist(guide: InterviewGuide, language: Language): string {
  const word = (name: keyof typeof guideWords) => guideWords[name][language];
  const rows = guide.blocks.map(({ title, codes }, index) => {
    const boxes = codes.map((id) => `<li>${codeName(guide, id, language)}</li>`).join("");
    return `<tr><th scope="row">${index + 1}. ${escapedXml(title[language])}</th><td><ul class="boxes codes">${boxes}<li>${word("openCodes")}</li></ul></td></tr>`;
  });
  return `<section class="block checklist"><h2>${word("checklist")}</h2>
<p>${word("checklistUse")}</p>
<table><thead><tr><th scope="col">${word("block")}</th><th scope="col">${word("codes")}</th></tr></thead>
<tbody>${rows.join("\n")}</tbody></table></section>`;
}

function codeName({ codes }: InterviewGuide, id: string, language: Language): string {
  const label = codes.find((each) => each.id === id)?.label[language] ?? "";
  return `<b>${escapedXml(id)}</b> ${escapedXml(label)}`;
}
