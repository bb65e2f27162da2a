import type { DraftReply } from "@mehrwert/api";
import type { Language } from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useId, useState } from "react";
import { asking, sendJson } from "../../fetch-json.ts";
import type { LibraryEntry } from "../library-client.ts";
import { Refused } from "../refused.tsx";
import { slugFault } from "../slug-fault.ts";
import { SlugField } from "../slug-field.tsx";

const words = {
  title: { de: "Als eigenen Fragebogen kopieren", en: "Copy to an instrument of your own" },
  lead: {
    de: "Die Kopie ist ein Entwurf, den Sie ändern und unter eigenem Namen veröffentlichen. Nennen Sie die Quelle weiter und beachten Sie die Lizenz.",
    en: "The copy is a draft that you change and publish under a name of your own. Keep naming the source, and mind the licence.",
  },
  copy: { de: "Kopieren und bearbeiten", en: "Copy and edit" },
} as const;

/** Begins a draft of one's own from this version and goes to its editor. */
export function CopySection({
  slug,
  version,
  language,
  entry,
}: {
  slug: string;
  version: string;
  language: Language;
  entry: LibraryEntry;
}) {
  const [as, setAs] = useState("");
  const [isAsked, setIsAsked] = useState(false);
  const id = useId();
  const navigate = useNavigate();
  const copying = useMutation({
    networkMode: "always",
    mutationFn: () =>
      sendJson<DraftReply>("POST", asking(`/api/library/${slug}/copy`, { language }), {
        as,
        ...(version === "draft" ? {} : { version }),
      }),
    onSuccess: ({ slug: copy }) => navigate({ to: "/library/$slug/edit", params: { slug: copy } }),
  });
  if (version === "draft" && entry.versions.length === 0) return null;
  return (
    <section className="ranking no-print" id="copy" aria-labelledby={id}>
      <h2 id={id}>{words.title[language]}</h2>
      <p>{words.lead[language]}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setIsAsked(true);
          if (slugFault(as, language) === undefined && !copying.isPending) copying.mutate();
        }}
      >
        <SlugField slug={as} onSlug={setAs} {...{ language, isAsked }} />
        <Button type="submit" kind="primary" isBusy={copying.isPending}>
          {words.copy[language]}
        </Button>
      </form>
      <div role="status">
        {copying.isError ? <Refused error={copying.error} language={language} /> : null}
      </div>
    </section>
  );
}
