import {
  type CountedDevice,
  countedDeviceWords,
  type Language,
  type VisitFigures,
} from "@mehrwert/study";
import { useId } from "react";
import { ScrollingTable } from "../results/scrolling-table.tsx";

const words = {
  median: { de: "Bearbeitungsdauer (Median): ", en: "Median duration: " },
  minute: { de: "Minute", en: "minute" },
  minutes: { de: "Minuten", en: "minutes" },
  of: { de: "Gezählte Absendungen: ", en: "Submissions counted: " },
  counted: {
    de: "Dauer und Gerät werden nur gezählt. Bei den Antworten einzelner Personen steht nichts davon.",
    en: "Duration and device are only counted. Nothing of it is kept with anybody's answers.",
  },
  devices: { de: "Womit geantwortet wurde", en: "What people answered with" },
  device: { de: "Gerät", en: "Device" },
  responses: { de: "Absendungen", en: "Submissions" },
  tooFew: {
    de: "Welche Geräte es waren, steht hier, sobald jede Art oft genug vorkommt.",
    en: "Which devices they were is shown here once every kind is frequent enough.",
  },
} as const;

/** How long answering took, and with what. Nothing before enough responses were counted. */
export function Visits({
  visits,
  language,
}: {
  visits: VisitFigures | undefined;
  language: Language;
}) {
  if (visits === undefined) return null;
  const { medianMinutes, responses, devices } = visits;
  const number = new Intl.NumberFormat(language === "de" ? "de-DE" : "en-GB");
  const unit = words[medianMinutes === 1 ? "minute" : "minutes"][language];
  return (
    <>
      <p>
        {words.median[language]}
        <strong>
          {number.format(medianMinutes)} {unit}
        </strong>
        . {words.of[language]}
        {number.format(responses)}.
      </p>
      {devices.length === 0 ? (
        <p className="note">{words.tooFew[language]}</p>
      ) : (
        <Devices devices={devices} language={language} format={number.format} />
      )}
      <p className="note">{words.counted[language]}</p>
    </>
  );
}

function Devices({
  devices,
  language,
  format,
}: {
  devices: VisitFigures["devices"];
  language: Language;
  format: (count: number) => string;
}) {
  const id = useId();
  const all = devices.reduce((sum, { responses }) => sum + responses, 0);
  const nameOf = (device: CountedDevice) => countedDeviceWords[device][language];
  return (
    <ScrollingTable id={id} caption={`${words.devices[language]} (n = ${format(all)})`}>
      <thead>
        <tr>
          <th scope="col">{words.device[language]}</th>
          <th scope="col" className="number">
            {words.responses[language]}
          </th>
        </tr>
      </thead>
      <tbody>
        {devices.map(({ device, responses }) => (
          <tr key={device}>
            <th scope="row">{nameOf(device)}</th>
            <td className="number">{format(responses)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollingTable>
  );
}
