import { NativeSelect } from "@mantine/core";
import type { LinkToPassOn, StudyPerson } from "@mehrwert/api";
import { type StudyRole, studyRoleSchema } from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { useParams } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useLanguage } from "../frame/language.ts";
import { Refused } from "../library/refused.tsx";
import { Form } from "../patterns/form.tsx";
import { useUndo } from "../patterns/undo.tsx";
import { useList, useSending } from "./account-client.ts";
import { PassOn } from "./link-to-pass-on.tsx";
import { TextField } from "./password-fields.tsx";

const words = {
  title: { de: "Wer an dieser Studie arbeitet", en: "Who works on this study" },
  none: {
    de: "Niemand außer denen, die die Installation verwalten.",
    en: "Nobody but those who administer the installation.",
  },
  role: { de: "Rolle", en: "Role" },
  remove: { de: "Aus der Studie nehmen", en: "Take out of the study" },
  removed: { de: "ist nicht mehr dabei.", en: "is no longer part of it." },
  add: { de: "Jemanden aufnehmen", en: "Add somebody" },
  email: { de: "E-Mail-Adresse", en: "E-mail address" },
  take: { de: "Aufnehmen", en: "Add" },
} as const;

const roleWords = {
  owner: {
    de: "Leitung: alles, auch wer mitarbeitet, und löschen",
    en: "Owner: everything, also who takes part, and deleting",
  },
  editor: {
    de: "Bearbeitung: planen, ins Feld bringen, auswerten",
    en: "Editor: plan, field, analyse",
  },
  analyst: { de: "Auswertung: Ergebnisse und Datensatz", en: "Analyst: results and dataset" },
  viewer: { de: "Einblick: Ergebnisse lesen", en: "Viewer: read results" },
} as const satisfies Record<StudyRole, { de: string; en: string }>;

function RoleChoice({
  label,
  value,
  onChange,
}: {
  label: string;
  value: StudyRole;
  onChange: (role: StudyRole) => void;
}) {
  const language = useLanguage();
  return (
    <NativeSelect
      label={label}
      data={studyRoleSchema.options.map((role) => ({
        value: role,
        label: roleWords[role][language],
      }))}
      value={value}
      onChange={(event) => onChange(studyRoleSchema.parse(event.currentTarget.value))}
    />
  );
}

/** Who works on a study, and as what. For its owners. */
export function StudyPeoplePage(): ReactNode {
  const { study } = useParams({ from: "/studies/$study/people" });
  const language = useLanguage();
  const address = `/api/studies/${study}/people`;
  const people = useList<StudyPerson[]>(address);
  const done = useUndo();
  const giving = useSending<{ id: string; role: StudyRole }>(({ id, role }) => ({
    method: "PUT",
    path: `${address}/${id}`,
    body: { role },
  }));
  const adding = useSending<{ email: string; role: StudyRole }>((body) => ({
    method: "POST",
    path: address,
    body,
  }));
  const removing = useSending<StudyPerson>(
    ({ id }) => ({ method: "DELETE", path: `${address}/${id}` }),
    (_, { name, email, role }) =>
      done({
        text: `${name} ${words.removed[language]}`,
        undo: () => adding.mutateAsync({ email, role }),
      }),
  );
  const error = people.error ?? giving.error ?? removing.error;
  return (
    <>
      <title>{`${words.title[language]} – Mehrwert`}</title>
      <h1>{words.title[language]}</h1>
      <div role="alert">{error ? <Refused error={error} language={language} /> : null}</div>
      {people.data?.length === 0 ? <p>{words.none[language]}</p> : null}
      <ul className="studies">
        {people.data?.map((person) => (
          <li key={person.id} className="study">
            <h2>{person.name}</h2>
            <p className="study-facts">{person.email}</p>
            <RoleChoice
              label={`${words.role[language]}: ${person.name}`}
              value={person.role}
              onChange={(role) => giving.mutate({ id: person.id, role })}
            />
            <div className="buttons">
              <Button kind="quiet" onClick={() => removing.mutate(person)}>
                {words.remove[language]}
                <span className="mw-visually-hidden">: {person.name}</span>
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {people.data ? <AddSection address={address} /> : null}
    </>
  );
}

function AddSection({ address }: { address: string }) {
  const language = useLanguage();
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<StudyRole>("viewer");
  const [link, setLink] = useState<LinkToPassOn>();
  const adding = useSending<void, { link?: LinkToPassOn }>(
    () => ({ method: "POST", path: address, body: { email, role } }),
    (reply) => {
      setEmail("");
      setLink(reply.link);
    },
  );
  return (
    <section aria-labelledby="add-heading">
      <h2 id="add-heading">{words.add[language]}</h2>
      {link === undefined ? null : <PassOn link={link} language={language} />}
      <Form error={adding.error} language={language} onSubmit={() => adding.mutate()}>
        <TextField
          name="email"
          type="email"
          label={words.email[language]}
          value={email}
          onChange={setEmail}
        />
        <RoleChoice label={words.role[language]} value={role} onChange={setRole} />
        <Button type="submit" kind="primary" isBusy={adding.isPending}>
          {words.take[language]}
        </Button>
      </Form>
    </section>
  );
}
