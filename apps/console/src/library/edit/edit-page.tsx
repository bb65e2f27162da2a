import type { DraftReply } from "@mehrwert/api";
import type { Language } from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useState } from "react";
import { asking, fetchJson, Refusal, sendJson } from "../../fetch-json.ts";
import { ConsoleLink } from "../../frame/console-link.tsx";
import { useLanguage } from "../../frame/language.ts";
import { addressOf } from "../../place.ts";
import { useLibrary } from "../library-client.ts";
import { Refused } from "../refused.tsx";
import { WayBack } from "../way-back.tsx";
import { DraftEditor } from "./draft-editor.tsx";
import type { JsonSchema } from "./json-schema.ts";
import { PublishedSection } from "./published-section.tsx";

const words = {
  kicker: { de: "Entwurf", en: "Draft" },
  library: { de: "Zur Bibliothek", en: "To the library" },
  ways: { de: "Wege", en: "Ways" },
  loading: { de: "Der Entwurf wird geladen …", en: "The draft is loading …" },
  none: {
    de: "Zu diesem Fragebogen gibt es keinen Entwurf.",
    en: "There is no draft of this instrument.",
  },
  begin: { de: "Nächste Fassung beginnen", en: "Begin the next version" },
  builtIn: {
    de: "Dieser Fragebogen kam mit Mehrwert und ändert sich nicht. Kopieren Sie ihn unter eigenem Namen.",
    en: "This instrument came with Mehrwert and does not change. Copy it under a name of your own.",
  },
  toCopy: { de: "Zum Kopieren", en: "To copying" },
} as const;

/** The draft of one's own instrument: its editor, or how to begin one, or what was just published. */
export function EditPage(): ReactNode {
  const { slug } = useParams({ from: "/library/$slug/edit" });
  const language = useLanguage();
  const [published, setPublished] = useState<string>();
  const queries = useQueryClient();
  const draft = useDraftAtStart(slug, language);
  const schema = useSchema();
  const library = useLibrary(language);
  const entry = library.data?.instruments.find((each) => each.slug === slug);
  const isMissing = draft.error instanceof Refusal && draft.error.status === 404;
  const error = isMissing ? schema.error : (draft.error ?? schema.error);
  const onPublished = async (version: string) => {
    setPublished(version);
    queries.removeQueries({ queryKey: ["draft", slug] });
    await queries.invalidateQueries({ queryKey: ["library"] });
  };
  return (
    <div className="edit">
      <title>{`${words.kicker[language]}: ${slug} – Mehrwert`}</title>
      <WayBack
        label={words.ways[language]}
        links={[{ href: addressOf.library(language), text: words.library[language] }]}
      />
      <h1>
        <span className="kicker">{words.kicker[language]}</span> {slug}
      </h1>
      {published !== undefined ? (
        <>
          <PublishedSection {...{ slug, language }} version={published} />
          <BeginNext {...{ slug, language }} onBegun={() => setPublished(undefined)} />
        </>
      ) : draft.data && schema.data && library.data ? (
        <DraftEditor
          key={slug}
          initial={draft.data}
          newest={entry?.versions.at(-1)}
          {...{ language, onPublished }}
          schema={schema.data}
        />
      ) : (
        <div role="status">
          {error === null && !isMissing ? <p>{words.loading[language]}</p> : null}
          {error === null ? null : <Refused error={error} language={language} />}
        </div>
      )}
      {published === undefined && isMissing && library.data ? (
        entry?.origin === "built-in" ? (
          <p>
            {words.builtIn[language]}{" "}
            <ConsoleLink
              href={addressOf.instrument(slug, entry.versions.at(-1) ?? "1.0.0", language)}
            >
              {words.toCopy[language]}
            </ConsoleLink>
          </p>
        ) : (
          <>
            <p>{words.none[language]}</p>
            {entry === undefined ? null : (
              <BeginNext {...{ slug, language }} onBegun={() => setPublished(undefined)} />
            )}
          </>
        )
      ) : null}
    </div>
  );
}

function useDraftAtStart(slug: string, language: Language) {
  return useQuery({
    queryKey: ["draft", slug],
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    queryFn: ({ signal }) =>
      fetchJson<DraftReply>(asking(`/api/library/${slug}/draft`, { language }), signal),
  });
}

function useSchema() {
  return useQuery({
    queryKey: ["instrument-schema"],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => fetchJson<JsonSchema>("/api/instruments/schema.json", signal),
  });
}

function BeginNext({
  slug,
  language,
  onBegun,
}: {
  slug: string;
  language: Language;
  onBegun: () => void;
}) {
  const queries = useQueryClient();
  const beginning = useMutation({
    networkMode: "always",
    mutationFn: () =>
      sendJson<DraftReply>("POST", asking(`/api/library/${slug}/copy`, { language }), { as: slug }),
    onSuccess: async (draft) => {
      queries.setQueryData(["draft", slug], draft);
      await queries.invalidateQueries({ queryKey: ["library"] });
      onBegun();
    },
  });
  return (
    <div className="after">
      <Button isBusy={beginning.isPending} onClick={() => beginning.mutate()}>
        {words.begin[language]}
      </Button>
      <div role="status">
        {beginning.isError ? <Refused error={beginning.error} language={language} /> : null}
      </div>
    </div>
  );
}
