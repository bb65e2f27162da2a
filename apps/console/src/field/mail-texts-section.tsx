import { NativeSelect, NumberInput, Textarea, TextInput } from "@mantine/core";
import type { Language, Mailing } from "@mehrwert/study";
import { Button, Notice } from "@mehrwert/ui";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { asking, sendJson } from "../fetch-json.ts";
import { Form, useField } from "../patterns/form.tsx";
import { Waiting } from "../patterns/waiting.tsx";
import { ofStudy, useFieldChanged, useMailing } from "./field-client.ts";
import { Section } from "./section.tsx";

const words = {
  title: { de: "Mailtexte", en: "Mail texts" },
  lead: {
    de: "Platzhalter: {greeting} Anrede mit Name, wo es einen gibt; {study} Titel; {link} persönlicher Link; {code} Teilnahmecode.",
    en: "Placeholders: {greeting} greeting with the name where there is one; {study} title; {link} personal link; {code} participation code.",
  },
  loading: { de: "Die Mailtexte werden geladen …", en: "The mail texts are loading …" },
  language: { de: "Sprache der Mails", en: "Language of the mails" },
  perMinute: { de: "Höchstens so viele Mails je Minute", en: "At most so many mails a minute" },
  reminders: {
    de: "Höchstens so viele Erinnerungsrunden",
    en: "At most so many rounds of reminders",
  },
  replyTo: { de: "Antworten an (Adresse, freiwillig)", en: "Replies to (address, optional)" },
  subject: { de: "Betreff", en: "Subject" },
  body: { de: "Text", en: "Text" },
  save: { de: "Speichern", en: "Save" },
  preview: { de: "Vorschau", en: "Preview" },
  saved: { de: "Gespeichert.", en: "Saved." },
} as const;

const languageNames = {
  de: { de: "Deutsch", en: "German" },
  en: { de: "Englisch", en: "English" },
  both: { de: "Deutsch und Englisch in einer Mail", en: "German and English in one mail" },
} as const;

const kinds = {
  invitation: { de: "Einladung", en: "Invitation" },
  reminder: { de: "Erinnerung", en: "Reminder" },
} as const;

type Kind = keyof typeof kinds;
const kindNames: readonly Kind[] = ["invitation", "reminder"];

/** How the study writes: its texts in the languages it uses, rate and rounds, with a preview. */
export function MailTextsSection({ study, language }: { study: string; language: Language }) {
  const mailing = useMailing(study);
  return (
    <Section title={words.title[language]} lead={words.lead[language]}>
      {mailing.data === undefined ? (
        <Waiting label={words.loading[language]} language={language} />
      ) : (
        <MailTexts study={study} language={language} kept={mailing.data} />
      )}
    </Section>
  );
}

type Preview = Record<Kind, { subject: string; body: string }>;

function MailTexts({
  study,
  language,
  kept,
}: {
  study: string;
  language: Language;
  kept: Mailing;
}) {
  const [mailing, setMailing] = useState(kept);
  const [saved, setSaved] = useState(kept);
  const changed = useFieldChanged(study);
  const address = (rest: string) => asking(ofStudy(study, rest), { language });
  const saving = useMutation({
    networkMode: "always",
    mutationFn: () => sendJson<Mailing>("PUT", address("mailing"), mailing),
    onSuccess: () => {
      setSaved(mailing);
      return changed();
    },
  });
  const previewing = useMutation({
    networkMode: "always",
    mutationFn: () => sendJson<Preview>("POST", address("mail-previews"), mailing),
  });
  const isChanged = JSON.stringify(mailing) !== JSON.stringify(saved);
  const set = (part: Partial<Mailing>) => setMailing({ ...mailing, ...part });
  const shown: readonly Language[] =
    mailing.language === "both" ? ["de", "en"] : [mailing.language];
  return (
    <Form
      error={saving.error ?? previewing.error}
      language={language}
      onSubmit={() => saving.mutate()}
    >
      <Settings {...{ mailing, set, language }} />
      {kindNames.map((kind) => (
        <fieldset key={kind} className="mail-text">
          <legend>{kinds[kind][language]}</legend>
          {shown.map((one) => (
            <TextFields
              key={one}
              {...{ kind, mailing, language }}
              textLanguage={one}
              isNamed={shown.length > 1}
              onChange={(text) => set({ [kind]: text })}
            />
          ))}
        </fieldset>
      ))}
      <div className="buttons">
        <Button type="submit" kind={isChanged ? "primary" : "plain"} isBusy={saving.isPending}>
          {words.save[language]}
        </Button>
        <Button isBusy={previewing.isPending} onClick={() => previewing.mutate()}>
          {words.preview[language]}
        </Button>
      </div>
      <div role="status">
        {saving.isSuccess && !isChanged ? <p>{words.saved[language]}</p> : null}
        {previewing.data === undefined ? null : (
          <Previews previews={previewing.data} language={language} />
        )}
      </div>
    </Form>
  );
}

