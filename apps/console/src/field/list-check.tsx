import type { InvitationCheck } from "@mehrwert/api";
import type { Language } from "@mehrwert/study";
import { useId } from "react";
import { ScrollingTable } from "../results/scrolling-table.tsx";

const words = {
  fit: { de: "können eingeladen werden", en: "can be invited" },
  left: { de: "Zeilen werden ausgelassen", en: "rows are left out" },
  named: { de: "davon mit Name", en: "of them with a name" },
  grouped: { de: "davon mit Gruppe", en: "of them with a group" },
  read: { de: "Gelesen als", en: "Read as" },
  heading: { de: "mit Überschrift", en: "with a heading" },
  noHeading: { de: "ohne Überschrift", en: "without a heading" },
  row: { de: "Zeile", en: "Row" },
  given: { de: "Was dort steht", en: "What stands there" },
  why: { de: "Warum sie ausgelassen wird", en: "Why it is left out" },
  more: { de: "weitere Zeilen", en: "more rows" },
} as const;

const separators = {
  ",": { de: "Komma", en: "comma" },
  ";": { de: "Semikolon", en: "semicolon" },
  tab: { de: "Tabulator", en: "tab" },
  "|": { de: "senkrechter Strich", en: "vertical bar" },
} as const;

const mostShown = 50;

/** What a list holds: how many can be invited, how it was read, and every row that cannot be used. */
export function ListCheck({ list, language }: { list: InvitationCheck; language: Language }) {
  const id = useId();
  const { invitees, problems, encoding, separator, hasHeading } = list;
  const named = invitees.filter(({ name }) => name !== undefined).length;
  const grouped = invitees.filter(({ unit }) => unit !== undefined).length;
  const how = [
    encoding,
    ...(separator === undefined ? [] : [separators[separator][language]]),
    hasHeading ? words.heading[language] : words.noHeading[language],
  ];
  return (
    <>
      <dl className="facts">
        <div>
          <dt>{words.fit[language]}</dt>
          <dd>{invitees.length}</dd>
        </div>
        {named > 0 ? (
          <div>
            <dt>{words.named[language]}</dt>
            <dd>{named}</dd>
          </div>
        ) : null}
        {grouped > 0 ? (
          <div>
            <dt>{words.grouped[language]}</dt>
            <dd>{grouped}</dd>
          </div>
        ) : null}
        <div>
          <dt>{words.read[language]}</dt>
          <dd>{how.join(", ")}</dd>
        </div>
      </dl>
      {problems.length === 0 ? null : (
        <ScrollingTable id={id} caption={`${problems.length} ${words.left[language]}`}>
          <thead>
            <tr>
              <th scope="col" className="number">
                {words.row[language]}
              </th>
              <th scope="col">{words.given[language]}</th>
              <th scope="col">{words.why[language]}</th>
            </tr>
          </thead>
          <tbody>
            {problems.slice(0, mostShown).map(({ line, given, message, advice }) => (
              <tr key={line}>
                <td className="number">{line}</td>
                <td>{given}</td>
                <td>
                  {message[language]} {advice[language]}
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollingTable>
      )}
      {problems.length > mostShown ? (
        <p className="note">
          … {problems.length - mostShown} {words.more[language]}
        </p>
      ) : null}
    </>
  );
}
