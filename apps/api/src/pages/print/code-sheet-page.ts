import type { Language, Study } from "@mehrwert/study";
import { html } from "hono/html";
import { printPage } from "./print-page.ts";
import { qrCode } from "./qr-code.ts";

const words = {
  title: { de: "Teilnahmecodes", en: "Participation codes" },
  lead: {
    de: "Drucken Sie den Bogen, schneiden Sie die Zettel auseinander und mischen Sie sie. Wer teilnimmt, zieht einen. Schreiben Sie nicht auf, wer welchen hat.",
    en: "Print the sheet, cut the slips apart and mix them. Whoever takes part draws one. Do not note who has which.",
  },
  slips: { de: "Zettel", en: "slips" },
  once: { de: "Gilt für eine Teilnahme.", en: "Good for taking part once." },
  or: { de: "Oder eingeben auf", en: "Or type it at" },
  qr: { de: "QR-Code mit dem persönlichen Link", en: "QR code with the personal link" },
} as const;

/** Slips with a code each, to be cut apart. */
export function codeSheetPage({
  study,
  codes,
  origin,
  linkTo,
  language,
}: {
  study: Study;
  codes: readonly string[];
  origin: string;
  linkTo: (code: string) => string;
  language: Language;
}) {
  const address = `${origin}/s/${study.slug}`.replace(/^https?:\/\//, "");
  return printPage({
    language,
    title: `${words.title[language]}: ${study.title[language]}`,
    content: html`<div class="no-print">
<h1>${words.title[language]}: ${study.title[language]}</h1>
<p>${words.lead[language]}</p>
<p class="quiet">${codes.length} ${words.slips[language]}</p>
</div>
<ul class="slips">${codes.map(
      (code) => html`<li>${qrCode(linkTo(code), words.qr[language])}<div>
<p>${study.title[language]}</p>
<p><code>${code}</code></p>
<p class="quiet">${words.or[language]} ${address}. ${words.once[language]}</p>
</div></li>`,
    )}</ul>`,
  });
}
