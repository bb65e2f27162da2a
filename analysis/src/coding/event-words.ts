import type {
  CodingChange,
  CodingEvent,
  Language,
  LocalizedText,
  MemoSubject,
} from "@mehrwert/study";
import { shortId } from "./coding-lines.ts";

/** What an event did, in one short sentence. */
export function eventInWords({ change }: CodingEvent, language: Language): string {
  return words(change)[language];
}

function words(change: CodingChange): LocalizedText {
  switch (change.kind) {
    case "document-added": {
      const { document } = change.transcript;
      return say(`Transkript ${document} aufgenommen`, `transcript ${document} added`);
    }
    case "document-corrected": {
      const { document, version } = change.transcript;
      return say(
        `${document} berichtigt: Fassung ${version}`,
        `${document} corrected: version ${version}`,
      );
    }
    case "document-removed":
      return say(
        `Transkript ${change.document} herausgenommen`,
        `transcript ${change.document} taken out`,
      );
    case "document-variable-set":
      return say(
        `${change.document}: ${change.variable} = ${change.value || "–"}`,
        `${change.document}: ${change.variable} = ${change.value || "–"}`,
      );
    case "case-changed":
      return say(`Fall ${change.case} geändert`, `case ${change.case} changed`);
    case "case-removed":
      return say(`Fall ${change.case} gestrichen`, `case ${change.case} removed`);
    default:
      return codeWords(change);
  }
}

function codeWords(change: CodingChange): LocalizedText {
  switch (change.kind) {
    case "code-added": {
      const { id, label } = change.code;
      return say(`Code ${id} „${label.de}“ angelegt`, `code ${id} “${label.en}” made`);
    }
    case "code-changed": {
      const parts = Object.keys(change.set).join(", ");
      return say(`Code ${change.code} geändert: ${parts}`, `code ${change.code} changed: ${parts}`);
    }
    case "code-moved": {
      const [de, en] =
        change.parent === undefined
          ? ["nach oben", "to the top"]
          : [`nach ${change.parent}`, `to ${change.parent}`];
      return say(`Code ${change.code} verschoben ${de}`, `code ${change.code} moved ${en}`);
    }
    case "codes-merged": {
      const codes = change.codes.join(", ");
      return say(
        `${codes} mit ${change.into} zusammengeführt`,
        `${codes} merged into ${change.into}`,
      );
    }
    case "code-split": {
      const parts = change.parts.map(({ code }) => code.id).join(", ");
      return say(`Code ${change.code} aufgeteilt: ${parts}`, `code ${change.code} split: ${parts}`);
    }
    case "code-removed":
      return say(`Code ${change.code} gestrichen`, `code ${change.code} removed`);
    case "codebook-versioned":
      return say(
        `Codebuch hat jetzt Fassung ${change.version}`,
        `codebook is now version ${change.version}`,
      );
    default:
      return codingWords(change);
  }
}

function codingWords(change: CodingChange): LocalizedText {
  switch (change.kind) {
    case "coding-added": {
      const { id, code, excerpt, coder } = change.coding;
      const place = `${excerpt.document} ${excerpt.start}–${excerpt.end}`;
      return say(
        `kodiert: ${place} mit ${code} von ${coder} (${shortId(id)})`,
        `coded: ${place} with ${code} by ${coder} (${shortId(id)})`,
      );
    }
    case "coding-changed":
      return say(
        `Kodierung ${shortId(change.coding)} geändert`,
        `coding ${shortId(change.coding)} changed`,
      );
    case "coding-removed":
      return say(
        `Kodierung ${shortId(change.coding)} entfernt`,
        `coding ${shortId(change.coding)} removed`,
      );
    case "suggestion-added": {
      const { id, code, excerpt, name } = change.suggestion;
      const place = `${excerpt.document} ${excerpt.start}–${excerpt.end}`;
      return say(
        `vorgeschlagen: ${place} mit ${code} (${shortId(id)}, ${name})`,
        `suggested: ${place} with ${code} (${shortId(id)}, ${name})`,
      );
    }
    case "suggestion-rejected":
      return say(
        `Vorschlag ${shortId(change.suggestion)} abgelehnt`,
        `suggestion ${shortId(change.suggestion)} rejected`,
      );
    case "memo-written": {
      const about = subject(change.about);
      return say(`Memo zu ${about.de}`, `memo on ${about.en}`);
    }
    case "memo-removed":
      return say(`Memo ${shortId(change.memo)} gelöscht`, `memo ${shortId(change.memo)} deleted`);
    case "record-written":
      return say(`Angabe ${change.item} festgehalten`, `record ${change.item} written`);
    case "undone":
      return say(
        `zurückgenommen: ${shortId(change.target)}`,
        `taken back: ${shortId(change.target)}`,
      );
    default:
      return say("nach einem Abbruch fortgesetzt", "went on after a crash");
  }
}

/** What a memo is about. */
export function subject(about: MemoSubject): LocalizedText {
  switch (about.kind) {
    case "project":
      return say("Projekt", "the project");
    case "document":
      return say(about.document, about.document);
    case "code":
      return say(`Code ${about.code}`, `code ${about.code}`);
    case "coding":
      return say(`Kodierung ${shortId(about.coding)}`, `coding ${shortId(about.coding)}`);
    case "case":
      return say(`Fall ${about.case}`, `case ${about.case}`);
    case "excerpt": {
      const { document, start, end } = about.excerpt;
      return say(`Stelle ${document} ${start}–${end}`, `passage ${document} ${start}–${end}`);
    }
  }
}

function say(de: string, en: string): LocalizedText {
  return { de, en };
}
