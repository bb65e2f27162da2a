import type { MailStateReply } from "@mehrwert/api";
import type { Language } from "@mehrwert/study";
import { Button, Notice } from "@mehrwert/ui";
import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { asking, sendFile, sendJson } from "../fetch-json.ts";
import { Refused } from "../library/refused.tsx";
import { ConfirmDialog } from "../patterns/confirm-dialog.tsx";
import { EmptyState } from "../patterns/empty-state.tsx";
import { Waiting } from "../patterns/waiting.tsx";
import { ScrollingTable } from "../results/scrolling-table.tsx";
import { ofStudy, useFieldChanged, useMails } from "./field-client.ts";
import { Section } from "./section.tsx";

const words = {
  title: { de: "Mails", en: "Mails" },
  loading: { de: "Der Stand der Mails wird geladen …", en: "The state of the mails is loading …" },
  none: { de: "Noch keine Mails", en: "No mails yet" },
  noneLead: {
    de: "Hier steht, was versandt ist, was noch wartet und welche Adressen unzustellbar sind.",
    en: "Here you will see what was sent, what still waits, and which addresses cannot be reached.",
  },
  notConfigured: {
    de: "Diesem Server ist kein Mailserver genannt: Mails warten, bis MEHRWERT_SMTP_URL und MEHRWERT_MAIL_FROM gesetzt sind. Codes lassen sich drucken.",
    en: "This server has no mail server: mails wait until MEHRWERT_SMTP_URL and MEHRWERT_MAIL_FROM are set. Codes can be printed.",
  },
  trouble: {
    de: "Zurzeit gehen keine Mails hinaus. Der Mailserver oder das Netz sagt:",
    en: "No mails leave at present. The mail server or the network says:",
  },
  waiting: {
    de: (mails: number) => `Wartende Mails: ${mails}. Alle halbe Minute wird es wieder versucht.`,
    en: (mails: number) => `Mails that wait: ${mails}. It is tried again every half minute.`,
  },
  sending: { de: "Mails werden versandt", en: "Mails are being sent" },
  round: { de: "Runde", en: "Round" },
  invitation: { de: "Einladung", en: "Invitation" },
  reminder: { de: "Erinnerung", en: "Reminder" },
  mails: { de: "Mails", en: "Mails" },
  day: { de: "Tag", en: "Day" },
  rounds: { de: "Runden dieser Welle", en: "Rounds of this wave" },
  undelivered: { de: "Unzustellbar", en: "Not deliverable" },
  address: { de: "Adresse", en: "Address" },
  reason: { de: "Grund", en: "Reason" },
  uncertainTitle: { de: "Ungewiss, ob angekommen", en: "Unknown whether these arrived" },
  uncertainLead: {
    de: "Der Server wurde unterbrochen, während er diese Mails übergab. Von selbst sendet er sie nicht noch einmal, damit niemand zwei erhält.",
    en: "The server was interrupted while it handed these mails over. It does not send them again by itself, so that nobody gets two.",
  },
  again: { de: "Noch einmal senden", en: "Send again" },
  askAgain: { de: "Diese Mails noch einmal senden?", en: "Send these mails again?" },
  againConsequences: {
    de: [
      "Wer seine Mail erhalten hat, bekommt sie womöglich ein zweites Mal, mit derselben Message-ID.",
    ],
    en: ["Whoever got their mail may get it a second time, with the same Message-ID."],
  },
  letGo: { de: "Nicht noch einmal senden", en: "Do not send again" },
  returned: { de: "Rückläufer einlesen (.eml)", en: "Read a returned mail (.eml)" },
  noted: { de: "Vermerkt", en: "Noted" },
  unknown: { de: "Nicht in dieser Studie eingeladen", en: "Not invited to this study" },
} as const;

const reasons = {
  refused: { de: "vom Mailserver abgelehnt", en: "refused by the mail server" },
  returned: { de: "zurückgekommen", en: "came back" },
  "given-up": { de: "nach vielen Versuchen aufgegeben", en: "given up after many attempts" },
} as const;

/** Where the mails are, what came back, and what has to be decided. */
export function MailsSection({ study, language }: { study: string; language: Language }) {
  const mails = useMails(study);
  return (
    <Section title={words.title[language]}>
      {mails.data === undefined ? (
        <Waiting label={words.loading[language]} language={language} />
      ) : (
        <Mails {...{ study, language }} mails={mails.data} />
      )}
    </Section>
  );
}

type Shown = { study: string; language: Language; mails: MailStateReply };

