import type { Language, PreFieldChecks } from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { useId, useState } from "react";
import { useAddressPart } from "../../address-part.ts";
import { useChecks } from "../library-client.ts";
import { Refused } from "../refused.tsx";
import { DemographicsView, DurationsView } from "./checks-views.tsx";
import { HintsView } from "./hints-view.tsx";
import { ReadingEaseView } from "./reading-ease-view.tsx";

const words = {
  title: { de: "Prüfungen vor dem Feld", en: "Checks before the field" },
  lead: {
    de: "Nichts davon ist sicher: Dauer und Gruppengrößen sind geschätzt, Hinweise zum Wortlaut sehen nur Wörter. Ein Fragebogen kann mit allen Hinweisen ins Feld.",
    en: "None of this is certain: durations and sizes of groups are estimates, hints about wording look at words only. An instrument can be fielded with all of them.",
  },
  respondents: { de: "Erwartete Zahl der Antworten", en: "Number of responses expected" },
  hint: {
    de: "Dann lässt sich sagen, wie viele kleine Gruppen die Fragen zur Person ergeben.",
    en: "It tells how many small groups the questions about the person lead to.",
  },
  check: { de: "Prüfen", en: "Check" },
  fault: {
    de: "Geben Sie eine ganze Zahl von 1 bis 1000000 ein.",
    en: "Enter a whole number from 1 to 1000000.",
  },
  working: {
    de: "Wird geprüft; das dauert einige Sekunden …",
    en: "Checking; this takes a few seconds …",
  },
} as const;

const isCount = (text: string) => /^[1-9]\d{0,6}$/.test(text) && Number(text) <= 1_000_000;

/** What can be known of an instrument before anybody answers it, for a number of respondents expected. */
export function ChecksSection({
  slug,
  version,
  language,
}: {
  slug: string;
  version: string;
  language: Language;
}) {
  const [respondents, setRespondents] = useAddressPart("respondents", (text) =>
    text !== null && isCount(text) ? text : "",
  );
  const checks = useChecks(slug, version, { language, respondents });
  const id = useId();
  return (
    <section className="ranking" aria-labelledby={id}>
      <h2 id={id}>{words.title[language]}</h2>
      <p>{words.lead[language]}</p>
      <RespondentsForm {...{ language, respondents }} onRespondents={setRespondents} />
      <div role="status">
        {checks.isFetching ? <p>{words.working[language]}</p> : null}
        {checks.isError ? <Refused error={checks.error} language={language} /> : null}
      </div>
      {checks.data ? <Checks checks={checks.data} language={language} /> : null}
    </section>
  );
}

function Checks({ checks, language }: { checks: PreFieldChecks; language: Language }) {
  return (
    <>
      <DurationsView checks={checks} language={language} />
      <DemographicsView demographics={checks.demographics} language={language} />
      <HintsView hints={checks.hints} language={language} />
      <ReadingEaseView items={checks.items} language={language} />
    </>
  );
}

function RespondentsForm({
  language,
  respondents,
  onRespondents,
}: {
  language: Language;
  respondents: string;
  onRespondents: (text: string) => void;
}) {
  const [text, setText] = useState(respondents);
  const [isRefused, setIsRefused] = useState(false);
  const id = useId();
  return (
    <form
      className="form-row"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const isFit = text === "" || isCount(text);
        setIsRefused(!isFit);
        if (isFit) onRespondents(text);
      }}
    >
      <label htmlFor={id}>{words.respondents[language]}</label>
      <span className="field-and-button">
        <input
          id={id}
          className="field field-short"
          inputMode="numeric"
          value={text}
          aria-invalid={isRefused}
          aria-describedby={isRefused ? `${id}-fault` : `${id}-hint`}
          onChange={(event) => setText(event.target.value.trim())}
        />
        <Button type="submit">{words.check[language]}</Button>
      </span>
      {isRefused ? (
        <p id={`${id}-fault`} className="field-fault">
          {words.fault[language]}
        </p>
      ) : null}
      <p id={`${id}-hint`} className="note">
        {words.hint[language]}
      </p>
    </form>
  );
}
