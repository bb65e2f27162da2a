import { responseFigure } from "@mehrwert/analysis";
import type { Language, ProgressReply } from "@mehrwert/study";
import { useId, useMemo } from "react";
import { Waiting } from "../patterns/waiting.tsx";
import { FigureView } from "../results/figure-view.tsx";
import { ScrollingTable } from "../results/scrolling-table.tsx";
import { useProgress } from "./field-client.ts";
import { Section } from "./section.tsx";
import { Visits } from "./visits.tsx";

const words = {
  title: { de: "Rücklauf", en: "Response" },
  loading: { de: "Der Rücklauf wird geladen …", en: "The response is loading …" },
  stepped: {
    de: "Damit niemand einzelne Personen verfolgen kann, ändern sich diese Zahlen höchstens einmal am Tag und nur, wenn sich mindestens fünf Personen bewegt haben.",
    en: "So that nobody can follow single people, these figures change at most once a day, and only when at least five people have moved.",
  },
  exact: {
    de: "Diese Studie ist vertraulich: Die Zahlen sind genau und aktuell.",
    en: "This study is confidential: the figures are exact and current.",
  },
  asked: { de: "eingeladen", en: "invited" },
  begun: { de: "begonnen", en: "begun" },
  complete: { de: "vollständig", en: "complete" },
  partial: { de: "vorzeitig abgesendet", en: "sent early" },
  rates: { de: "Rücklaufquoten nach AAPOR", en: "Response rates as the AAPOR defines them" },
  rate: { de: "Quote", en: "Rate" },
  value: { de: "Wert", en: "Value" },
  meaning: { de: "Was zählt", en: "What counts" },
  dispositions: {
    de: "Ausgang je eingeladener Person (AAPOR 2023)",
    en: "Outcome of each person invited (AAPOR 2023)",
  },
  code: { de: "Code", en: "Code" },
  outcome: { de: "Ausgang", en: "Outcome" },
  cases: { de: "Personen", en: "People" },
  days: { de: "Verlauf nach Tagen", en: "Progress by day" },
  day: { de: "Tag", en: "Day" },
  units: { de: "Nach Gruppen der Einladungsliste", en: "By group of the invitation list" },
  unitsNote: {
    de: "Kleine Gruppen stehen hier nicht, ebenso wenig solche, die sich aus den übrigen errechnen ließen.",
    en: "Small groups are not listed, nor those that could be computed from the others.",
  },
  group: { de: "Gruppe", en: "Group" },
  pages: { de: "Wo Menschen vorzeitig enden", en: "Where people end early" },
  page: { de: "Seite", en: "Page" },
} as const;

const rateMeanings = {
  rr1: { de: "vollständige, alle Eingeladenen zählen", en: "complete, everybody invited counts" },
  rr2: {
    de: "vollständige und vorzeitige, alle zählen",
    en: "complete and early, everybody counts",
  },
  rr3: { de: "vollständige, Unbekannte zum Anteil e", en: "complete, the unknown by share e" },
  rr4: {
    de: "vollständige und vorzeitige, Unbekannte zum Anteil e",
    en: "complete and early, the unknown by share e",
  },
  rr5: { de: "vollständige, ohne Unbekannte", en: "complete, without the unknown" },
  rr6: {
    de: "vollständige und vorzeitige, ohne Unbekannte",
    en: "complete and early, without the unknown",
  },
} as const;
const rateNames = ["rr1", "rr2", "rr3", "rr4", "rr5", "rr6"] as const;

/** How far the wave is: figures, rates, days, groups, pages. */
export function ProgressSection({ study, language }: { study: string; language: Language }) {
  const progress = useProgress(study);
  return (
    <Section title={words.title[language]}>
      {progress.data === undefined ? (
        <Waiting label={words.loading[language]} language={language} />
      ) : (
        <Progress study={study} progress={progress.data} language={language} />
      )}
    </Section>
  );
}

type Shown = { progress: ProgressReply; language: Language };

const locale = (language: Language) => (language === "de" ? "de-DE" : "en-GB");
const counter = (language: Language) => new Intl.NumberFormat(locale(language));

function Progress({ study, progress, language }: Shown & { study: string }) {
  const { wave, isStepped, invited, days, figures, rates } = progress;
  const count = counter(language);
  const response = useMemo(
    () => ({ id: `${study}-${wave}`, invited, days }),
    [study, wave, invited, days],
  );
  const facts = [
    ...(invited > 0
      ? ([
          ["asked", invited],
          ["begun", figures.begun],
        ] as const)
      : []),
    ["complete", figures.complete] as const,
    ["partial", figures.partial] as const,
  ];
  return (
    <>
      <p className="note">{isStepped ? words.stepped[language] : words.exact[language]}</p>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{words[name][language]}</dt>
            <dd>{count.format(value)}</dd>
          </div>
        ))}
      </dl>
      {rates === undefined ? null : <Rates progress={progress} language={language} />}
      {days.length === 0 ? null : (
        <FigureView
          data={response}
          language={language}
          isSimulated={false}
          draw={responseFigure}
          caption={words.days[language]}
          fileName={`${study}-${wave}-response-${language}`}
        />
      )}
      <Days progress={progress} language={language} />
      <Units progress={progress} language={language} />
      <Pages progress={progress} language={language} />
      <Visits visits={figures.visits} language={language} />
    </>
  );
}

