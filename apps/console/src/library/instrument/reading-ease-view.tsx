import type { Language, PreFieldChecks } from "@mehrwert/study";
import { ScrollingTable } from "../../results/scrolling-table.tsx";

const words = {
  title: { de: "Lesbarkeit aller Texte", en: "Reading ease of all texts" },
  note: {
    de: "Deutsch: 1. Wiener Sachtextformel (Bamberger & Vanecek, 1984), etwa die Schulstufe; höher ist schwerer. Englisch: Flesch Reading Ease; höher ist leichter. Beides gilt für ganze Texte; bei kurzen Items ist es nur ein Anhalt.",
    en: "German: first Wiener Sachtextformel (Bamberger & Vanecek, 1984), roughly the school year; higher is harder. English: Flesch Reading Ease; higher is easier. Both are made for whole texts; for short items they are only a hint.",
  },
  text: { de: "Text", en: "Text" },
  german: { de: "Deutsch (Wiener Formel)", en: "German (Wiener formula)" },
  english: { de: "Englisch (Flesch)", en: "English (Flesch)" },
} as const;

/** Reading ease of every text that is asked, folded. */
export function ReadingEaseView({
  items,
  language,
}: {
  items: PreFieldChecks["items"];
  language: Language;
}) {
  const one = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const told = (value: number | undefined) => (value === undefined ? "–" : one.format(value));
  return (
    <details>
      <summary>{words.title[language]}</summary>
      <p className="note">{words.note[language]}</p>
      <ScrollingTable id="reading-ease" caption={words.title[language]}>
        <thead>
          <tr>
            <th scope="col">{words.text[language]}</th>
            <th scope="col" className="number">
              {words.german[language]}
            </th>
            <th scope="col" className="number">
              {words.english[language]}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ variable, text, ease }) => (
            <tr key={`${variable} ${text.en}`}>
              <th scope="row">
                {text[language]} <small>{variable}</small>
              </th>
              <td className="number">{told(ease.de?.value)}</td>
              <td className="number">{told(ease.en?.value)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollingTable>
    </details>
  );
}
