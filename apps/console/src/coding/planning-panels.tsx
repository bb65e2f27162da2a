import type { CodingProject, Language } from "@mehrwert/study";
import { Button, Notice } from "@mehrwert/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Refused } from "../library/refused.tsx";
import { ConfirmDialog } from "../patterns/confirm-dialog.tsx";
import { Waiting } from "../patterns/waiting.tsx";
import { type CodingPlace, sendRelease, sendTranscript } from "./coding-client.ts";
import { DeletionNote } from "./deletion-note.tsx";

const words = {
  transcripts: { de: "Transkripte", en: "Transcripts" },
  lead: {
    de: "Text, Markdown, Word, OpenDocument oder Untertitel (.txt, .md, .docx, .odt, .vtt, .srt). Der Name der Datei wird der Name des Transkripts. Eine Datei gleichen Namens wird zu dessen neuer Fassung; alle Kodierungen ziehen mit.",
    en: "Text, Markdown, Word, OpenDocument or subtitles (.txt, .md, .docx, .odt, .vtt, .srt). The file's name becomes the transcript's. A file of the same name becomes its new version; all codings move along.",
  },
  files: { de: "Dateien", en: "Files" },
  send: { de: "Einlesen", en: "Import" },
  sending: { de: "Wird eingelesen …", en: "Importing …" },
  version: { de: "Fassung", en: "version" },
  release: { de: "Blinde Phase beenden", en: "End the blind phase" },
  releaseLead: {
    de: "Solange die Phase blind ist, bekommt niemand fremde Kodierungen zu sehen, auch Sie nicht.",
    en: "As long as the phase is blind nobody gets to see others' codings, not even you.",
  },
  released: { de: "Die blinde Phase ist beendet.", en: "The blind phase is over." },
  question: { de: "Blinde Phase beenden?", en: "End the blind phase?" },
  consequences: {
    de: [
      "Alle sehen ab sofort alle Kodierungen und Notizen.",
      "Die Kodierungen der Einzelnen bleiben für immer, wie sie jetzt sind.",
      "Das lässt sich nicht zurücknehmen.",
    ],
    en: [
      "From now on everybody sees all codings and memos.",
      "The coders' own codings stay for good as they are now.",
      "This cannot be taken back.",
    ],
  },
} as const;

/** Bringing transcripts in. */
export function TranscriptPanel({
  place,
  project,
  language,
}: {
  place: CodingPlace;
  project: CodingProject;
  language: Language;
}) {
  const [files, setFiles] = useState<readonly File[]>([]);
  const queries = useQueryClient();
  const sending = useMutation({
    mutationFn: async () => {
      const notes: string[] = [];
      for (const file of files) {
        const added = await sendTranscript(place, language, file);
        const told = added.notes.map((note) => note[language]).join(" ");
        notes.push(`${added.document}, ${words.version[language]} ${added.version}. ${told}`);
      }
      return notes;
    },
    onSettled: () =>
      queries.invalidateQueries({ queryKey: ["coding-events", place.study, place.project] }),
  });
  return (
    <section className="ranking" aria-labelledby="transcripts-title">
      <h2 id="transcripts-title">{words.transcripts[language]}</h2>
      <ul>
        {project.documents.map(({ id, versions }) => (
          <li key={id}>
            {id}, {words.version[language]} {versions.length}
          </li>
        ))}
      </ul>
      <p>{words.lead[language]}</p>
      <DeletionNote study={place.study} language={language} />
      <label className="form-row">
        {words.files[language]}
        <input
          type="file"
          multiple
          className="field"
          accept=".txt,.md,.docx,.odt,.vtt,.srt"
          onChange={(event) => setFiles([...(event.target.files ?? [])])}
        />
      </label>
      <Button
        kind="primary"
        isBusy={sending.isPending || files.length === 0}
        onClick={() => sending.mutate()}
      >
        {words.send[language]}
      </Button>
      {sending.isPending ? <Waiting label={words.sending[language]} language={language} /> : null}
      <div role="status">
        {sending.isError ? <Refused error={sending.error} language={language} /> : null}
        <ul>
          {sending.data?.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** Ending the blind phase, with asking back. */
export function ReleasePanel({
  place,
  isReleased,
  language,
  onReleased,
}: {
  place: CodingPlace;
  isReleased: boolean;
  language: Language;
  onReleased: () => void;
}) {
  const [isAsking, setIsAsking] = useState(false);
  const releasing = useMutation({
    mutationFn: () => sendRelease(place, language),
    onSuccess: () => {
      setIsAsking(false);
      onReleased();
    },
  });
  if (isReleased)
    return (
      <Notice>
        <p>{words.released[language]}</p>
      </Notice>
    );
  return (
    <section className="ranking" aria-labelledby="release-title">
      <h2 id="release-title">{words.release[language]}</h2>
      <p>{words.releaseLead[language]}</p>
      <Button kind="danger" onClick={() => setIsAsking(true)}>
        {words.release[language]}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={words.question[language]}
        consequences={words.consequences[language]}
        confirm={words.release[language]}
        isDestructive
        isBusy={releasing.isPending}
        language={language}
        onConfirm={() => releasing.mutate()}
        onClose={() => setIsAsking(false)}
      >
        {releasing.isError ? <Refused error={releasing.error} language={language} /> : null}
      </ConfirmDialog>
    </section>
  );
}
