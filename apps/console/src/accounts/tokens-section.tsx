import { Checkbox, NativeSelect } from "@mantine/core";
import type { AccessTokenReply } from "@mehrwert/api";
import { Button, Notice } from "@mehrwert/ui";
import { useState } from "react";
import { useLanguage } from "../frame/language.ts";
import { Refused } from "../library/refused.tsx";
import { Form, useField } from "../patterns/form.tsx";
import { useList, useSending } from "./account-client.ts";
import { momentWriter } from "./moment.ts";
import { TextField } from "./password-fields.tsx";

const words = {
  title: { de: "Zugangsschlüssel für Programme", en: "Access tokens for programs" },
  lead: {
    de: "Für die Befehlszeile (mehrwert login) und eigene Skripte. Ein Schlüssel darf höchstens, was Sie selbst dürfen.",
    en: "For the command line (mehrwert login) and scripts of your own. A token lets do at most what you may do yourself.",
  },
  name: { de: "Wofür", en: "What for" },
  study: { de: "Studie", en: "Study" },
  all: { de: "alle meine Studien", en: "all my studies" },
  days: { de: "Gültig, Tage", en: "Valid, days" },
  rights: { de: "Was er darf", en: "What it lets do" },
  issue: { de: "Schlüssel ausstellen", en: "Issue a token" },
  revoke: { de: "Widerrufen", en: "Revoke" },
  until: { de: "bis", en: "until" },
  once: {
    de: "Der Schlüssel wird nur jetzt gezeigt. Heben Sie ihn auf wie ein Passwort:",
    en: "The token is shown now only. Keep it like a password:",
  },
} as const;

const rightWords = {
  "study:read": { de: "Studie ansehen", en: "see the study" },
  "study:plan": { de: "planen", en: "plan" },
  "study:field": { de: "ins Feld bringen, einladen, erinnern", en: "field, invite, remind" },
  "study:results": { de: "Ergebnisse lesen", en: "read results" },
  "study:dataset": { de: "Datensatz holen", en: "fetch the dataset" },
  "study:delete": { de: "löschen", en: "delete" },
  "library:read": { de: "Bibliothek lesen", en: "read the library" },
  "library:write": { de: "Bibliothek ändern", en: "change the library" },
  "studies:create": { de: "Studien anlegen", en: "create studies" },
} as const;
type TokenRight = keyof typeof rightWords;
const tokenRights = Object.keys(rightWords) as TokenRight[];

/** One's tokens, and issuing one. */
export function TokensSection({ roles }: { roles: Readonly<Record<string, string>> }) {
  const language = useLanguage();
  const tokens = useList<AccessTokenReply[]>("/api/me/access-tokens");
  const write = momentWriter(language);
  const [issued, setIssued] = useState<string>();
  const revoking = useSending<string>((id) => ({
    method: "DELETE",
    path: `/api/me/access-tokens/${id}`,
  }));
  return (
    <section aria-labelledby="tokens-heading">
      <h2 id="tokens-heading">{words.title[language]}</h2>
      <p>{words.lead[language]}</p>
      <ul>
        {tokens.data?.map(({ id, name, study, rights, expiresAt }) => (
          <li key={id}>
            {name}: {study ?? words.all[language]}, {rights.join(", ")}, {words.until[language]}{" "}
            {write(expiresAt)}{" "}
            <Button kind="quiet" onClick={() => revoking.mutate(id)}>
              {words.revoke[language]}
              <span className="mw-visually-hidden">: {name}</span>
            </Button>
          </li>
        ))}
      </ul>
      <div role="alert">
        {revoking.error ? <Refused error={revoking.error} language={language} /> : null}
      </div>
      <div role="status">
        {issued === undefined ? null : (
          <Notice>
            <p>{words.once[language]}</p>
            <p>
              <code className="pass-on">{issued}</code>
            </p>
          </Notice>
        )}
      </div>
      <IssueForm studies={Object.keys(roles)} onIssued={setIssued} />
    </section>
  );
}

function IssueForm({
  studies,
  onIssued,
}: {
  studies: readonly string[];
  onIssued: (token: string) => void;
}) {
  const language = useLanguage();
  const [name, setName] = useState("");
  const [study, setStudy] = useState("");
  const [days, setDays] = useState("90");
  const [rights, setRights] = useState<TokenRight[]>(["study:read", "study:dataset"]);
  const issuing = useSending<void, { token: string }>(
    () => ({
      method: "POST",
      path: "/api/me/access-tokens",
      body: { name, rights, days: Number(days), ...(study !== "" && { study }) },
    }),
    ({ token }) => {
      setName("");
      onIssued(token);
    },
  );
  const change = (right: TokenRight, isWanted: boolean) =>
    setRights((before) => (isWanted ? [...before, right] : before.filter((one) => one !== right)));
  return (
    <Form error={issuing.error} language={language} onSubmit={() => issuing.mutate()}>
      <TextField name="name" label={words.name[language]} value={name} onChange={setName} />
      <StudyChoice studies={studies} value={study} onChange={setStudy} />
      <TextField
        name="days"
        label={words.days[language]}
        value={days}
        onChange={setDays}
        inputMode="numeric"
      />
      <fieldset>
        <legend>{words.rights[language]}</legend>
        {tokenRights
          .filter((right) => study === "" || right.startsWith("study:"))
          .map((right) => (
            <Checkbox
              key={right}
              label={rightWords[right][language]}
              checked={rights.includes(right)}
              onChange={(event) => change(right, event.currentTarget.checked)}
            />
          ))}
      </fieldset>
      <Button type="submit" isBusy={issuing.isPending}>
        {words.issue[language]}
      </Button>
    </Form>
  );
}

function StudyChoice({
  studies,
  value,
  onChange,
}: {
  studies: readonly string[];
  value: string;
  onChange: (study: string) => void;
}) {
  const language = useLanguage();
  return (
    <NativeSelect
      {...useField("study")}
      label={words.study[language]}
      data={[{ value: "", label: words.all[language] }, ...studies]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
