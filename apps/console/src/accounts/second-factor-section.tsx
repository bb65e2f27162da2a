import { Button, Notice } from "@mehrwert/ui";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLanguage } from "../frame/language.ts";
import { Form } from "../patterns/form.tsx";
import { meKey, useSending } from "./account-client.ts";
import { PasswordField, TextField } from "./password-fields.tsx";
import { QrCode } from "./qr-code.tsx";

const words = {
  title: { de: "Zweiter Faktor", en: "Second factor" },
  lead: {
    de: "Eine App auf Ihrem Telefon zeigt alle 30 Sekunden einen neuen Code. Wer nur Ihr Passwort kennt, kommt dann nicht hinein.",
    en: "An app on your phone shows a new code every 30 seconds. Whoever knows your password only cannot get in then.",
  },
  on: { de: "Der zweite Faktor ist eingeschaltet.", en: "The second factor is switched on." },
  password: { de: "Passwort zur Bestätigung", en: "Password to confirm" },
  begin: { de: "Zweiten Faktor einrichten", en: "Set up the second factor" },
  remove: { de: "Zweiten Faktor ausschalten", en: "Switch the second factor off" },
  scan: {
    de: "Lesen Sie dieses Bild mit der App ein, oder geben Sie dort den Schlüssel ein:",
    en: "Scan this picture with the app, or enter the key there:",
  },
  picture: { de: "QR-Code für die App", en: "QR code for the app" },
  codes: {
    de: "Diese Ersatzcodes gelten je einmal, wenn das Telefon fehlt. Sie werden nur jetzt gezeigt; bewahren Sie sie getrennt auf.",
    en: "Each of these backup codes works once, for when the phone is missing. They are shown now only; keep them apart.",
  },
  code: { de: "Code aus der App", en: "Code from the app" },
  confirm: { de: "Einschalten", en: "Switch on" },
} as const;

type Setup = { uri: string; backupCodes: string[] };

/** Switching the second factor on and off. */
export function SecondFactorSection({ isOn }: { isOn: boolean }) {
  const language = useLanguage();
  const client = useQueryClient();
  const [password, setPassword] = useState("");
  const [setup, setSetup] = useState<Setup>();
  const reread = () => {
    setPassword("");
    setSetup(undefined);
    void client.invalidateQueries({ queryKey: meKey });
  };
  const beginning = useSending<{ password: string }, Setup>(
    (body) => ({ method: "POST", path: "/api/me/second-factor", body }),
    setSetup,
  );
  const removing = useSending<{ password: string }>(
    (body) => ({ method: "POST", path: "/api/me/second-factor/removal", body }),
    reread,
  );
  const asking = isOn ? removing : beginning;
  return (
    <section aria-labelledby="second-factor-heading">
      <h2 id="second-factor-heading">{words.title[language]}</h2>
      {isOn ? (
        <Notice>
          <p>{words.on[language]}</p>
        </Notice>
      ) : (
        <p>{words.lead[language]}</p>
      )}
      {setup === undefined ? (
        <Form error={asking.error} language={language} onSubmit={() => asking.mutate({ password })}>
          <PasswordField
            name="password"
            label={words.password[language]}
            value={password}
            onChange={setPassword}
            autoComplete="current-password"
          />
          <Button type="submit" isBusy={asking.isPending}>
            {words[isOn ? "remove" : "begin"][language]}
          </Button>
        </Form>
      ) : (
        <Confirmation setup={setup} onDone={reread} />
      )}
    </section>
  );
}

function Confirmation({ setup, onDone }: { setup: Setup; onDone: () => void }) {
  const language = useLanguage();
  const [code, setCode] = useState("");
  const confirming = useSending<{ code: string }>(
    (body) => ({ method: "PUT", path: "/api/me/second-factor", body }),
    onDone,
  );
  const secret = new URL(setup.uri).searchParams.get("secret") ?? "";
  return (
    <>
      <p>{words.scan[language]}</p>
      <QrCode text={setup.uri} label={words.picture[language]} />
      <p>
        <code className="pass-on">{secret.replace(/(.{4})/g, "$1 ").trim()}</code>
      </p>
      <p>{words.codes[language]}</p>
      <ul className="backup-codes">
        {setup.backupCodes.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <Form
        error={confirming.error}
        language={language}
        onSubmit={() => confirming.mutate({ code })}
      >
        <TextField
          name="code"
          label={words.code[language]}
          value={code}
          onChange={setCode}
          autoComplete="one-time-code"
          inputMode="numeric"
        />
        <Button type="submit" kind="primary" isBusy={confirming.isPending}>
          {words.confirm[language]}
        </Button>
      </Form>
    </>
  );
}
