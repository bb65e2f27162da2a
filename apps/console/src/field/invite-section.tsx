import { Textarea } from "@mantine/core";
import type { InvitationCheck } from "@mehrwert/api";
import type { Language } from "@mehrwert/study";
import { Button, Notice } from "@mehrwert/ui";
import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { asking, sendFile, sendJson } from "../fetch-json.ts";
import { Refused } from "../library/refused.tsx";
import { ConfirmDialog } from "../patterns/confirm-dialog.tsx";
import { ofStudy, useFieldChanged } from "./field-client.ts";
import { ListCheck } from "./list-check.tsx";
import { Section } from "./section.tsx";

const words = {
  title: { de: "Einladen", en: "Invite" },
  lead: {
    de: "Fügen Sie Adressen ein, eine je Zeile, oder wählen Sie eine Datei (CSV oder Excel). Spalten für Name und Gruppe werden erkannt. Geprüft wird zuerst; eingeladen wird niemand, bevor Sie es bestätigen.",
    en: "Paste addresses, one in each row, or choose a file (CSV or Excel). Columns for name and group are recognised. The list is checked first; nobody is invited before you confirm.",
  },
  list: { de: "Adressen", en: "Addresses" },
  file: { de: "Oder eine Datei", en: "Or a file" },
  check: { de: "Liste prüfen", en: "Check the list" },
  checking: { de: "Wird geprüft …", en: "Checking …" },
  invite: { de: "Einladen", en: "Invite" },
  nobody: {
    de: "Fügen Sie zuerst Adressen ein, oder wählen Sie eine Datei.",
    en: "Paste addresses first, or choose a file.",
  },
} as const;

const people = (count: number, language: Language) =>
  language === "de"
    ? `${count} ${count === 1 ? "Person" : "Personen"}`
    : `${count} ${count === 1 ? "person" : "people"}`;

const texts = {
  ask: {
    de: (n: number) => `${people(n, "de")} einladen?`,
    en: (n: number) => `Invite ${people(n, "en")}?`,
  },
  consequences: {
    de: (n: number) => [
      `${people(n, "de")} erhalten je eine Mail mit einem eigenen Link.`,
      "Eine abgesendete Mail lässt sich nicht zurückholen.",
      "Wer zu dieser Welle schon eingeladen ist, erhält keine zweite.",
      "Der Modus der Studie lässt sich danach nicht mehr ändern.",
    ],
    en: (n: number) => [
      `${people(n, "en")} will get one mail each, with a link of their own.`,
      "A mail that was sent cannot be called back.",
      "Whoever was invited to this wave before gets no second one.",
      "The mode of the study cannot be changed any more.",
    ],
  },
  done: {
    de: (n: number, before: number) =>
      `${people(n, "de")} eingeladen.${before > 0 ? ` ${people(before, "de")} waren es schon.` : ""}`,
    en: (n: number, before: number) =>
      `${people(n, "en")} invited.${before > 0 ? ` ${people(before, "en")} had been before.` : ""}`,
  },
};

type Invited = { invited: number; alreadyInvited: string[] };

/** A list of people: checked, shown, confirmed, invited. */
export function InviteSection({ study, language }: { study: string; language: Language }) {
  const [isAsking, setIsAsking] = useState(false);
  const [listsDone, setListsDone] = useState(0);
  const changed = useFieldChanged(study);
  const checking = useMutation({
    networkMode: "always",
    mutationFn: (list: Blob) =>
      sendFile<InvitationCheck>(asking(ofStudy(study, "invitation-checks"), { language }), list),
  });
  const inviting = useMutation({
    networkMode: "always",
    mutationFn: (list: InvitationCheck) =>
      sendJson<Invited>("POST", asking(ofStudy(study, "invitations"), { language }), {
        invitees: list.invitees.map(({ line: _, ...invitee }) => invitee),
      }),
    onSuccess: () => {
      setIsAsking(false);
      checking.reset();
      setListsDone((before) => before + 1);
      return changed();
    },
  });
  const count = checking.data?.invitees.length ?? 0;
  return (
    <Section title={words.title[language]} lead={words.lead[language]}>
      <ListForm
        key={listsDone}
        isChecking={checking.isPending}
        isChecked={count > 0}
        language={language}
        onCheck={(list) => {
          inviting.reset();
          checking.mutate(list);
        }}
        onChange={checking.reset}
      />
      <div role="status">
        {checking.isError ? <Refused error={checking.error} language={language} /> : null}
        {checking.data === undefined ? null : (
          <ListCheck list={checking.data} language={language} />
        )}
        {inviting.data === undefined ? null : (
          <Notice>
            <p>
              {texts.done[language](inviting.data.invited, inviting.data.alreadyInvited.length)}
            </p>
          </Notice>
        )}
      </div>
      {count === 0 ? null : (
        <div className="buttons">
          <Button kind="primary" onClick={() => setIsAsking(true)}>
            {`${words.invite[language]}: ${people(count, language)}`}
          </Button>
        </div>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        title={texts.ask[language](count)}
        consequences={texts.consequences[language](count)}
        confirm={words.invite[language]}
        isBusy={inviting.isPending}
        language={language}
        onConfirm={() => checking.data && inviting.mutate(checking.data)}
        onClose={() => setIsAsking(false)}
      >
        {inviting.isError ? <Refused error={inviting.error} language={language} /> : null}
      </ConfirmDialog>
    </Section>
  );
}

/** Where a list comes from. What was checked before counts no more once something changes here. */
function ListForm({
  isChecking,
  isChecked,
  language,
  onCheck,
  onChange,
}: {
  isChecking: boolean;
  isChecked: boolean;
  language: Language;
  onCheck: (list: Blob) => void;
  onChange: () => void;
}) {
  const [pasted, setPasted] = useState("");
  const [file, setFile] = useState<File>();
  const [isMissing, setIsMissing] = useState(false);
  const id = useId();
  const list = file ?? (pasted.trim() === "" ? undefined : new Blob([pasted]));
  return (
    <form
      noValidate
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        setIsMissing(list === undefined);
        if (list !== undefined && !isChecking) onCheck(list);
      }}
    >
      <Textarea
        label={words.list[language]}
        value={pasted}
        onChange={(event) => {
          setPasted(event.currentTarget.value);
          onChange();
        }}
        error={isMissing && list === undefined ? words.nobody[language] : undefined}
        minRows={4}
        autosize
        maxRows={12}
        spellCheck={false}
      />
      <div className="form-row">
        <label htmlFor={`${id}-file`}>{words.file[language]}</label>
        <input
          id={`${id}-file`}
          type="file"
          className="field"
          accept=".csv,.txt,.tsv,.xlsx"
          onChange={(event) => {
            setFile(event.target.files?.[0]);
            onChange();
          }}
        />
      </div>
      <div className="buttons">
        <Button type="submit" kind={isChecked ? "plain" : "primary"} isBusy={isChecking}>
          {isChecking ? words.checking[language] : words.check[language]}
        </Button>
      </div>
    </form>
  );
}
