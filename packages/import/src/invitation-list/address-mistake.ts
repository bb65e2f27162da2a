import type { LocalizedText } from "@mehrwert/study";
import { say } from "../refusal.ts";

/** Why something typed is no address a mail can be sent to, and how to mend it. */
export type AddressMistake = { message: LocalizedText; advice: LocalizedText };

const longest = 254;
const localPart = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const label = /^[\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;

const mistakes = {
  empty: {
    message: say("In dieser Zeile steht keine Adresse.", "This row holds no address."),
    advice: say("Ergänzen Sie sie, oder löschen Sie die Zeile.", "Fill it in, or delete the row."),
  },
  noAt: {
    message: say("Der Adresse fehlt das „@“.", "The address lacks the “@”."),
    advice: say("Schreiben Sie sie wie name@example.org.", "Write it like name@example.org."),
  },
  severalAt: {
    message: say("In der Zelle steht mehr als ein „@“.", "The cell holds more than one “@”."),
    advice: say(
      "Schreiben Sie jede Adresse in eine eigene Zeile.",
      "Give each address its own row.",
    ),
  },
  blank: {
    message: say("Die Adresse enthält ein Leerzeichen.", "The address contains a blank."),
    advice: say("Entfernen Sie es.", "Remove it."),
  },
  comma: {
    message: say(
      "Die Adresse enthält ein Komma oder Semikolon.",
      "The address contains a comma or a semicolon.",
    ),
    advice: say("Gemeint ist vermutlich ein Punkt.", "A full stop is probably meant."),
  },
  noDomain: {
    message: say(
      "Hinter dem „@“ steht kein vollständiger Name wie example.org.",
      "There is no complete name such as example.org behind the “@”.",
    ),
    advice: say("Ergänzen Sie die Endung.", "Complete its ending."),
  },
  local: {
    message: say(
      "Vor dem „@“ stehen Zeichen, die viele Mailserver nicht annehmen.",
      "There are characters before the “@” that many mail servers do not accept.",
    ),
    advice: say(
      "Prüfen Sie Umlaute, Anführungszeichen, doppelte und endende Punkte.",
      "Check accents, quotation marks, doubled and trailing full stops.",
    ),
  },
  long: {
    message: say("Die Adresse ist zu lang.", "The address is too long."),
    advice: say(
      `Höchstens ${longest} Zeichen, davon 64 vor dem „@“.`,
      `At most ${longest} characters, 64 of them before the “@”.`,
    ),
  },
} satisfies Record<string, AddressMistake>;

/** What is wrong with an address; undefined if a mail can be sent to it. Names of domains may have accents. */
export function addressMistake(address: string): AddressMistake | undefined {
  if (address === "") return mistakes.empty;
  if (/\s/.test(address)) return mistakes.blank;
  if (/[,;]/.test(address)) return mistakes.comma;
  const [local = "", domain, ...more] = address.split("@");
  if (domain === undefined) return mistakes.noAt;
  if (more.length > 0) return mistakes.severalAt;
  if (address.length > longest || local.length > 64) return mistakes.long;
  if (!localPart.test(local)) return mistakes.local;
  const labels = domain.split(".");
  const isName = labels.length > 1 && labels.every((one) => label.test(one));
  if (!isName || !/\p{L}/u.test(labels.at(-1) ?? "")) return mistakes.noDomain;
  return undefined;
}

/** An address out of what people paste: `Erika <erika@example.org>` and `mailto:` become the address alone. */
export function bareAddress(cell: string): { address: string; name?: string } {
  const text = cell.replace(/^[\s\uFEFF\u200B]+|[\s\u200B]+$/g, "");
  const [, before = "", inside] = /^(.*?)<([^<>]*)>$/.exec(text) ?? [];
  const address = (inside ?? text).trim().replace(/^mailto:/i, "");
  const name = before.trim().replace(/^["']|["']$/g, "");
  return name === "" ? { address } : { address, name };
}
