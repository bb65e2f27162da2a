import type { PlanReply } from "@mehrwert/api";
import type { Language } from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useId, useState } from "react";
import { meKey } from "../accounts/account-client.ts";
import { asking, sendFile } from "../fetch-json.ts";
import { Refused } from "../library/refused.tsx";
import { Waiting } from "../patterns/waiting.tsx";

const words = {
  title: { de: "Eine Studie aufnehmen", en: "Take a study in" },
  lead: {
    de: "Eine andere Installation kann eine ganze Studie als Datei übergeben. Sie wird geprüft und ganz aufgenommen oder gar nicht.",
    en: "Another installation can hand over a whole study as a file. It is checked, and taken in as a whole or not at all.",
  },
  file: { de: "Datei der Studie (ZIP)", en: "File of the study (ZIP)" },
  take: { de: "Studie aufnehmen", en: "Take the study in" },
  taking: { de: "Die Studie wird geprüft …", en: "The study is being checked …" },
} as const;

/** The way in for a study that another installation handed over. */
export function TakeInSection({ language }: { language: Language }) {
  const id = useId();
  const [file, setFile] = useState<File>();
  const client = useQueryClient();
  const navigate = useNavigate();
  const taking = useMutation({
    mutationFn: (chosen: File) =>
      sendFile<PlanReply>(asking("/api/hand-overs", { language }), chosen),
    onSuccess: async ({ study }) => {
      // Whoever takes a study in owns it.
      await Promise.all(
        [["studies"], meKey].map((queryKey) => client.invalidateQueries({ queryKey })),
      );
      await navigate({ to: "/studies/$study/archive", params: { study: study.slug } });
    },
  });
  return (
    <section className="life-section" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{words.title[language]}</h2>
      <p>{words.lead[language]}</p>
      <div className="form-row">
        <label htmlFor={id}>{words.file[language]}</label>
        <input
          id={id}
          type="file"
          accept=".zip,application/zip"
          className="field"
          onChange={({ target }) => setFile(target.files?.[0])}
        />
      </div>
      <div className="buttons">
        <Button
          isBusy={file === undefined || taking.isPending}
          onClick={() => file && taking.mutate(file)}
        >
          {words.take[language]}
        </Button>
      </div>
      {taking.isPending ? <Waiting label={words.taking[language]} language={language} /> : null}
      <div role="alert">
        {taking.isError ? <Refused error={taking.error} language={language} /> : null}
      </div>
    </section>
  );
}
