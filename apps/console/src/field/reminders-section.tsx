import type { Language, ReminderObstacle, Study } from "@mehrwert/study";
import { Button, Notice } from "@mehrwert/ui";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { asking, sendJson } from "../fetch-json.ts";
import { Refused } from "../library/refused.tsx";
import { ConfirmDialog } from "../patterns/confirm-dialog.tsx";
import { Waiting } from "../patterns/waiting.tsx";
import { type Audience, ofStudy, useFieldChanged, useForecast } from "./field-client.ts";
import { Section } from "./section.tsx";

const words = {
  title: { de: "Erinnern", en: "Remind" },
  loading: { de: "Die nächste Runde wird geladen …", en: "The next round is loading …" },
  lead: {
    de: "Erinnert wird nur, wer noch nicht geantwortet hat, je Runde einmal, höchstens eine Runde am Tag.",
    en: "Only those who have not answered are reminded, once in each round, at most one round a day.",
  },
  leadAnonymous: {
    de: "In dieser Studie ist nur bekannt, wer begonnen hat. Erinnert wird, wer noch nicht begonnen hat, je Runde einmal, höchstens eine Runde am Tag. Wer begonnen und nicht abgesendet hat, erhält keine Erinnerung.",
    en: "All that is known in this study is who has begun. Who has not is reminded, once in each round, at most one round a day. Whoever began and did not send gets no reminder.",
  },
  remind: { de: "Erinnerung senden", en: "Send the reminder" },
  remindAll: { de: "Alle Eingeladenen anschreiben", en: "Write to everybody invited" },
  ask: { de: "Erinnerung jetzt senden?", en: "Send the reminder now?" },
  once: {
    de: "Eine abgesendete Mail lässt sich nicht zurückholen.",
    en: "A mail that was sent cannot be called back.",
  },
  toOthers: {
    de: "Wer noch nicht begonnen hat, erhält eine Mail mit demselben Link wie zuvor.",
    en: "Whoever has not begun gets one mail with the same link as before.",
  },
  toAll: {
    de: "Alle Eingeladenen erhalten eine Mail, auch wer schon teilgenommen hat.",
    en: "Everybody invited gets one mail, also those who have taken part.",
  },
  done: {
    de: "Mails der Erinnerung stehen zum Versand bereit:",
    en: "Mails of the reminder are ready to be sent:",
  },
} as const;

const obstacles: Record<ReminderObstacle, Record<Language, string>> = {
  "not-fielding": { de: "Die Erhebung läuft nicht.", en: "The study is not in the field." },
  "nobody-invited": {
    de: "Zu dieser Welle ist noch niemand per Mail eingeladen.",
    en: "Nobody has been invited to this wave by mail.",
  },
  "mails-under-way": {
    de: "Es sind noch Mails unterwegs oder ungewiss; erst danach kann erinnert werden.",
    en: "Mails are still under way or uncertain; a reminder can follow after that.",
  },
  "same-day": {
    de: "Heute ist schon eine Runde hinausgegangen; ab morgen kann erinnert werden.",
    en: "A round has left today; a reminder can follow from tomorrow.",
  },
  "rounds-used-up": {
    de: "Die erlaubten Erinnerungsrunden sind verbraucht.",
    en: "The rounds of reminders that are allowed are used up.",
  },
  "too-few-begun": {
    de: "Seit der letzten Runde haben zu wenige begonnen: Eine Erinnerung jetzt würde verraten, wer in dieser Zeit geantwortet hat.",
    en: "Too few have begun since the last round: a reminder now would tell who answered in this time.",
  },
  "too-few-left": {
    de: "Es fehlen nur noch wenige: Eine Erinnerung an sie allein würde verraten, wessen Antworten danach kommen. Schreiben Sie stattdessen alle an.",
    en: "Only few are left: a reminder to them alone would tell whose answers come after it. Write to everybody instead.",
  },
  "nobody-left": { de: "Alle haben begonnen.", en: "Everybody has begun." },
};

/** The next round of reminders: whom it reaches, or why it has to wait. */
export function RemindersSection({ study, language }: { study: Study; language: Language }) {
  const isConfidential = study.mode === "confidential";
  return (
    <Section
      title={words.title[language]}
      lead={(isConfidential ? words.lead : words.leadAnonymous)[language]}
    >
      <Round study={study.slug} to="not-begun" language={language} />
      {isConfidential ? null : <Round study={study.slug} to="everybody" language={language} />}
    </Section>
  );
}

function Round({ study, to, language }: { study: string; to: Audience; language: Language }) {
  const forecast = useForecast(study, to);
  const [isAsking, setIsAsking] = useState(false);
  const changed = useFieldChanged(study);
  const reminding = useMutation({
    networkMode: "always",
    mutationFn: (round: number) =>
      sendJson<{ reminded: number }>("POST", asking(ofStudy(study, "reminders"), { language }), {
        round,
        to,
      }),
    onSuccess: () => {
      setIsAsking(false);
      return changed();
    },
  });
  if (forecast.data === undefined)
    return <Waiting label={words.loading[language]} language={language} />;
  const { round, people, obstacle } = forecast.data;
  const label = (to === "everybody" ? words.remindAll : words.remind)[language];
  const isQuiet = to === "everybody" && obstacle !== undefined;
  return (
    <>
      <div role="status">
        {reminding.data === undefined ? null : (
          <Notice>
            <p>{`${words.done[language]} ${reminding.data.reminded}`}</p>
          </Notice>
        )}
        {obstacle === undefined || isQuiet ? null : <p>{obstacles[obstacle][language]}</p>}
      </div>
      {obstacle === undefined ? (
        <div className="buttons">
          <Button kind={to === "everybody" ? "plain" : "primary"} onClick={() => setIsAsking(true)}>
            {people === undefined ? label : `${label} (${people})`}
          </Button>
        </div>
      ) : null}
      <ConfirmDialog
        isOpen={isAsking}
        title={words.ask[language]}
        consequences={[
          (to === "everybody" ? words.toAll : words.toOthers)[language],
          words.once[language],
        ]}
        confirm={label}
        isBusy={reminding.isPending}
        language={language}
        onConfirm={() => reminding.mutate(round)}
        onClose={() => setIsAsking(false)}
      >
        {reminding.isError ? <Refused error={reminding.error} language={language} /> : null}
      </ConfirmDialog>
    </>
  );
}
