import { numberWriter } from "@mehrwert/analysis";
import type { Language } from "@mehrwert/study";
import { Notice } from "@mehrwert/ui";

/** Says before any number is read that nobody gave these answers. */
export function SimulatedNotice({
  respondents,
  language,
}: {
  respondents: number;
  language: Language;
}) {
  const count = numberWriter(language).count(respondents);
  return (
    <Notice kind="caution" title={{ de: "Simulierte Daten", en: "Simulated data" }[language]}>
      <p>
        {
          {
            de: `Alles hier Gezeigte beruht auf ${count} erfundenen Befragten. Niemand wurde gefragt; die Reihenfolge sagt nichts über wirkliche Menschen.`,
            en: `Everything shown here rests on ${count} made-up respondents. Nobody was asked; the order says nothing about real people.`,
          }[language]
        }
      </p>
    </Notice>
  );
}
