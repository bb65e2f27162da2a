import type { Language } from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { asking, sendJson } from "../../fetch-json.ts";
import { DifferenceView } from "../difference-view.tsx";
import { useDifference } from "../library-client.ts";
import { Refused } from "../refused.tsx";
import type { DraftInHand } from "./use-draft.ts";

const words = {
  title: { de: "Veröffentlichen", en: "Publish" },
  consequence: {
    de: "Eine veröffentlichte Fassung ändert sich nie mehr. Studien können sie dann ins Feld bringen; Antworten nennen immer die Fassung, auf die sie gegeben wurden.",
    en: "A published version never changes again. Studies can then field it; responses always name the version they were given to.",
  },
  version: { de: "Versionsnummer", en: "Version number" },
  first: {
    de: "Das ist die erste Fassung; üblich ist 1.0.0.",
    en: "This is the first version; 1.0.0 is usual.",
  },
  publish: { de: "Veröffentlichen", en: "Publish" },
  errors: {
    de: "Solange der Entwurf Fehler hat, lässt er sich nicht veröffentlichen.",
    en: "As long as the draft has errors it cannot be published.",
  },
  unsaved: {
    de: "Veröffentlicht wird, was gespeichert ist. Warten Sie, bis alles gespeichert ist.",
    en: "What is saved is published. Wait until everything is saved.",
  },
  fault: {
    de: "Eine Versionsnummer besteht aus drei Zahlen mit Punkten, zum Beispiel 1.1.0.",
    en: "A version number is three numbers with dots, for example 1.1.0.",
  },
} as const;

/** Difference to the newest version, the smallest number that may follow, and the way to publish. */
export function PublishSection({
  draft,
  newest,
  onPublished,
  language,
}: {
  draft: DraftInHand;
  newest: string | undefined;
  onPublished: (version: string) => void;
  language: Language;
}) {
  const { slug, revision, issues } = draft.saved;
  const hasErrors = issues.some(({ severity }) => severity === "error");
  const from = hasErrors ? undefined : newest;
  const difference = useDifference(slug, { from, to: "draft", revision }, language);
  const smallest = newest === undefined ? "1.0.0" : difference.data?.smallestVersion;
  const id = useId();
  return (
    <section className="ranking" aria-labelledby={id}>
      <h2 id={id}>{words.title[language]}</h2>
      {newest === undefined ? null : (
        <h3>{language === "de" ? `Änderungen seit ${newest}` : `Changes since ${newest}`}</h3>
      )}
      {hasErrors ? (
        <p>{words.errors[language]}</p>
      ) : (
        <>
          {difference.isError ? <Refused error={difference.error} language={language} /> : null}
          {difference.data ? (
            <DifferenceView difference={difference.data} language={language} />
          ) : null}
          <PublishForm
            key={smallest}
            {...{ draft, smallest, onPublished, language }}
            isFirst={newest === undefined}
          />
        </>
      )}
    </section>
  );
}

function PublishForm({
  draft,
  smallest = "",
  isFirst,
  onPublished,
  language,
}: {
  draft: DraftInHand;
  smallest: string | undefined;
  isFirst: boolean;
  onPublished: (version: string) => void;
  language: Language;
}) {
  const [version, setVersion] = useState(smallest);
  const [isAsked, setIsAsked] = useState(false);
  const id = useId();
  const { slug, revision } = draft.saved;
  const publishing = useMutation({
    networkMode: "always",
    mutationFn: () =>
      sendJson("POST", asking(`/api/library/${slug}/publish`, { language }), { version, revision }),
    onSuccess: () => onPublished(version),
  });
  const isNumber = /^\d+\.\d+\.\d+$/.test(version);
  const canPublish = isNumber && draft.isSaved && !publishing.isPending;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setIsAsked(true);
        if (canPublish) publishing.mutate();
      }}
    >
      <p>{words.consequence[language]}</p>
      <div className="form-row">
        <label htmlFor={id}>{words.version[language]}</label>
        <input
          id={id}
          className="field field-short"
          value={version}
          inputMode="decimal"
          autoComplete="off"
          aria-invalid={isAsked && !isNumber}
          aria-describedby={`${id}-hint`}
          onChange={(event) => setVersion(event.target.value.trim())}
        />
        {isAsked && !isNumber ? <p className="field-fault">{words.fault[language]}</p> : null}
        <p id={`${id}-hint`} className="note">
          {isFirst ? words.first[language] : smallestInWords(smallest, language)}
        </p>
      </div>
      <div role="status">
        {publishing.isError ? <Refused error={publishing.error} language={language} /> : null}
        {isAsked && !draft.isSaved ? <p>{words.unsaved[language]}</p> : null}
      </div>
      <Button type="submit" kind="primary" isBusy={publishing.isPending}>
        {words.publish[language]}
      </Button>
    </form>
  );
}

function smallestInWords(smallest: string, language: Language): string {
  return language === "de"
    ? `Nach diesen Änderungen ist ${smallest} die kleinste mögliche Nummer; größere sind immer erlaubt.`
    : `After these changes ${smallest} is the smallest possible number; larger ones are always allowed.`;
}
