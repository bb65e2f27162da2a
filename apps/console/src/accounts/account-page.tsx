import { Button, Notice } from "@mehrwert/ui";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useLanguage } from "../frame/language.ts";
import { Form } from "../patterns/form.tsx";
import { useMe, useSending } from "./account-client.ts";
import { PasskeysSection } from "./passkeys-section.tsx";
import { PasswordField } from "./password-fields.tsx";
import { SecondFactorSection } from "./second-factor-section.tsx";
import { SessionsSection } from "./sessions-section.tsx";
import { TokensSection } from "./tokens-section.tsx";

const words = {
  title: { de: "Mein Konto", en: "My account" },
  signOut: { de: "Abmelden", en: "Sign out" },
  password: { de: "Passwort", en: "Password" },
  current: { de: "Bisheriges Passwort", en: "Present password" },
  next: { de: "Neues Passwort", en: "New password" },
  hint: {
    de: "12 bis 200 Zeichen. Danach sind Sie überall sonst abgemeldet.",
    en: "12 to 200 characters. Afterwards you are signed out everywhere else.",
  },
  change: { de: "Passwort ändern", en: "Change the password" },
  changed: { de: "Das Passwort ist geändert.", en: "The password is changed." },
} as const;

/** One's own account: password, second factor, passkeys, where one is signed in, tokens for programs. */
export function AccountPage(): ReactNode {
  const language = useLanguage();
  const me = useMe().data;
  const navigate = useNavigate();
  const signingOut = useSending<void>(
    () => ({ method: "POST", path: "/api/sign-out" }),
    // A fresh page: nothing that was read stays in this one.
    () => void navigate({ href: "/console/sign-in", reloadDocument: true }),
  );
  if (me === undefined) return null;
  return (
    <>
      <title>{`${words.title[language]} – Mehrwert`}</title>
      <h1>{words.title[language]}</h1>
      <p>
        {me.name}, {me.email}
      </p>
      <div className="buttons">
        <Button isBusy={signingOut.isPending} onClick={() => signingOut.mutate()}>
          {words.signOut[language]}
        </Button>
      </div>
      {me.hasPassword ? <PasswordSection /> : null}
      <SecondFactorSection isOn={me.hasSecondFactor} />
      <PasskeysSection />
      <SessionsSection />
      <TokensSection roles={me.roles} />
    </>
  );
}

function PasswordSection() {
  const language = useLanguage();
  const [typed, setTyped] = useState({ current: "", password: "" });
  const changing = useSending<typeof typed>(
    (body) => ({ method: "PUT", path: "/api/me/password", body }),
    () => setTyped({ current: "", password: "" }),
  );
  return (
    <section aria-labelledby="password-heading">
      <h2 id="password-heading">{words.password[language]}</h2>
      <Form error={changing.error} language={language} onSubmit={() => changing.mutate(typed)}>
        <PasswordField
          name="current"
          label={words.current[language]}
          value={typed.current}
          onChange={(current) => setTyped((before) => ({ ...before, current }))}
          autoComplete="current-password"
        />
        <PasswordField
          name="password"
          label={words.next[language]}
          description={words.hint[language]}
          value={typed.password}
          onChange={(password) => setTyped((before) => ({ ...before, password }))}
          autoComplete="new-password"
        />
        <Button type="submit" isBusy={changing.isPending}>
          {words.change[language]}
        </Button>
      </Form>
      <div role="status">
        {changing.isSuccess ? (
          <Notice>
            <p>{words.changed[language]}</p>
          </Notice>
        ) : null}
      </div>
    </section>
  );
}
