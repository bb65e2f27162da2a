import type { DraftReply } from "@mehrwert/api";
import type { Language } from "@mehrwert/study";
import { useId, useState } from "react";
import { addressOf } from "../../place.ts";
import { PreviewChoices } from "../preview-choices.tsx";
import { PreviewFrame, type PreviewWidth } from "../preview-frame.tsx";
import { CodeEditor, type Jump } from "./code-editor.tsx";
import { IssueList } from "./issue-list.tsx";
import type { JsonSchema } from "./json-schema.ts";
import { LeaveGuard } from "./leave-guard.tsx";
import { PublishSection } from "./publish-section.tsx";
import { SavingState } from "./saving-state.tsx";
import { type DraftInHand, useDraft } from "./use-draft.ts";

const words = {
  text: { de: "Text", en: "Text" },
  keys: {
    de: "Tab rückt ein; Esc und danach Tab verlässt den Editor. Strg+Leertaste schlägt vor, was hier stehen darf, Strg+F sucht, F8 geht zum nächsten Fehler.",
    en: "Tab indents; Escape and then Tab leaves the editor. Ctrl+Space offers what may stand here, Ctrl+F searches, F8 goes to the next error.",
  },
  preview: { de: "Vorschau", en: "Preview" },
  stale: {
    de: "Die Vorschau zeigt den letzten Stand ohne Fehler.",
    en: "The preview shows the last revision without errors.",
  },
  never: {
    de: "Sobald der Entwurf keine Fehler mehr hat, erscheint hier die Vorschau.",
    en: "The preview appears here as soon as the draft has no errors.",
  },
  alone: { de: "Vorschau allein öffnen", en: "Open the preview alone" },
} as const;

/** Text, what is wrong with it, preview and publishing of one draft. */
export function DraftEditor({
  initial,
  newest,
  schema,
  onPublished,
  language,
}: {
  initial: DraftReply;
  newest: string | undefined;
  schema: JsonSchema;
  onPublished: (version: string) => void;
  language: Language;
}) {
  const draft = useDraft(initial, language);
  const [jump, setJump] = useState<Jump>();
  const hintId = useId();
  return (
    <>
      <LeaveGuard isNeeded={!draft.isSaved} language={language} />
      <div className="workbench">
        <section aria-labelledby="text">
          <div className="workbench-head">
            <h2 id="text">{words.text[language]}</h2>
            <SavingState draft={draft} language={language} />
          </div>
          <p id={hintId} className="note">
            {words.keys[language]}
          </p>
          <CodeEditor
            text={draft.text}
            onText={draft.setText}
            issues={draft.saved.issues}
            {...{ schema, jump, language, hintId }}
          />
        </section>
        <LivePreview draft={draft} language={language} />
      </div>
      <IssueList
        issues={draft.saved.issues}
        onJump={(path) => setJump({ path })}
        language={language}
      />
      <PublishSection {...{ draft, newest, onPublished, language }} />
    </>
  );
}

function LivePreview({ draft, language }: { draft: DraftInHand; language: Language }) {
  const [shown, setShown] = useState<Language>(language);
  const [width, setWidth] = useState<PreviewWidth>("phone");
  const [usable, setUsable] = useState<number>();
  const { slug, revision, issues } = draft.saved;
  const hasErrors = issues.some(({ severity }) => severity === "error");
  if (!hasErrors && usable !== revision) setUsable(revision);
  return (
    <section aria-labelledby="preview">
      <h2 id="preview">{words.preview[language]}</h2>
      {usable === undefined ? (
        <p>{words.never[language]}</p>
      ) : (
        <>
          <PreviewChoices {...{ shown, width, language }} onShown={setShown} onWidth={setWidth} />
          <p className="note" role="status">
            {hasErrors ? words.stale[language] : ""}
          </p>
          <PreviewFrame
            key={shown}
            version="draft"
            {...{ slug, shown, width, language }}
            revision={usable}
          />
          <p>
            <a href={addressOf.previewAlone(slug, "draft", shown)}>{words.alone[language]}</a>
          </p>
        </>
      )}
    </section>
  );
}
