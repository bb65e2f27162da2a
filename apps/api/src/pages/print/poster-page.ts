import type { Language, Study } from "@mehrwert/study";
import { html } from "hono/html";
import { printPage } from "./print-page.ts";
import { qrCode } from "./qr-code.ts";

const words = {
  invitation: { de: "Nehmen Sie teil", en: "Take part" },
  open: { de: "Die Teilnahme ist freiwillig.", en: "Taking part is voluntary." },
  withCode: {
    de: "Die Teilnahme ist freiwillig. Sie brauchen einen Teilnahmecode.",
    en: "Taking part is voluntary. You need a participation code.",
  },
  responsible: { de: "Verantwortlich", en: "Responsible" },
  qr: { de: "QR-Code mit der Adresse der Befragung", en: "QR code with the address of the survey" },
} as const;

/** A poster that leads to the study's first page. It holds nothing that would let anybody in. */
export function posterPage({
  study,
  address,
  language,
}: {
  study: Study;
  address: string;
  language: Language;
}) {
  const needsCode = study.credentialKey !== undefined || study.mode === "confidential";
  return printPage({
    language,
    title: study.title[language],
    content: html`<div class="poster">
<p>${words.invitation[language]}</p>
<h1>${study.title[language]}</h1>
${qrCode(address, words.qr[language])}
<p class="address"><a href="${address}">${address.replace(/^https?:\/\//, "")}</a></p>
<p>${needsCode ? words.withCode[language] : words.open[language]}</p>
<p class="quiet">${words.responsible[language]}: ${study.informationSheet.responsible[language]}</p>
</div>`,
  });
}
