import type { PilotReply } from "@mehrwert/api";
import type { Language } from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { useState } from "react";
import { asking, request } from "../../fetch-json.ts";
import { Refused } from "../../library/refused.tsx";
import { ConfirmDialog } from "../../patterns/confirm-dialog.tsx";
import { addressOf } from "../../place.ts";
import { useStudyAction } from "../life-client.ts";

const words = {
  title: { de: "Ausprobieren lassen", en: "Let people try it" },
  lead: {
    de: "Mit diesem Link füllen Testerinnen und Tester die Befragung aus und schreiben zu jeder Seite Anmerkungen. Ihre Antworten liegen für sich: Sie kommen in keine Zählung, kein Ergebnis und keinen Datensatz.",
    en: "With this link testers fill in the survey and write comments on each page. Their answers lie apart: they enter no count, no result and no dataset.",
  },
  make: { de: "Link für den Probelauf erzeugen", en: "Make a link for the pilot" },
  renew: { de: "Neuen Link erzeugen", en: "Make a new link" },
  renewAsk: { de: "Neuen Link erzeugen?", en: "Make a new link?" },
  renewed: {
    de: "Der bisherige Link führt dann nirgends mehr hin.",
    en: "The former link then leads nowhere any more.",
  },
  link: { de: "Link für den Probelauf", en: "Link for the pilot" },
  tried: { de: "Bis zum Ende ausprobiert: {0}-mal.", en: "Tried to the end: {0} times." },
} as const;

/** The way for testers, and how often it was gone. */
export function TestersSection({
  study,
  pilot,
  language,
}: {
  study: string;
  pilot: PilotReply;
  language: Language;
}) {
  const [isAsking, setAsking] = useState(false);
  const renewing = useStudyAction(study, () =>
    request<PilotReply>("POST", asking(`/api/studies/${study}/pilot/key`, { language })),
  );
  const renew = () => renewing.mutate(undefined, { onSuccess: () => setAsking(false) });
  return (
    <section className="life-section" aria-labelledby="testers-title">
      <h2 id="testers-title">{words.title[language]}</h2>
      <p>{words.lead[language]}</p>
      {pilot.key === undefined ? (
        <div className="buttons">
          <Button kind="primary" isBusy={renewing.isPending} onClick={renew}>
            {words.make[language]}
          </Button>
        </div>
      ) : (
        <>
          <p>
            <a href={addressOf.pilot(study, pilot.key)} className="pilot-link">
              {words.link[language]}: {`${location.origin}${addressOf.pilot(study, pilot.key)}`}
            </a>
          </p>
          <p>{words.tried[language].replace("{0}", String(pilot.testers))}</p>
          <div className="buttons">
            <Button kind="quiet" onClick={() => setAsking(true)}>
              {words.renew[language]}
            </Button>
          </div>
        </>
      )}
      {renewing.isError ? <Refused error={renewing.error} language={language} /> : null}
      <ConfirmDialog
        isOpen={isAsking}
        title={words.renewAsk[language]}
        consequences={[words.renewed[language]]}
        confirm={words.renew[language]}
        isBusy={renewing.isPending}
        language={language}
        onConfirm={renew}
        onClose={() => setAsking(false)}
      />
    </section>
  );
}
