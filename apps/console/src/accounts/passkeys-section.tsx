import { Button, Notice } from "@mehrwert/ui";
import { startRegistration } from "@simplewebauthn/browser";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { asking, sendJson } from "../fetch-json.ts";
import { useLanguage } from "../frame/language.ts";
import { Refused } from "../library/refused.tsx";
import { Form } from "../patterns/form.tsx";
import { useList, useSending } from "./account-client.ts";
import { momentWriter } from "./moment.ts";
import { TextField } from "./password-fields.tsx";

const words = {
  title: { de: "Passkeys", en: "Passkeys" },
  lead: {
    de: "Ein Passkey liegt auf Ihrem Gerät oder Sicherheitsschlüssel und ersetzt Passwort und zweiten Faktor.",
    en: "A passkey lies on your device or security key and takes the place of password and second factor.",
  },
  name: { de: "Name des neuen Passkeys", en: "Name of the new passkey" },
  add: { de: "Passkey hinzufügen", en: "Add a passkey" },
  remove: { de: "Entfernen", en: "Remove" },
  since: { de: "seit", en: "since" },
  cancelled: {
    de: "Das Gerät hat keinen Passkey angelegt. Passkeys gehören zum Namen des Servers; unter 127.0.0.1 gibt es keine, unter localhost schon.",
    en: "The device made no passkey. Passkeys belong to the server's name; at 127.0.0.1 there are none, at localhost there are.",
  },
} as const;

type Passkey = { id: string; name: string; createdAt: string };

/** One's passkeys, and adding one. */
export function PasskeysSection() {
  const language = useLanguage();
  const client = useQueryClient();
  const [name, setName] = useState("");
  const passkeys = useList<Passkey[]>("/api/me/passkeys");
  const write = momentWriter(language);
  const adding = useMutation({
    mutationFn: async () => {
      const { challenge, options } = await sendJson<{ challenge: string; options: string }>(
        "POST",
        asking("/api/me/passkeys/challenges", { language }),
      );
      const credential = await startRegistration({ optionsJSON: JSON.parse(options) });
      const body = { challenge, name, credential };
      await sendJson("POST", asking("/api/me/passkeys", { language }), body);
    },
    onSuccess: async () => {
      setName("");
      await client.invalidateQueries({ queryKey: ["account"] });
    },
  });
  const removing = useSending<string>((id) => ({
    method: "DELETE",
    path: `/api/me/passkeys/${id}`,
  }));
  const isCancelled = adding.error !== null && adding.error.name !== "Refusal";
  return (
    <section aria-labelledby="passkeys-heading">
      <h2 id="passkeys-heading">{words.title[language]}</h2>
      <p>{words.lead[language]}</p>
      <ul>
        {passkeys.data?.map((passkey) => (
          <li key={passkey.id}>
            {passkey.name} ({words.since[language]} {write(passkey.createdAt)}){" "}
            <Button kind="quiet" onClick={() => removing.mutate(passkey.id)}>
              {words.remove[language]}
              <span className="mw-visually-hidden">: {passkey.name}</span>
            </Button>
          </li>
        ))}
      </ul>
      <div role="alert">
        {removing.error ? <Refused error={removing.error} language={language} /> : null}
        {isCancelled ? (
          <Notice kind="error">
            <p>{words.cancelled[language]}</p>
          </Notice>
        ) : null}
      </div>
      <Form
        error={isCancelled ? undefined : adding.error}
        language={language}
        onSubmit={() => adding.mutate()}
      >
        <TextField name="name" label={words.name[language]} value={name} onChange={setName} />
        <Button type="submit" isBusy={adding.isPending}>
          {words.add[language]}
        </Button>
      </Form>
    </section>
  );
}
