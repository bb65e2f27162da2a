import { Checkbox } from "@mantine/core";
import type { LinkToPassOn, PersonReply } from "@mehrwert/api";
import { Button } from "@mehrwert/ui";
import { type ReactNode, useState } from "react";
import { useLanguage } from "../frame/language.ts";
import { Refused } from "../library/refused.tsx";
import { ConfirmDialog } from "../patterns/confirm-dialog.tsx";
import { Form } from "../patterns/form.tsx";
import { ScrollingTable } from "../results/scrolling-table.tsx";
import { useList, useMe, useSending } from "./account-client.ts";
import { PassOn } from "./link-to-pass-on.tsx";
import { TextField } from "./password-fields.tsx";

const words = {
  title: { de: "Konten", en: "Accounts" },
  caption: { de: "Wer hier ein Konto hat", en: "Who has an account here" },
  name: { de: "Name", en: "Name" },
  email: { de: "E-Mail-Adresse", en: "E-mail address" },
  state: { de: "Stand", en: "State" },
  actions: { de: "Ändern", en: "Change" },
  administrator: { de: "verwaltet", en: "administers" },
  disabled: { de: "gesperrt", en: "disabled" },
  factor: { de: "zweiter Faktor", en: "second factor" },
  disable: { de: "Sperren", en: "Disable" },
  enable: { de: "Freigeben", en: "Enable" },
  reset: { de: "Link für neues Passwort", en: "Link for a new password" },
  factors: { de: "Zweiten Faktor entfernen", en: "Remove second factor" },
  invite: { de: "Jemanden einladen", en: "Invite somebody" },
  makeLink: { de: "Einladungslink erstellen", en: "Make an invitation link" },
  asAdministrator: {
    de: "verwaltet diese Installation mit",
    en: "also administers this installation",
  },
  disableQuestion: { de: "Konto sperren?", en: "Disable the account?" },
  disableThen: {
    de: "ist sofort überall abgemeldet, und alle Zugangsschlüssel gelten nicht mehr. Rollen und Protokoll bleiben.",
    en: "is signed out everywhere at once, and no access token works any more. Roles and log stay.",
  },
} as const;

/** Who has an account here: inviting, disabling, helping people back in. For administrators. */
export function PeoplePage(): ReactNode {
  const language = useLanguage();
  const people = useList<PersonReply[]>("/api/people");
  const [link, setLink] = useState<LinkToPassOn>();
  return (
    <>
      <title>{`${words.title[language]} – Mehrwert`}</title>
      <h1>{words.title[language]}</h1>
      {people.error ? <Refused error={people.error} language={language} /> : null}
      {link === undefined ? null : <PassOn link={link} language={language} />}
      {people.data ? (
        <ScrollingTable id="people" caption={words.caption[language]}>
          <thead>
            <tr>
              <th scope="col">{words.name[language]}</th>
              <th scope="col">{words.email[language]}</th>
              <th scope="col">{words.state[language]}</th>
              <th scope="col">{words.actions[language]}</th>
            </tr>
          </thead>
          <tbody>
            {people.data.map((person) => (
              <PersonRow key={person.id} person={person} onLink={setLink} />
            ))}
          </tbody>
        </ScrollingTable>
      ) : null}
      {people.data ? <InviteSection onLink={setLink} /> : null}
    </>
  );
}

function PersonRow({
  person,
  onLink,
}: {
  person: PersonReply;
  onLink: (link: LinkToPassOn) => void;
}) {
  const language = useLanguage();
  const me = useMe().data;
  const [isAsking, setIsAsking] = useState(false);
  const changing = useSending<{ isDisabled: boolean }>(
    (body) => ({ method: "PATCH", path: `/api/people/${person.id}`, body }),
    () => setIsAsking(false),
  );
  const resetting = useSending<void, LinkToPassOn>(
    () => ({ method: "POST", path: `/api/people/${person.id}/resets` }),
    onLink,
  );
  const removing = useSending<void>(() => ({
    method: "DELETE",
    path: `/api/people/${person.id}/factors`,
  }));
  const state = [
    person.isAdministrator && words.administrator[language],
    person.isDisabled && words.disabled[language],
    person.hasSecondFactor && words.factor[language],
  ].filter(Boolean);
  const error = changing.error ?? resetting.error ?? removing.error;
  const whose = <span className="mw-visually-hidden">: {person.name}</span>;
  return (
    <tr>
      <th scope="row">{person.name}</th>
      <td>{person.email}</td>
      <td>{state.length === 0 ? "–" : state.join(", ")}</td>
      <td>
        {person.id === me?.id ? null : (
          <div className="buttons">
            {person.isDisabled ? (
              <Button kind="quiet" onClick={() => changing.mutate({ isDisabled: false })}>
                {words.enable[language]}
                {whose}
              </Button>
            ) : (
              <>
                <Button kind="quiet" onClick={() => setIsAsking(true)}>
                  {words.disable[language]}
                  {whose}
                </Button>
                <Button kind="quiet" onClick={() => resetting.mutate()}>
                  {words.reset[language]}
                  {whose}
                </Button>
              </>
            )}
            {person.hasSecondFactor ? (
              <Button kind="quiet" onClick={() => removing.mutate()}>
                {words.factors[language]}
                {whose}
              </Button>
            ) : null}
          </div>
        )}
        <div role="alert">{error ? <Refused error={error} language={language} /> : null}</div>
        <ConfirmDialog
          isOpen={isAsking}
          title={words.disableQuestion[language]}
          consequences={[`${person.name} ${words.disableThen[language]}`]}
          confirm={words.disable[language]}
          isDestructive
          isBusy={changing.isPending}
          language={language}
          onConfirm={() => changing.mutate({ isDisabled: true })}
          onClose={() => setIsAsking(false)}
        />
      </td>
    </tr>
  );
}

function InviteSection({ onLink }: { onLink: (link: LinkToPassOn) => void }) {
  const language = useLanguage();
  const [email, setEmail] = useState("");
  const [isAdministrator, setIsAdministrator] = useState(false);
  const inviting = useSending<void, LinkToPassOn>(
    () => ({ method: "POST", path: "/api/people/invitations", body: { email, isAdministrator } }),
    (link) => {
      setEmail("");
      onLink(link);
    },
  );
  return (
    <section aria-labelledby="invite-heading">
      <h2 id="invite-heading">{words.invite[language]}</h2>
      <Form error={inviting.error} language={language} onSubmit={() => inviting.mutate()}>
        <TextField
          name="email"
          type="email"
          label={words.email[language]}
          value={email}
          onChange={setEmail}
        />
        <Checkbox
          label={words.asAdministrator[language]}
          checked={isAdministrator}
          onChange={(event) => setIsAdministrator(event.currentTarget.checked)}
        />
        <Button type="submit" kind="primary" isBusy={inviting.isPending}>
          {words.makeLink[language]}
        </Button>
      </Form>
    </section>
  );
}
