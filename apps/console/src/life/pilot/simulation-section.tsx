import { NumberInput } from "@mantine/core";
import { numberWriter } from "@mehrwert/analysis";
import type { SimulationReply } from "@mehrwert/api";
import type { Language } from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { asking, sendJson } from "../../fetch-json.ts";
import { Refused } from "../../library/refused.tsx";
import { Waiting } from "../../patterns/waiting.tsx";
import { RankingSection } from "../../results/ranking-section.tsx";
import { Questions } from "../../results/released-sections.tsx";
import { ScalesSection } from "../../results/scales-section.tsx";
import { PlanningTable } from "./planning-table.tsx";
import { SimulatedNotice } from "./simulated-notice.tsx";

const words = {
  title: { de: "Die Auswertung vorher sehen", en: "See the analysis beforehand" },
  lead: {
    de: "Erfundene Befragte füllen den Fragebogen aus, damit Sie sehen, wie die Ergebnisse aussehen und wie viele Menschen Sie fragen müssen. Gespeichert wird nichts.",
    en: "Made-up respondents fill in the questionnaire, so that you see what results look like and how many people to ask. Nothing is stored.",
  },
  respondents: { de: "Zahl der erfundenen Befragten", en: "Number of made-up respondents" },
  run: { de: "Simulieren", en: "Simulate" },
  waiting: { de: "Die Auswertung wird gerechnet …", en: "The analysis is being computed …" },
  none: {
    de: "Dieser Fragebogen hat keine Rangfrage; wie viele Befragte es braucht, lässt sich hier nur für Rangfolgen sagen.",
    en: "This questionnaire has no ranking question; how many respondents it takes can be told here for rankings only.",
  },
} as const;

/** What the results would look like with so many made-up people, and how many it takes to tell place from place. */
export function SimulationSection({
  study,
  expected,
  language,
}: {
  study: string;
  expected: number;
  language: Language;
}) {
  const [respondents, setRespondents] = useState<number | string>(expected);
  const simulating = useMutation({
    mutationFn: () =>
      sendJson<SimulationReply>(
        "POST",
        asking(`/api/studies/${study}/pilot/simulation`, { language }),
        { respondents },
      ),
  });
  return (
    <section className="life-section" aria-labelledby="simulation-title">
      <h2 id="simulation-title">{words.title[language]}</h2>
      <p>{words.lead[language]}</p>
      <form
        noValidate
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!simulating.isPending) simulating.mutate();
        }}
      >
        <NumberInput
          name="respondents"
          label={words.respondents[language]}
          description={`5–${numberWriter(language).count(2000)}`}
          value={respondents}
          clampBehavior="none"
          hideControls
          onChange={setRespondents}
        />
        <div className="buttons">
          <Button type="submit" isBusy={simulating.isPending}>
            {words.run[language]}
          </Button>
        </div>
      </form>
      {simulating.isPending ? (
        <Waiting label={words.waiting[language]} language={language} />
      ) : null}
      <div role="alert">
        {simulating.isError ? <Refused error={simulating.error} language={language} /> : null}
      </div>
      {simulating.data === undefined ? null : (
        <Simulated simulation={simulating.data} language={language} />
      )}
    </section>
  );
}

function Simulated({ simulation, language }: { simulation: SimulationReply; language: Language }) {
  const { results, planning, respondents } = simulation;
  const source = { study: results.study.slug, isSimulated: true, softwareVersion: "" };
  return (
    <div className="simulated">
      <SimulatedNotice {...{ respondents, language }} />
      {results.rankings.length === 0 ? <p>{words.none[language]}</p> : null}
      {planning.map((each) => (
        <PlanningTable key={each.question} {...{ planning: each, respondents, language }} />
      ))}
      {results.rankings.map((table, index) => (
        <RankingSection
          key={table.question}
          {...{ table, language, study: results.study, frame: undefined, number: index + 1 }}
        />
      ))}
      <ScalesSection {...{ scales: results.scales, grouping: undefined, source, language }} />
      <Questions {...{ questions: results.questions, by: undefined, source, language }} />
    </div>
  );
}