function Settings({
  mailing,
  set,
  language,
}: {
  mailing: Mailing;
  set: (part: Partial<Mailing>) => void;
  language: Language;
}) {
  const choices = (["de", "en", "both"] as const).map((value) => ({
    value,
    label: languageNames[value][language],
  }));
  const isChoice = (value: string): value is Mailing["language"] =>
    choices.some((one) => one.value === value);
  return (
    <>
      <NativeSelect
        {...useField("language")}
        label={words.language[language]}
        data={choices}
        value={mailing.language}
        onChange={({ currentTarget: { value } }) => isChoice(value) && set({ language: value })}
      />
      <NumberInput
        {...useField("perMinute")}
        label={words.perMinute[language]}
        value={mailing.perMinute}
        min={1}
        max={6000}
        hideControls
        onChange={(value) => set({ perMinute: Number(value) })}
      />
      <NumberInput
        {...useField("reminders")}
        label={words.reminders[language]}
        value={mailing.reminders}
        min={0}
        max={5}
        hideControls
        onChange={(value) => set({ reminders: Number(value) })}
      />
      <TextInput
        {...useField("replyTo")}
        label={words.replyTo[language]}
        type="email"
        value={mailing.replyTo ?? ""}
        onChange={({ currentTarget: { value } }) =>
          set({ replyTo: value === "" ? undefined : value })
        }
      />
    </>
  );
}

function TextFields({
  kind,
  mailing,
  textLanguage,
  isNamed,
  language,
  onChange,
}: {
  kind: Kind;
  mailing: Mailing;
  textLanguage: Language;
  isNamed: boolean;
  language: Language;
  onChange: (text: Mailing[Kind]) => void;
}) {
  const { subject, body } = mailing[kind];
  const suffix = isNamed ? ` (${languageNames[textLanguage][language]})` : "";
  return (
    <>
      <TextInput
        {...useField(`${kind}/subject/${textLanguage}`)}
        label={words.subject[language] + suffix}
        lang={textLanguage}
        value={subject[textLanguage]}
        onChange={({ currentTarget: { value } }) =>
          onChange({ subject: { ...subject, [textLanguage]: value }, body })
        }
      />
      <Textarea
        {...useField(`${kind}/body/${textLanguage}`)}
        label={words.body[language] + suffix}
        lang={textLanguage}
        autosize
        minRows={6}
        value={body[textLanguage]}
        onChange={({ currentTarget: { value } }) =>
          onChange({ subject, body: { ...body, [textLanguage]: value } })
        }
      />
    </>
  );
}

function Previews({ previews, language }: { previews: Preview; language: Language }) {
  return kindNames.map((kind) => (
    <Notice key={kind} title={`${kinds[kind][language]}: ${previews[kind].subject}`}>
      <p className="mail-preview">{previews[kind].body}</p>
    </Notice>
  ));
}
