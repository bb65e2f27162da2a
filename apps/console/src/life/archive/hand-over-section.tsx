import { Checkbox } from "@mantine/core";
import { type Language, mayAdmitMore, needsCode, type Study } from "@mehrwert/study";
import { useState } from "react";
import { addressOf } from "../../place.ts";
import { usePlan } from "../life-client.ts";

const words = {
  title: { de: "An eine andere Installation übergeben", en: "Hand over to another installation" },
  lead: {
    de: "Eine Datei mit allem: Planung, Fragebogen, Einwilligungstexte, Antworten, freigegebene Ergebnisse, Löschungen und eingefrorene Datensätze. Wer sie hat, kann alle Antworten lesen; geben Sie sie nur verschlüsselt weiter.",
    en: "One file with everything: plan, questionnaire, consent texts, answers, released results, deletions and frozen datasets. Whoever has it can read all answers; pass it on encrypted only.",
  },
  left: {
    de: "Der Probelauf bleibt hier.",
    en: "The pilot stays here.",
  },
  invited: {
    de: "Auch, wer eingeladen ist, mit Adressen und Codes",
    en: "Also who was invited, with addresses and codes",
  },
  fielding: {
    de: "Zu dieser Studie wird noch zugelassen, jetzt oder in einer weiteren Welle. Mit dieser Angabe gehen auch ihre Schlüssel mit, und beide Installationen könnten Menschen zulassen: Schließen Sie sie hier, sobald sie dort läuft. Ohne sie kann dort niemand neu beginnen.",
    en: "People are still let into this study, now or in a wave to come. With this, its keys go along, too, and both installations could let people in: close it here as soon as it runs there. Without it nobody new can begin there.",
  },
  over: {
    de: "Die Erhebung ist vorbei: Ihre Schlüssel gehen nicht mit. Mit denselben Einladungen kann dort niemand mehr teilnehmen.",
    en: "Fielding is over: its keys do not go along. Nobody can take part there with the same invitations.",
  },
  download: {
    de: "Studie als Datei herunterladen (ZIP)",
    en: "Download the study as a file (ZIP)",
  },
} as const;

/** The whole study as one file, with what is in it, what is not, and what that means. */
export function HandOverSection({ study, language }: { study: Study; language: Language }) {
  const [withInvitations, setWithInvitations] = useState(false);
  const plan = usePlan(study.slug, language).data;
  const isOver = plan !== undefined && !mayAdmitMore(plan);
  const meaning = study.mode === "anonymous" && isOver ? words.over : words.fielding;
  const isTold = withInvitations && plan !== undefined && (study.mode === "anonymous" || !isOver);
  return (
    <section className="life-section" aria-labelledby="hand-over-title">
      <h2 id="hand-over-title">{words.title[language]}</h2>
      <p>
        {words.lead[language]} {words.left[language]}
      </p>
      {needsCode(study) && study.status !== "archived" ? (
        <Checkbox
          label={words.invited[language]}
          checked={withInvitations}
          onChange={({ currentTarget }) => setWithInvitations(currentTarget.checked)}
        />
      ) : null}
      <div role="status">{isTold ? <p className="note">{meaning[language]}</p> : null}</div>
      <p>
        <a href={addressOf.handOver(study.slug, withInvitations)} download>
          {words.download[language]}
        </a>
      </p>
    </section>
  );
}
