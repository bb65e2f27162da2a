import { NativeSelect, TextInput } from "@mantine/core";
import type { LibraryReply, PlanReply } from "@mehrwert/api";
import type { Language, StudyMode } from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { meKey } from "../accounts/account-client.ts";
import { asking, sendJson } from "../fetch-json.ts";
import { useLanguage } from "../frame/language.ts";
import { useLibrary } from "../library/library-client.ts";
import { Form, useField } from "../patterns/form.tsx";
import { Waiting } from "../patterns/waiting.tsx";
import { ModeChoice } from "./mode-choice.tsx";
import { shortNameOf } from "./short-name.ts";
import { TakeInSection } from "./take-in-section.tsx";

const words = {
  title: { de: "Neue Studie", en: "New study" },
  studies: { de: "Alle Studien", en: "All studies" },
  ways: { de: "Wege", en: "Ways" },
  lead: {
    de: "Vier Angaben genügen für den Anfang. Alles Weitere planen Sie danach; gefragt wird niemand, bevor Sie die Studie eröffnen.",
    en: "Four things are enough to begin. Everything else is planned afterwards; nobody is asked before you open the study.",
  },
  nameDe: { de: "Name auf Deutsch", en: "Name in German" },
  nameEn: { de: "Name auf Englisch", en: "Name in English" },
  nameHint: {
    de: "So lesen ihn die Teilnehmenden. Auch bei Studien in einer Sprache, denn die Konsole gibt es in beiden.",
    en: "As participants read it. In single-language studies, too, because the console exists in both.",
  },
  slug: { de: "Kürzel", en: "Short name" },
  slugHint: {
    de: "Steht in Links und Dateinamen: Kleinbuchstaben, Ziffern und Bindestriche. Es ändert sich nie.",
    en: "Appears in links and file names: lower-case letters, digits and hyphens. It never changes.",
  },
  instrument: { de: "Fragebogen", en: "Questionnaire" },
  create: { de: "Studie anlegen", en: "Set up the study" },
  loading: { de: "Die Bibliothek wird geladen …", en: "The library is loading …" },
} as const;

/** Beginning a study: what it is called, what it asks, and how people take part. */
export function NewStudyPage(): ReactNode {
  const language = useLanguage();
  const library = useLibrary(language);
  return (
    <>
      <title>{`${words.title[language]} – Mehrwert`}</title>
      <nav aria-label={words.ways[language]}>
        <p className="way-back">
          <Link to="/">{words.studies[language]}</Link>
        </p>
      </nav>
      <h1>{words.title[language]}</h1>
      <p className="lead">{words.lead[language]}</p>
      {library.data === undefined ? (
        <Waiting label={words.loading[language]} language={language} />
      ) : (
        <NewStudyForm library={library.data} language={language} />
      )}
      <TakeInSection language={language} />
    </>
  );
}

type Wish = { de: string; en: string; slug: string; instrument: string; mode: StudyMode };

function NewStudyForm({ library, language }: { library: LibraryReply; language: Language }) {
  const offered = library.instruments.flatMap(({ slug, versions, about }) =>
    versions.toReversed().map((version) => ({
      value: `${slug}/${version}`,
      label: `${about?.title[language] ?? slug} (${slug} ${version})`,
    })),
  );
  const [typed, setTyped] = useState<Partial<Wish>>({});
  const first = offered.find(({ value }) => value.startsWith("value-drivers/")) ?? offered[0];
  const wish: Wish = {
    ...{ de: "", en: "", slug: shortNameOf(typed.de ?? typed.en ?? ""), mode: "anonymous" },
    instrument: first?.value ?? "",
    ...typed,
  };
  const client = useQueryClient();
  const navigate = useNavigate();
  const creating = useMutation({
    mutationFn: () => {
      const [slug, version] = wish.instrument.split("/");
      const title = { de: wish.de, en: wish.en };
      const study = { slug: wish.slug, title, instrument: { slug, version }, mode: wish.mode };
      return sendJson<PlanReply>("POST", asking("/api/studies", { language }), study);
    },
    onSuccess: async ({ study }) => {
      // Whoever begins a study owns it.
      await Promise.all(
        [["studies"], meKey].map((queryKey) => client.invalidateQueries({ queryKey })),
      );
      await navigate({ to: "/studies/$study/plan", params: { study: study.slug } });
    },
  });
  const change = (part: Partial<Wish>) => setTyped((before) => ({ ...before, ...part }));
  return (
    <Form error={creating.error} language={language} onSubmit={() => creating.mutate()}>
      <Fields {...{ wish, change, offered, language }} />
      <div className="buttons">
        <Button type="submit" kind="primary" isBusy={creating.isPending}>
          {words.create[language]}
        </Button>
      </div>
    </Form>
  );
}

function Fields({
  wish,
  change,
  offered,
  language,
}: {
  wish: Wish;
  change: (part: Partial<Wish>) => void;
  offered: { value: string; label: string }[];
  language: Language;
}) {
  return (
    <>
      <TextInput
        {...useField("title/de")}
        label={words.nameDe[language]}
        description={words.nameHint[language]}
        value={wish.de}
        onChange={({ currentTarget }) => change({ de: currentTarget.value })}
      />
      <TextInput
        {...useField("title/en")}
        label={words.nameEn[language]}
        value={wish.en}
        onChange={({ currentTarget }) => change({ en: currentTarget.value })}
      />
      <TextInput
        {...useField("slug")}
        label={words.slug[language]}
        description={words.slugHint[language]}
        value={wish.slug}
        spellCheck={false}
        autoCapitalize="none"
        autoComplete="off"
        onChange={({ currentTarget }) => change({ slug: currentTarget.value })}
      />
      <NativeSelect
        {...useField("instrument")}
        label={words.instrument[language]}
        rightSectionProps={{ "aria-hidden": true }}
        value={wish.instrument}
        data={offered}
        onChange={({ currentTarget }) => change({ instrument: currentTarget.value })}
      />
      <ModeChoice
        {...{ language, mode: wish.mode, field: "mode" }}
        onMode={(mode) => change({ mode })}
      />
    </>
  );
}
