import type { DeviationLog } from "../deviation.ts";
import type { DecidedReading } from "./decide-reading.ts";
import type { PositionReading } from "./position-reading.ts";
import type { FoundText } from "./source-text.ts";

/**
 * How positions are counted unless there is evidence: code points of the text as it is handed on. In a file that is every
 * character, CR and LF too; in XML a line break is LF by its own rules. Of ATLAS.ti and MAXQDA it is known better.
 */
export function usualReading(origin: string, { isInXml }: FoundText): PositionReading {
  const unit = "code-points";
  if (/atlas/i.test(origin)) return { lineBreaks: "once", unit };
  if (/maxqda/i.test(origin)) return { lineBreaks: "twice", unit };
  return { lineBreaks: isInXml ? "once" : "twice", unit };
}

/** Tells how the positions of a text were counted, where there was more than one way. */
export function tellReading(
  log: DeviationLog,
  input: { where: string; decided: DecidedReading; usual: PositionReading; text: FoundText },
): void {
  const { where, decided, usual, text } = input;
  const { reading } = decided;
  const why = reason(decided, usual);
  if (text.text.length !== text.withReturns.length) {
    const [de, en] = {
      once: ["als ein Zeichen", "as one character"],
      twice: ["als zwei Zeichen", "as two characters"],
    }[reading.lineBreaks];
    log.add(
      "line-breaks",
      where,
      `Zeilenumbrüche sind CR LF; gezählt ${de} (${why.de}). Der Text hat nun LF, die Positionen wurden umgerechnet.`,
      `Line breaks are CR LF; counted ${en} (${why.en}). The text has LF now, and positions were converted.`,
    );
  } else if (text.withReturns.includes("\r")) {
    log.add(
      "line-breaks",
      where,
      "Zeilenumbrüche sind CR; der Text hat nun LF, Positionen bleiben.",
      "Line breaks are CR; the text has LF now, and positions stay.",
    );
  }
  if (reading.unit === "utf-16") {
    log.add(
      "utf16-positions",
      where,
      `Positionen zählen UTF-16-Einheiten statt Zeichen (${why.de}); sie wurden umgerechnet.`,
      `Positions count UTF-16 units, not characters (${why.en}); they were converted.`,
    );
  }
}

function reason(
  { reading, by, evidence: { points, most } }: DecidedReading,
  usual: PositionReading,
): { de: string; en: string } {
  if (most === 0) {
    return {
      de: "keine Stelle hängt davon ab oder verrät es; angenommen nach Herkunft und Standard",
      en: "no passage depends on it or tells; assumed by origin and standard",
    };
  }
  const forThis = points.get(reading) ?? 0;
  const others = [...points].filter(([each]) => each !== reading).map(([, value]) => value);
  const forOther = reading === usual ? Math.max(0, ...others) : (points.get(usual) ?? 0);
  const scored = {
    de: `Wortgrenzen und Namen der Stellen sprechen mit ${forThis} von ${most} Punkten dafür, mit ${forOther} für die andere Zählung`,
    en: `edges of words and names of passages give it ${forThis} of ${most} points, the other way of counting ${forOther}`,
  };
  if (by === "text") return scored;
  if (by === "project") {
    return {
      de: `${scored.de}, über alle Texte zusammen`,
      en: `${scored.en}, over all texts together`,
    };
  }
  return {
    de: `${scored.de}; das ist nicht eindeutig, angenommen nach Herkunft und Standard, bitte prüfen`,
    en: `${scored.en}; this is not clear, assumed by origin and standard, please check`,
  };
}
