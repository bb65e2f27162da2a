import { NativeSelect, TextInput } from "@mantine/core";
import type { Language } from "@mehrwert/study";
import { Button, Notice } from "@mehrwert/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { asking, fetchJson, sendJson } from "../fetch-json.ts";
import { useLanguage } from "../frame/language.ts";
import { EmptyState } from "../patterns/empty-state.tsx";
import { Form, useField } from "../patterns/form.tsx";
import { Waiting } from "../patterns/waiting.tsx";
import { isUnknown } from "../stages/use-study.ts";
import { type CodebookEntry, type CodingEntry, codingAddress } from "./coding-client.ts";
import { codingWords } from "./coding-words.ts";
import { DeletionNote } from "./deletion-note.tsx";

const words = {
  lead: {
    de: "Interviews werden hier von zwei oder mehr Menschen kodiert: zuerst blind, dann gemeinsam.",
    en: "Interviews are coded here by two or more people: blindly at first, then together.",
  },
  none: { de: "Noch kein Kodierprojekt", en: "No coding project yet" },
  noneLead: {
    de: "Ein Kodierprojekt beginnt mit einem Codebuch. Dann kommen die Transkripte dazu, und wer in der Studie mindestens „analyst“ ist, kodiert.",
    en: "A coding project begins with a codebook. Then transcripts are added, and whoever is at least “analyst” in the study codes.",
  },
  begin: { de: "Ein Kodierprojekt beginnen", en: "Begin a coding project" },
  title: { de: "Titel", en: "Title" },
  name: { de: "Kurzname", en: "Short name" },
  nameHint: {
    de: "Kleinbuchstaben, Ziffern und Bindestriche; er steht in der Adresse.",
    en: "Lower-case letters, digits and hyphens; it stands in the address.",
  },
  codebook: { de: "Codebuch", en: "Codebook" },
  codes: { de: "Codes", en: "codes" },
  phases: {
    blind: { de: "blinde Phase", en: "blind phase" },
    released: { de: "freigegeben", en: "released" },
  },
} as const;

/** The coding projects of a study, and beginning one. */
export function CodingListPage(): ReactNode {
  const { study } = useParams({ from: "/studies/$study/coding" });
  const language = useLanguage();
  const projects = useQuery({
    queryKey: ["coding", study],
    queryFn: ({ signal }) => fetchJson<CodingEntry[]>(codingAddress(study), signal),
  });
  return (
    <>
      <title>{`${codingWords.coding[language]} – Mehrwert`}</title>
      <h1>{codingWords.coding[language]}</h1>
      <p className="lead">{words.lead[language]}</p>
      <DeletionNote study={study} language={language} />
      {projects.isError ? (
        <div role="status">
          <Notice kind="error">
            <p>
              {isUnknown(projects.error)
                ? codingWords.unknown[language]
                : codingWords.failed[language]}
            </p>
          </Notice>
        </div>
      ) : projects.data === undefined ? (
        <Waiting label={codingWords.loading[language]} language={language} />
      ) : (
        <>
          <Projects {...{ study, language }} projects={projects.data} />
          <NewProject {...{ study, language }} />
        </>
      )}
    </>
  );
}

function Projects({
  study,
  projects,
  language,
}: {
  study: string;
  projects: readonly CodingEntry[];
  language: Language;
}) {
  if (projects.length === 0)
    return (
      <EmptyState title={words.none[language]}>
        <p>{words.noneLead[language]}</p>
      </EmptyState>
    );
  return (
    <ul className="studies">
      {projects.map(({ project, title, phase }) => (
        <li key={project} className="study">
          <h2>
            <Link to="/studies/$study/coding/$project" params={{ study, project }}>
              {title}
            </Link>
          </h2>
          <p className="study-facts">{words.phases[phase][language]}</p>
        </li>
      ))}
    </ul>
  );
}

function NewProject({ study, language }: { study: string; language: Language }) {
  const queries = useQueryClient();
  const codebooks = useQuery({
    queryKey: ["codebooks"],
    queryFn: ({ signal }) => fetchJson<CodebookEntry[]>("/api/codebooks", signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [{ title, project, codebook }, set] = useState({ title: "", project: "", codebook: "" });
  const offered = codebooks.data ?? [];
  const nameOf = ({ slug, version }: CodebookEntry) => `${slug}/${version}`;
  const chosen = offered.find((each) => nameOf(each) === codebook) ?? offered[0];
  const beginning = useMutation({
    mutationFn: () =>
      sendJson("POST", asking(codingAddress(study), { language }), {
        ...{ title, project },
        codebook: { slug: chosen?.slug ?? "", version: chosen?.version ?? "" },
      }),
    onSuccess: () => {
      set({ title: "", project: "", codebook });
      return queries.invalidateQueries({ queryKey: ["coding", study] });
    },
  });
  return (
    <section className="ranking" aria-labelledby="begin-title">
      <h2 id="begin-title">{words.begin[language]}</h2>
      <Form error={beginning.error} language={language} onSubmit={() => beginning.mutate()}>
        <Field
          name="title"
          label={words.title[language]}
          value={title}
          onValue={(next) => set((before) => ({ ...before, title: next }))}
        />
        <Field
          name="project"
          label={words.name[language]}
          description={words.nameHint[language]}
          value={project}
          onValue={(next) => set((before) => ({ ...before, project: next }))}
        />
        <NativeSelect
          label={words.codebook[language]}
          value={codebook}
          data={offered.map((each) => ({
            value: nameOf(each),
            label: `${each.title[language]}, ${each.version} (${each.codes} ${words.codes[language]})`,
          }))}
          onChange={(event) => {
            const { value } = event.currentTarget;
            set((before) => ({ ...before, codebook: value }));
          }}
        />
        <Button type="submit" kind="primary" isBusy={beginning.isPending}>
          {words.begin[language]}
        </Button>
      </Form>
    </section>
  );
}

function Field({
  name,
  onValue,
  ...rest
}: {
  name: string;
  label: string;
  description?: string;
  value: string;
  onValue: (value: string) => void;
}) {
  return (
    <TextInput
      {...useField(name)}
      {...rest}
      autoComplete="off"
      onChange={(event) => onValue(event.currentTarget.value)}
    />
  );
}