function Mails({ study, language, mails }: Shown) {
  const { isConfigured, trouble, rounds, waiting, uncertain, undelivered } = mails;
  const total = rounds.reduce((sum, round) => sum + round.mails, 0);
  return (
    <>
      {isConfigured ? null : (
        <Notice kind="caution">
          <p>{words.notConfigured[language]}</p>
        </Notice>
      )}
      <div role="status">
        {trouble === undefined || waiting === 0 ? null : (
          <Notice kind="error">
            <p>
              {words.trouble[language]} <q>{trouble}</q>
            </p>
            <p>{words.waiting[language](waiting)}</p>
          </Notice>
        )}
      </div>
      {rounds.length === 0 ? (
        <EmptyState title={words.none[language]}>
          <p>{words.noneLead[language]}</p>
        </EmptyState>
      ) : (
        <Rounds {...{ study, language, mails }} />
      )}
      {waiting > 0 && isConfigured && trouble === undefined ? (
        <Waiting
          label={words.sending[language]}
          advance={{ done: Math.max(0, total - waiting), total }}
          language={language}
        />
      ) : null}
      {uncertain.length > 0 ? <Uncertain {...{ study, language, mails }} /> : null}
      {undelivered.length > 0 ? <Undelivered {...{ study, language, mails }} /> : null}
      {rounds.length > 0 ? <ReturnedMails study={study} language={language} /> : null}
    </>
  );
}

function Rounds({ mails: { rounds }, language }: Shown) {
  const id = useId();
  const dayOf = new Intl.DateTimeFormat(language === "de" ? "de-DE" : "en-GB", {
    dateStyle: "medium",
    timeZone: "UTC",
  });
  return (
    <ScrollingTable id={id} caption={words.rounds[language]}>
      <thead>
        <tr>
          <th scope="col">{words.round[language]}</th>
          <th scope="col" className="number">
            {words.mails[language]}
          </th>
          <th scope="col">{words.day[language]}</th>
        </tr>
      </thead>
      <tbody>
        {rounds.map(({ round, mails, day }) => (
          <tr key={round}>
            <th scope="row">
              {round === 0 ? words.invitation[language] : `${words.reminder[language]} ${round}`}
            </th>
            <td className="number">{mails}</td>
            <td>{dayOf.format(new Date(day))}</td>
          </tr>
        ))}
      </tbody>
    </ScrollingTable>
  );
}

function Uncertain({ study, language, mails: { uncertain } }: Shown) {
  const [isAsking, setIsAsking] = useState(false);
  const changed = useFieldChanged(study);
  const settling = useMutation({
    networkMode: "always",
    mutationFn: (decision: "send-again" | "let-go") =>
      sendJson("POST", asking(ofStudy(study, "uncertain-mails"), { language }), { decision }),
    onSuccess: () => {
      setIsAsking(false);
      return changed();
    },
  });
  return (
    <Notice kind="caution" title={`${words.uncertainTitle[language]}: ${uncertain.length}`}>
      <p>{words.uncertainLead[language]}</p>
      <ul>
        {uncertain.slice(0, 20).map((address) => (
          <li key={address}>{address}</li>
        ))}
      </ul>
      <div className="buttons">
        <Button isBusy={settling.isPending} onClick={() => settling.mutate("let-go")}>
          {words.letGo[language]}
        </Button>
        <Button onClick={() => setIsAsking(true)}>{words.again[language]}</Button>
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        title={words.askAgain[language]}
        consequences={words.againConsequences[language]}
        confirm={words.again[language]}
        isBusy={settling.isPending}
        language={language}
        onConfirm={() => settling.mutate("send-again")}
        onClose={() => setIsAsking(false)}
      >
        {settling.isError ? <Refused error={settling.error} language={language} /> : null}
      </ConfirmDialog>
    </Notice>
  );
}

function Undelivered({ language, mails: { undelivered } }: Shown) {
  const id = useId();
  return (
    <ScrollingTable id={id} caption={`${words.undelivered[language]}: ${undelivered.length}`}>
      <thead>
        <tr>
          <th scope="col">{words.address[language]}</th>
          <th scope="col">{words.reason[language]}</th>
        </tr>
      </thead>
      <tbody>
        {undelivered.map(({ recipient, reason, statusCode, reply }) => (
          <tr key={recipient}>
            <th scope="row">{recipient}</th>
            <td>
              {reasons[reason][language]}
              <small>{reply ?? statusCode}</small>
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollingTable>
  );
}

type Returned = { noted: string[]; unknown: string[] };

function ReturnedMails({ study, language }: { study: string; language: Language }) {
  const id = useId();
  const changed = useFieldChanged(study);
  const reading = useMutation({
    networkMode: "always",
    mutationFn: (file: File) =>
      sendFile<Returned>(asking(ofStudy(study, "returned-mails"), { language }), file),
    onSuccess: changed,
  });
  return (
    <>
      <div className="form-row">
        <label htmlFor={id}>{words.returned[language]}</label>
        <input
          id={id}
          type="file"
          className="field"
          accept=".eml,message/rfc822"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) reading.mutate(file);
          }}
        />
      </div>
      <div role="status">
        {reading.isError ? <Refused error={reading.error} language={language} /> : null}
        {reading.data === undefined ? null : (
          <>
            {reading.data.noted.length > 0 ? (
              <p>{`${words.noted[language]}: ${reading.data.noted.join(", ")}`}</p>
            ) : null}
            {reading.data.unknown.length > 0 ? (
              <p>{`${words.unknown[language]}: ${reading.data.unknown.join(", ")}`}</p>
            ) : null}
          </>
        )}
      </div>
    </>
  );
}
