import type { PlanReply } from "@mehrwert/api";
import { isBeforeTheField, type Language } from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { useState } from "react";
import { asking, sendJson } from "../../fetch-json.ts";
import { LeaveGuard } from "../../library/edit/leave-guard.tsx";
import { useInstrument } from "../../library/library-client.ts";
import { Form } from "../../patterns/form.tsx";
import { useChecklist, useStudyAction } from "../life-client.ts";
import { BasicsPart } from "./basics-part.tsx";
import { ChecklistView } from "./checklist-view.tsx";
import { FieldPart } from "./field-part.tsx";
import { InformationPart } from "./information-part.tsx";
import { OpenSection } from "./open-section.tsx";
import { changesOf, draftOf, type PlanDraft } from "./plan-draft.ts";
import { planWords as words } from "./plan-words.ts";
import { ProtectionPart } from "./protection-part.tsx";

/** The plan of a study beside its checklist. What was typed stays until it is saved, whatever the server says. */
export function PlanForm({ kept, language }: { kept: PlanReply; language: Language }) {
  const { study, changeable, revision } = kept;
  const [typed, setTyped] = useState<Partial<PlanDraft>>({});
  const before = draftOf(kept);
  const draft: PlanDraft = { ...before, ...typed };
  const changes = changesOf(before, draft);
  const isSaved = Object.keys(changes).length === 0;
  const { slug, version } = draft.instrument;
  const instrument = useInstrument(slug, version, language).data;
  const checklist = useChecklist(study.slug, language);
  const saving = useStudyAction(study.slug, () =>
    sendJson<PlanReply>("PATCH", asking(`/api/studies/${study.slug}/plan`, { language }), {
      ...{ revision, changes },
    }),
  );
  const change = (part: Partial<PlanDraft>) => setTyped((earlier) => ({ ...earlier, ...part }));
  const save = () => {
    if (!isSaved) saving.mutate(undefined, { onSuccess: () => setTyped({}) });
  };
  const part = { draft, change, changeable, instrument, language };
  return (
    <div className="beside">
      <LeaveGuard isNeeded={!isSaved} language={language} />
      <Form error={saving.error} language={language} onSubmit={save}>
        <p className="to-checklist">
          <a href="#checklist-title">{words.toChecklist[language]}</a>
        </p>
        {changeable.mode === "no" ? <p className="note">{words.fixed[language]}</p> : null}
        <BasicsPart {...part} />
        <FieldPart {...part} />
        <ProtectionPart {...part} />
        <InformationPart {...part} />
        <div className="buttons saving">
          <Button type="submit" kind="primary" isBusy={saving.isPending || isSaved}>
            {words.save[language]}
          </Button>
          <p role="status">{isSaved ? words.saved[language] : words.unsaved[language]}</p>
        </div>
      </Form>
      <aside>
        {checklist.data === undefined ? null : (
          <ChecklistView
            {...{ language, checklist: checklist.data }}
            isBeforeField={isBeforeTheField(study)}
          >
            <OpenSection {...{ study, isSaved, language }} checklist={checklist.data} />
          </ChecklistView>
        )}
      </aside>
    </div>
  );
}
