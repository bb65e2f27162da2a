import type { Language } from "@mehrwert/study";
import { Button, Notice } from "@mehrwert/ui";
import { saveFile } from "../../results/save-file.ts";
import { Refused } from "../refused.tsx";
import type { DraftInHand } from "./use-draft.ts";

const words = {
  saved: { de: "Gespeichert", en: "Saved" },
  unsaved: { de: "Noch nicht gespeichert …", en: "Not saved yet …" },
  failed: {
    de: "Nicht gespeichert. Ihr Text steht nur auf dieser Seite; sie versucht es alle 5 Sekunden wieder.",
    en: "Not saved. Your text is only on this page; it tries again every 5 seconds.",
  },
  changed: {
    de: "Jemand anderes hat diesen Entwurf inzwischen geändert",
    en: "Somebody else changed this draft meanwhile",
  },
  changedLead: {
    de: "Im Editor steht weiter Ihr Text, hier der andere. Gespeichert wird erst wieder, wenn Sie sich entschieden haben. Wählen Sie den anderen, erhalten Sie Ihren als Datei.",
    en: "The editor still has your text; here is the other one. Saving waits until you decide. If you choose the other one, you get yours as a file.",
  },
  theirs: { de: "Der andere Text", en: "The other text" },
  keepMine: { de: "Meinen Text darüber speichern", en: "Save my text over it" },
  takeTheirs: { de: "Mit dem anderen Text weitermachen", en: "Go on with the other text" },
  download: { de: "Meinen Text als Datei sichern", en: "Keep my text as a file" },
  gone: {
    de: "Den Entwurf gibt es nicht mehr: Er wurde inzwischen veröffentlicht oder verworfen. Ihr Text steht weiter im Editor.",
    en: "The draft is gone: it was published or thrown away meanwhile. Your text is still in the editor.",
  },
  anew: {
    de: "Mit meinem Text einen neuen Entwurf beginnen",
    en: "Begin a new draft with my text",
  },
} as const;

/** Whether the text is saved, and what to do if somebody else was quicker. Both texts stay until one is chosen. */
export function SavingState({ draft, language }: { draft: DraftInHand; language: Language }) {
  const { trouble, isSaved } = draft;
  return (
    <>
      <div role="status" className="saving-state">
        {trouble === undefined ? (
          <p>
            {isSaved
              ? `${words.saved[language]} (${language === "de" ? "Stand" : "revision"} ${draft.saved.revision})`
              : words.unsaved[language]}
          </p>
        ) : null}
        {trouble?.kind === "failed" ? (
          <>
            <p>{words.failed[language]}</p>
            <Refused error={trouble.error} language={language} />
          </>
        ) : null}
        {trouble?.kind === "gone" ? <p>{words.gone[language]}</p> : null}
      </div>
      {trouble?.kind === "gone" ? (
        <Notice kind="caution">
          <div className="buttons">
            <Button onClick={draft.saveMine}>{words.anew[language]}</Button>
            <Download draft={draft} language={language} />
          </div>
        </Notice>
      ) : null}
      {trouble?.kind === "changed" ? (
        <TwoTexts draft={draft} theirs={trouble.theirs.json} language={language} />
      ) : null}
    </>
  );
}

function TwoTexts({
  draft,
  theirs,
  language,
}: {
  draft: DraftInHand;
  theirs: string;
  language: Language;
}) {
  return (
    <div role="alert">
      <Notice kind="caution" title={words.changed[language]}>
        <p>{words.changedLead[language]}</p>
        <div className="buttons">
          <Button onClick={draft.saveMine}>{words.keepMine[language]}</Button>
          <Button
            onClick={() => {
              // Taking the other text would lose this one, so a copy is handed out first.
              download(draft);
              draft.takeTheirs();
            }}
          >
            {words.takeTheirs[language]}
          </Button>
          <Download draft={draft} language={language} />
        </div>
        <label className="other-text">
          {words.theirs[language]}
          <textarea readOnly rows={10} value={theirs} spellCheck={false} />
        </label>
      </Notice>
    </div>
  );
}

function Download({ draft, language }: { draft: DraftInHand; language: Language }) {
  return <Button onClick={() => download(draft)}>{words.download[language]}</Button>;
}

function download({ saved, text }: DraftInHand): void {
  saveFile(`${saved.slug}-draft.json`, "application/json", text);
}