function Rates({ progress: { rates, dispositions = [], e }, language }: Shown) {
  const [ratesId, casesId] = [useId(), useId()];
  const percent = new Intl.NumberFormat(locale(language), {
    style: "percent",
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  return (
    <>
      <ScrollingTable
        id={ratesId}
        caption={`${words.rates[language]} (e = ${counter(language).format(e)})`}
      >
        <thead>
          <tr>
            <th scope="col">{words.rate[language]}</th>
            <th scope="col" className="number">
              {words.value[language]}
            </th>
            <th scope="col">{words.meaning[language]}</th>
          </tr>
        </thead>
        <tbody>
          {rateNames.map((name) => (
            <tr key={name}>
              <th scope="row">{name.toUpperCase()}</th>
              <td className="number">
                {rates?.[name] === undefined ? "–" : percent.format(rates[name])}
              </td>
              <td>{rateMeanings[name][language]}</td>
            </tr>
          ))}
        </tbody>
      </ScrollingTable>
      <ScrollingTable id={casesId} caption={words.dispositions[language]}>
        <thead>
          <tr>
            <th scope="col">{words.outcome[language]}</th>
            <th scope="col" className="number">
              {words.code[language]}
            </th>
            <th scope="col" className="number">
              {words.cases[language]}
            </th>
          </tr>
        </thead>
        <tbody>
          {dispositions.map(({ code, words: meaning, cases }) => (
            <tr key={code}>
              <th scope="row">{meaning[language]}</th>
              <td className="number">{code}</td>
              <td className="number">{counter(language).format(cases)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollingTable>
    </>
  );
}

function Days({ progress: { days, invited }, language }: Shown) {
  const id = useId();
  if (days.length === 0) return null;
  const dayOf = new Intl.DateTimeFormat(locale(language), { dateStyle: "medium", timeZone: "UTC" });
  const count = counter(language);
  return (
    <ScrollingTable id={id} caption={words.days[language]}>
      <thead>
        <tr>
          <th scope="col">{words.day[language]}</th>
          {invited > 0 ? (
            <th scope="col" className="number">
              {words.begun[language]}
            </th>
          ) : null}
          <th scope="col" className="number">
            {words.complete[language]}
          </th>
          <th scope="col" className="number">
            {words.partial[language]}
          </th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, figures }) => (
          <tr key={day}>
            <th scope="row" className="day">
              {dayOf.format(new Date(day))}
            </th>
            {invited > 0 ? <td className="number">{count.format(figures.begun)}</td> : null}
            <td className="number">{count.format(figures.complete)}</td>
            <td className="number">{count.format(figures.partial)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollingTable>
  );
}

function Units({ progress: { figures }, language }: Shown) {
  const id = useId();
  const listed = figures.units.filter(({ unit }) => unit !== "");
  if (listed.length === 0) return null;
  const count = counter(language);
  return (
    <>
      <ScrollingTable id={id} caption={words.units[language]}>
        <thead>
          <tr>
            <th scope="col">{words.group[language]}</th>
            <th scope="col" className="number">
              {words.asked[language]}
            </th>
            <th scope="col" className="number">
              {words.begun[language]}
            </th>
          </tr>
        </thead>
        <tbody>
          {listed.map(({ unit, invited, begun }) => (
            <tr key={unit}>
              <th scope="row">{unit}</th>
              <td className="number">{count.format(invited)}</td>
              <td className="number">{count.format(begun)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollingTable>
      <p className="note">{words.unitsNote[language]}</p>
    </>
  );
}

function Pages({ progress: { figures }, language }: Shown) {
  const id = useId();
  if (figures.lastPages.length === 0) return null;
  return (
    <ScrollingTable id={id} caption={words.pages[language]}>
      <thead>
        <tr>
          <th scope="col">{words.page[language]}</th>
          <th scope="col" className="number">
            {words.cases[language]}
          </th>
        </tr>
      </thead>
      <tbody>
        {figures.lastPages.map(({ page, partial }) => (
          <tr key={page}>
            <th scope="row">{page}</th>
            <td className="number">{counter(language).format(partial)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollingTable>
  );
}
