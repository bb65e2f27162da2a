import type { ChecklistReply, PlanReply } from "@mehrwert/api";
import { type Language, modeExplanations, type Study } from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { useState } from "react";
import { asking, sendJson } from "../../fetch-json.ts";
import { Refused } from "../../library/refused.tsx";
import { ConfirmDialog } from "../../patterns/confirm-dialog.tsx";
import { useStudyAction } from "../life-client.ts";

const words = {
  open: { de: "Welle {0} eröffnen", en: "Open wave {0}" },
  ask: { de: "Welle {0} eröffnen?", en: "Open wave {0}?" },
  isOpen: { de: "Die Befragung ist eröffnet.", en: "The survey is open." },
  canAnswer: {
    de: "Ab jetzt können Menschen teilnehmen und ihre Antworten zählen.",
    en: "From now on people can take part, and their answers count.",
  },
  fixed: {
    de: "Name, Fragebogen und die Art der Teilnahme ({0}) stehen dann fest.",
    en: "Name, questionnaire and how people take part ({0}) are then fixed.",
  },
  stricter: {
    de: "Die kleinste Gruppe lässt sich nur noch vergrößern, der Löschtag nur noch vorziehen.",
    en: "The smallest group can only become larger, the day of deletion only come earlier.",
  },
  earlier: {
    de: "Die Antworten früherer Wellen bleiben, wie sie sind, und stehen für sich.",
    en: "The answers of earlier waves stay as they are, and apart.",
  },
  unsaved: { de: "Speichern Sie erst Ihre Änderungen.", en: "Save your changes first." },
} as const;

/** The step into the field, with what it means. */
export function OpenSection({
  study,
  checklist,
  isSaved,
  language,
}: {
  study: Study;
  checklist: ChecklistReply;
  isSaved: boolean;
  language: Language;
}) {
  const [isAsking, setAsking] = useState(false);
  const wave = checklist.waveToOpen;
  const opening = useStudyAction(study.slug, () =>
    sendJson<PlanReply>("POST", asking(`/api/studies/${study.slug}/open`, { language }), { wave }),
  );
  if (study.status === "fielding") return <p role="status">{words.isOpen[language]}</p>;
  if (study.status === "archived" || study.status === "finishing") return null;
  const filled = (text: string) => text.replace("{0}", String(wave));
  const mode = modeExplanations[study.mode].name[language];
  return (
    <>
      <div className="buttons">
        <Button
          kind="primary"
          isBusy={!checklist.mayOpen || !isSaved || opening.isPending}
          onClick={() => setAsking(true)}
        >
          {filled(words.open[language])}
        </Button>
      </div>
      {isSaved ? null : <p className="note">{words.unsaved[language]}</p>}
      <ConfirmDialog
        isOpen={isAsking}
        title={filled(words.ask[language])}
        consequences={[
          words.canAnswer[language],
          ...(study.status === "planned" ? [words.fixed[language].replace("{0}", mode)] : []),
          words.stricter[language],
          ...(wave > 1 ? [words.earlier[language]] : []),
        ]}
        confirm={filled(words.open[language])}
        isBusy={opening.isPending}
        language={language}
        onConfirm={() => opening.mutate(undefined, { onSuccess: () => setAsking(false) })}
        onClose={() => setAsking(false)}
      >
        {opening.isError ? <Refused error={opening.error} language={language} /> : null}
      </ConfirmDialog>
    </>
  );
}
