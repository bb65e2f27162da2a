import type { DraftReply } from "@mehrwert/api";
import type { ImportReport } from "@mehrwert/import";
import type { Language } from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { asking, sendFile } from "../../fetch-json.ts";
import { Refused } from "../refused.tsx";
import { slugFault } from "../slug-fault.ts";
import { SlugField } from "../slug-field.tsx";
import { ImportReportView } from "./import-report-view.tsx";

const words = {
  title: { de: "Einen Fragebogen einlesen", en: "Import an instrument" },
  lead: {
    de: "Aus LimeSurvey (.lss, .txt, .tsv), Qualtrics (.qsf), Kobo oder ODK (XLSForm, .xlsx) oder SurveyJS (.json). Daraus wird ein Entwurf, und ein Bericht sagt von jedem Teil der Datei, was aus ihm wurde.",
    en: "From LimeSurvey (.lss, .txt, .tsv), Qualtrics (.qsf), Kobo or ODK (XLSForm, .xlsx), or SurveyJS (.json). It becomes a draft, and a report says of every part of the file what became of it.",
  },
  file: { de: "Datei", en: "File" },
  noFile: { de: "Wählen Sie zuerst eine Datei.", en: "Choose a file first." },
  send: { de: "Einlesen", en: "Import" },
  sending: { de: "Wird eingelesen …", en: "Importing …" },
} as const;

type Imported = { draft: DraftReply; report: ImportReport };

/** Brings a questionnaire of another platform: a file becomes a draft and a report. */
export function ImportPanel({ language }: { language: Language }) {
  const [file, setFile] = useState<File>();
  const [slug, setSlug] = useState("");
  const [isAsked, setIsAsked] = useState(false);
  const queries = useQueryClient();
  const id = useId();
  const sending = useMutation({
    networkMode: "always",
    mutationFn: (chosen: File) => {
      const wishes = { language, fileName: chosen.name, as: slug };
      return sendFile<Imported>(asking("/api/library/import", wishes), chosen);
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ["library"] }),
  });
  const isFit = file !== undefined && (slug === "" || slugFault(slug, language) === undefined);
  return (
    <section className="ranking" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{words.title[language]}</h2>
      <p>{words.lead[language]}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setIsAsked(true);
          if (isFit && !sending.isPending) sending.mutate(file);
        }}
      >
        <div className="form-row">
          <label htmlFor={`${id}-file`}>{words.file[language]}</label>
          <input
            id={`${id}-file`}
            type="file"
            className="field"
            accept=".lss,.txt,.tsv,.qsf,.xlsx,.json"
            aria-invalid={isAsked && file === undefined}
            aria-describedby={isAsked && file === undefined ? `${id}-fault` : undefined}
            onChange={(event) => setFile(event.target.files?.[0])}
          />
          {isAsked && file === undefined ? (
            <p id={`${id}-fault`} className="field-fault">
              {words.noFile[language]}
            </p>
          ) : null}
        </div>
        <SlugField {...{ language, slug, isAsked }} onSlug={setSlug} isOptional />
        <Button type="submit" kind="primary" isBusy={sending.isPending}>
          {sending.isPending ? words.sending[language] : words.send[language]}
        </Button>
      </form>
      <div role="status">
        {sending.isError ? <Refused error={sending.error} language={language} /> : null}
        {sending.isSuccess ? <ImportReportView {...sending.data} language={language} /> : null}
      </div>
    </section>
  );
}
