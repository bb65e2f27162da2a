import { formatNumber, formatShare } from "@mehrwert/analysis";
import type { SimulationReply } from "@mehrwert/api";
import type { Language } from "@mehrwert/study";
import { ScrollingTable } from "../../results/scrolling-table.tsx";

const words = {
  title: { de: "Wie viele Befragte?", en: "How many respondents?" },
  question: {
    de: "Um Platz 4 von Platz 5 zu unterscheiden, braucht es etwa {0} Befragte (in 80 von 100 Befragungen).",
    en: "To tell place 4 from place 5 takes about {0} respondents (in 80 of 100 surveys).",
  },
  caption: {
    de: "Nachbarn unterscheiden, wenn die Unterschiede so groß sind wie simuliert",
    en: "Telling neighbours apart, if differences are as large as simulated",
  },
  places: { de: "Plätze", en: "Places" },
  neighbours: { de: "Nachbarn", en: "Neighbours" },
  found: { de: "Gefunden mit {0}", en: "Found with {0}" },
  needed: { de: "Nötig für 80 %", en: "Needed for 80%" },
} as const;

/** How many respondents it takes to tell each place from the next: the fourth from the fifth in words, all in numbers. */
export function PlanningTable({
  planning,
  respondents,
  language,
}: {
  planning: SimulationReply["planning"][number];
  respondents: number;
  language: Language;
}) {
  const number = (value: number) => formatNumber(value, language);
  const fourth = planning.pairs.find(({ higher }) => higher.place === 4);
  return (
    <section aria-label={`${words.title[language]} ${planning.questionText[language]}`}>
      <h3>
        {words.title[language]} <small>{planning.questionText[language]}</small>
      </h3>
      {fourth?.needed === undefined ? null : (
        <p className="lead">{words.question[language].replace("{0}", number(fourth.needed))}</p>
      )}
      <ScrollingTable id={`planning-${planning.question}`} caption={words.caption[language]}>
        <thead>
          <tr>
            <th scope="col">{words.places[language]}</th>
            <th scope="col">{words.neighbours[language]}</th>
            <th scope="col" className="number">
              {words.found[language].replace("{0}", number(respondents))}
            </th>
            <th scope="col" className="number">
              {words.needed[language]}
            </th>
          </tr>
        </thead>
        <tbody>
          {planning.pairs.map(({ higher, lower, found, needed }) => (
            <tr key={higher.place}>
              <td>
                {higher.place}/{lower.place}
              </td>
              <td>
                {higher.label[language]} / {lower.label[language]}
              </td>
              <td className="number">{formatShare(found, language)}</td>
              <td className="number">{needed === undefined ? "–" : number(needed)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollingTable>
    </section>
  );
}
