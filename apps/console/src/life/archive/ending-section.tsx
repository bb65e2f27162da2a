import type { Language, Study } from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { asking, request } from "../../fetch-json.ts";
import { Refused } from "../../library/refused.tsx";
import { ConfirmDialog } from "../../patterns/confirm-dialog.tsx";
import { useStudyAction } from "../life-client.ts";
import { type StudyStep, studySteps } from "./study-steps.ts";

const words = {
  title: { de: "Beenden", en: "Ending" },
  none: {
    de: "Solange die Studie geplant wird, gibt es nichts zu beenden.",
    en: "While the study is being planned there is nothing to end.",
  },
} as const;

/** What can be ended now, step by step, each asked back with what it means. */
export function EndingSection({
  study,
  isOwner,
  language,
}: {
  study: Study;
  /** Only owners archive and delete. */
  isOwner: boolean;
  language: Language;
}) {
  const steps = studySteps.filter(
    ({ from, name }) =>
      from.includes(study.status) && (isOwner || (name !== "archive" && name !== "delete")),
  );
  return (
    <section className="life-section" aria-labelledby="ending-title">
      <h2 id="ending-title">{words.title[language]}</h2>
      {study.status === "planned" ? <p>{words.none[language]}</p> : null}
      <div className="buttons">
        {steps.map((step) => (
          <Step key={step.name} {...{ step, study, language }} />
        ))}
      </div>
    </section>
  );
}

function Step({ step, study, language }: { step: StudyStep; study: Study; language: Language }) {
  const { slug } = study;
  const isDeleting = step.name === "delete";
  const [isAsking, setAsking] = useState(false);
  const navigate = useNavigate();
  const acting = useStudyAction(slug, async () => {
    if (!isDeleting)
      return request("POST", asking(`/api/studies/${slug}/${step.name}`, { language }));
    await request("DELETE", asking(`/api/studies/${slug}`, { language, confirm: slug }));
    // Away from here first: of this study there is nothing left to read anew.
    await navigate({ to: "/" });
  });
  const act = () => acting.mutate(undefined, { onSuccess: () => setAsking(false) });
  return (
    <>
      <Button kind={isDeleting ? "danger" : "plain"} onClick={() => setAsking(true)}>
        {step.label[language]}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={step.question[language]}
        consequences={step.consequences.map((text) => text[language])}
        confirm={step.label[language]}
        isDestructive={isDeleting || step.name === "archive"}
        isBusy={acting.isPending}
        {...(isDeleting && { typed: slug })}
        language={language}
        onConfirm={act}
        onClose={() => setAsking(false)}
      >
        {acting.isError ? <Refused error={acting.error} language={language} /> : null}
      </ConfirmDialog>
    </>
  );
}
