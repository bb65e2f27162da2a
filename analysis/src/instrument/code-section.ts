import type { CodeForecast, Language, PreFieldChecks, PreFieldHint } from "@mehrwert/study";
import { formatNumber } from "../number-format.ts";
import type { ReportSection } from "../report/report.ts";

/** What is forecast of self-generated codes; nothing if the instrument asks for none. */
export function codeSections(
  { codes }: PreFieldChecks,
  hints: readonly PreFieldHint[],
  language: Language,
): ReportSection[] {
  if (codes.length === 0) return [];
  const text = (de: string, en: string) => ({ de, en })[language];
  const right = (label: string) => ({ label, align: "right" as const });
  return [
    {
      heading: text("Selbst erzeugte Codes", "Self-generated codes"),
      sentences: [
        ...codes.flatMap((code) => expectation(code, language)),
        ...hints
          .filter(({ about }) => about === "codes")
          .map(({ message, advice }) => `${message[language]} ${advice[language]}`),
        ...(codes.some(({ isRandom }) => !isRandom) ? [assumed[language]] : []),
      ],
      tables: [
        {
          caption: text("Was die Codes wert sind", "What the codes are worth"),
          columns: [
            { label: text("Frage", "Question"), align: "left" },
            right(text("mögliche Codes", "possible codes")),
            { label: text("wenige Werte", "few values"), align: "left" },
            { label: text("im Haus oft bekannt", "often known at work"), align: "left" },
            right(text("dann noch möglich", "then still possible")),
          ],
          lines: codes.map(({ question, codes: possible, fewValues, known, guesses }) => [
            question,
            formatNumber(possible, language),
            fewValues.join(", ") || "–",
            known.join(", ") || "–",
            formatNumber(Number(guesses.toPrecision(2)), language),
          ]),
        },
      ],
      figures: [],
    },
  ];
}

function expectation({ question, expected }: CodeForecast, language: Language): string[] {
  if (expected === undefined) {
    return [
      {
        de: `Mit --respondents sagt die Prüfung, wie viele Codes von „${question}“ zusammenfallen.`,
        en: `With --respondents this check says how many codes of “${question}” coincide.`,
      }[language],
    ];
  }
  const people = formatNumber(expected.respondents, language);
  const share = small(expected.shared * 100, language);
  const near = small(expected.near * 100, language);
  return [
    {
      de: `„${question}“: Bei ${people} Antworten haben etwa ${share} von 100 Personen einen Code, den auch jemand anderes hat. Auf 100 Personen kommen etwa ${near} andere, deren Code nur in einer Angabe abweicht.`,
      en: `“${question}”: with ${people} respondents about ${share} in 100 people have a code that somebody else has, too. Per 100 people there are about ${near} others whose code differs in one element only.`,
    }[language],
  ];
}

function small(value: number, language: Language): string {
  return value > 0 && value < 0.05
    ? { de: "weniger als 0,1", en: "fewer than 0.1" }[language]
    : formatNumber(value, language, 1);
}

const assumed = {
  de: "Angenommen ist: Buchstaben an festen Stellen von Namen fallen ab wie 1, 1/2, 1/3 … (eigene Annahme; ungleicher als in deutschen Texten), Tage wie im Kalender, Ziffern wie ältere Geschwister: 45, 35, 13, 5 und 2 % für 0 bis 4 (eigene Annahme); alle Angaben unabhängig voneinander. „Wenige Werte“: weniger wert als 5 gleich wahrscheinliche.",
  en: "Assumed: letters at fixed places of names fall off as 1, 1/2, 1/3 … (our own assumption; less even than in German text), days as in the calendar, digits like older siblings: 45, 35, 13, 5 and 2% for 0 to 4 (our own assumption); all elements independent. “Few values”: worth less than 5 equally likely ones.",
} as const;
