import { Button, Notice } from "@mehrwert/ui";
import { startAuthentication } from "@simplewebauthn/browser";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { asking, fetchJson, sendJson } from "../fetch-json.ts";
import { useLanguage } from "../frame/language.ts";
import { Refused } from "../library/refused.tsx";
import { Form } from "../patterns/form.tsx";
import { useEntering } from "./account-client.ts";
import { ForgottenPassword } from "./forgotten-password.tsx";
import { PasswordField, TextField } from "./password-fields.tsx";

const words = {
  title: { de: "Anmelden", en: "Sign in" },
  email: { de: "E-Mail-Adresse", en: "E-mail address" },
  password: { de: "Passwort", en: "Password" },
  signIn: { de: "Anmelden", en: "Sign in" },
  passkey: { de: "Mit Passkey anmelden", en: "Sign in with a passkey" },
  with: { de: "Anmelden über", en: "Sign in with" },
  code: { de: "Code", en: "Code" },
  codeLead: {
    de: "Geben Sie den sechsstelligen Code aus Ihrer App ein, oder einen Ersatzcode.",
    en: "Enter the six-digit code of your app, or a backup code.",
  },
  confirm: { de: "Bestätigen", en: "Confirm" },
  failed: {
    de: "Die Anmeldung über das Single Sign-on ist nicht gelungen. Dort und hier muss dieselbe bestätigte Adresse stehen.",
    en: "Signing in with the single sign-on failed. The same confirmed address has to stand there and here.",
  },
  cancelled: {
    de: "Das Gerät hat keinen Passkey vorgelegt. Passkeys gehören zum Namen des Servers; unter 127.0.0.1 gibt es keine, unter localhost schon.",
    en: "The device presented no passkey. Passkeys belong to the server's name; at 127.0.0.1 there are none, at localhost there are.",
  },
  forgotten: {
    de: "Passwort vergessen? Wer diese Installation verwaltet, kann Ihnen einen Link für ein neues geben.",
    en: "Forgot the password? Whoever administers this installation can give you a link for a new one.",
  },
  setup: {
    de: "Hier gibt es noch kein Konto. Öffnen Sie den Link, den der Server beim Start gedruckt hat; ein Neustart druckt einen neuen.",
    en: "There is no account here yet. Open the link that the server printed at its start; a restart prints a new one.",
  },
} as const;

type Ways = { singleSignOn?: string; needsSetup: boolean; mailsPasswords: boolean };

/** Only to pages of the console, whatever an address says: nobody is sent elsewhere after signing in. */
export function safeBack(back: string | undefined): string {
  return back !== undefined && /^\/console\/[a-z0-9/?=&%._-]*$/i.test(back) && !back.includes("//")
    ? back
    : "/console/";
}

/** Goes to where somebody wanted to go before. */
function useGoingOn() {
  const enter = useEntering();
  const { back } = useSearch({ strict: false });
  return () => enter(safeBack(back));
}

/** Signing in by password and second factor, passkey or single sign-on. */
export function SignInPage(): ReactNode {
  const language = useLanguage();
  const { failed } = useSearch({ strict: false });
  const [isHalfIn, setIsHalfIn] = useState(false);
  const ways = useQuery({
    queryKey: ["sign-in"],
    queryFn: ({ signal }) => fetchJson<Ways>("/api/sign-in", signal),
  });
  return (
    <>
      <title>{`${words.title[language]} – Mehrwert`}</title>
      <h1>{words.title[language]}</h1>
      {failed === undefined ? null : (
        <Notice kind="error">
          <p>{words.failed[language]}</p>
        </Notice>
      )}
      {ways.data?.needsSetup ? (
        <Notice>
          <p>{words.setup[language]}</p>
        </Notice>
      ) : null}
      {isHalfIn ? (
        <CodeForm />
      ) : (
        <>
          <PasswordForm onHalfIn={() => setIsHalfIn(true)} />
          <OtherWays singleSignOn={ways.data?.singleSignOn} />
          {ways.data?.mailsPasswords ? (
            <ForgottenPassword />
          ) : (
            <p className="note">{words.forgotten[language]}</p>
          )}
        </>
      )}
    </>
  );
}

function PasswordForm({ onHalfIn }: { onHalfIn: () => void }) {
  const language = useLanguage();
  const goOn = useGoingOn();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const signing = useMutation({
    mutationFn: () =>
      sendJson<{ needsSecondFactor: boolean }>(
        "POST",
        asking("/api/sign-in/password", { language }),
        { email, password },
      ),
    onSuccess: ({ needsSecondFactor }) => (needsSecondFactor ? onHalfIn() : goOn()),
  });
  return (
    <Form error={signing.error} language={language} onSubmit={() => signing.mutate()}>
      <TextField
        name="email"
        type="email"
        label={words.email[language]}
        value={email}
        onChange={setEmail}
        autoComplete="username"
      />
      <PasswordField
        name="password"
        label={words.password[language]}
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
      />
      <Button type="submit" kind="primary" isBusy={signing.isPending}>
        {words.signIn[language]}
      </Button>
    </Form>
  );
}

function CodeForm() {
  const language = useLanguage();
  const goOn = useGoingOn();
  const [code, setCode] = useState("");
  const confirming = useMutation({
    mutationFn: () =>
      sendJson("POST", asking("/api/sign-in/second-factor", { language }), { code }),
    onSuccess: goOn,
  });
  return (
    <Form error={confirming.error} language={language} onSubmit={() => confirming.mutate()}>
      <TextField
        name="code"
        label={words.code[language]}
        description={words.codeLead[language]}
        value={code}
        onChange={setCode}
        autoComplete="one-time-code"
      />
      <Button type="submit" kind="primary" isBusy={confirming.isPending}>
        {words.confirm[language]}
      </Button>
    </Form>
  );
}

function OtherWays({ singleSignOn }: { singleSignOn: string | undefined }) {
  const language = useLanguage();
  const navigate = useNavigate();
  const goOn = useGoingOn();
  const byPasskey = useMutation({
    mutationFn: async () => {
      const { challenge, options } = await sendJson<{ challenge: string; options: string }>(
        "POST",
        asking("/api/sign-in/passkey-challenges", { language }),
      );
      const credential = await startAuthentication({ optionsJSON: JSON.parse(options) });
      await sendJson("POST", asking("/api/sign-in/passkey", { language }), {
        challenge,
        credential,
      });
    },
    onSuccess: goOn,
  });
  const bySingleSignOn = useMutation({
    mutationFn: () =>
      sendJson<{ url: string }>("POST", asking("/api/sign-in/single-sign-on", { language })),
    onSuccess: ({ url }) => navigate({ href: url, reloadDocument: true }),
  });
  const isCancelled = byPasskey.error !== null && byPasskey.error.name !== "Refusal";
  return (
    <section aria-label={words.with[language]}>
      <div className="buttons">
        <Button isBusy={byPasskey.isPending} onClick={() => byPasskey.mutate()}>
          {words.passkey[language]}
        </Button>
        {singleSignOn === undefined ? null : (
          <Button isBusy={bySingleSignOn.isPending} onClick={() => bySingleSignOn.mutate()}>
            {words.with[language]} {singleSignOn}
          </Button>
        )}
      </div>
      <div role="alert">
        {isCancelled ? (
          <Notice kind="error">
            <p>{words.cancelled[language]}</p>
          </Notice>
        ) : byPasskey.error ? (
          <Refused error={byPasskey.error} language={language} />
        ) : null}
        {bySingleSignOn.error ? <Refused error={bySingleSignOn.error} language={language} /> : null}
      </div>
    </section>
  );
}
