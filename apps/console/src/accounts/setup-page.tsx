import { Button, Notice } from "@mehrwert/ui";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useEffect, useState } from "react";
import { asking, sendJson } from "../fetch-json.ts";
import { useLanguage } from "../frame/language.ts";
import { Refused } from "../library/refused.tsx";
import { Form } from "../patterns/form.tsx";
import { Waiting } from "../patterns/waiting.tsx";
import { useEntering } from "./account-client.ts";
import { PasswordField, TextField } from "./password-fields.tsx";

const words = {
  setup: { de: "Mehrwert einrichten", en: "Set up Mehrwert" },
  invitation: { de: "Konto anlegen", en: "Make your account" },
  reset: { de: "Neues Passwort", en: "New password" },
  setupLead: {
    de: "Sie legen das erste Konto an. Es verwaltet diese Installation und lädt andere ein.",
    en: "You are making the first account. It administers this installation and invites others.",
  },
  invitationLead: {
    de: "Sie wurden eingeladen, hier mitzuarbeiten. Adresse:",
    en: "You were invited to work here. Address:",
  },
  resetLead: { de: "Sie wählen ein neues Passwort für", en: "You are choosing a new password for" },
  name: { de: "Name", en: "Name" },
  nameHint: {
    de: "So sehen Sie die anderen, und so steht er im Protokoll.",
    en: "This is how others see you, and how it stands in the audit log.",
  },
  email: { de: "E-Mail-Adresse", en: "E-mail address" },
  password: { de: "Passwort", en: "Password" },
  hint: {
    de: "12 bis 200 Zeichen; am besten vier Wörter, die nichts miteinander zu tun haben.",
    en: "12 to 200 characters; best four words that have nothing to do with each other.",
  },
  make: { de: "Konto anlegen", en: "Make the account" },
  set: { de: "Passwort setzen", en: "Set the password" },
  reading: { de: "Der Link wird geprüft …", en: "The link is being checked …" },
  broken: { de: "Der Link ist nicht gültig", en: "The link is not valid" },
  toSignIn: { de: "Zur Anmeldung", en: "Go to sign-in" },
} as const;

type OneTimeLink = { kind: "setup" | "invitation" | "reset"; email?: string };

/** The token of the link, taken out of the address at once: it shall not stay in the history. */
function useToken(): string {
  const [token] = useState(() => window.location.hash.slice(1));
  useEffect(() => {
    const { pathname, search } = window.location;
    window.history.replaceState(window.history.state, "", `${pathname}${search}`);
  }, []);
  return token;
}

/** What a one-time link leads to: the first account, an invited one, or a new password. */
export function SetupPage(): ReactNode {
  const language = useLanguage();
  const token = useToken();
  const link = useQuery({
    queryKey: ["one-time-link", token],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () =>
      sendJson<OneTimeLink>("POST", asking("/api/one-time-links/reads", { language }), { token }),
  });
  const title = link.data ? words[link.data.kind] : link.isError ? words.broken : words.setup;
  return (
    <>
      <title>{`${title[language]} – Mehrwert`}</title>
      <h1>{title[language]}</h1>
      {link.isPending ? <Waiting label={words.reading[language]} language={language} /> : null}
      {link.isError ? (
        <>
          <Refused error={link.error} language={language} />
          <p>
            <Link to="/sign-in">{words.toSignIn[language]}</Link>
          </p>
        </>
      ) : null}
      {link.data ? <LinkForm token={token} link={link.data} /> : null}
    </>
  );
}

function LinkForm({ token, link }: { token: string; link: OneTimeLink }) {
  const language = useLanguage();
  const navigate = useNavigate();
  const enter = useEntering();
  const [typed, setTyped] = useState({ name: "", email: "", password: "" });
  const isReset = link.kind === "reset";
  const using = useMutation({
    mutationFn: async () => {
      const { name, email, password } = typed;
      const body = {
        token,
        password,
        ...(!isReset && { name }),
        ...(link.kind === "setup" && { email }),
      };
      await sendJson("POST", asking("/api/one-time-links/uses", { language }), body);
      const address = { email: link.email ?? email, password };
      return sendJson<{ needsSecondFactor: boolean }>(
        "POST",
        asking("/api/sign-in/password", { language }),
        address,
      );
    },
    onSuccess: ({ needsSecondFactor }) =>
      needsSecondFactor ? navigate({ to: "/sign-in" }) : enter("/console/"),
  });
  const change = (field: keyof typeof typed) => (value: string) =>
    setTyped((before) => ({ ...before, [field]: value }));
  return (
    <>
      {link.kind === "setup" ? (
        <p>{words.setupLead[language]}</p>
      ) : (
        <Notice>
          <p>
            {words[isReset ? "resetLead" : "invitationLead"][language]}{" "}
            <strong>{link.email}</strong>
          </p>
        </Notice>
      )}
      <Form error={using.error} language={language} onSubmit={() => using.mutate()}>
        {isReset ? null : (
          <TextField
            name="name"
            label={words.name[language]}
            description={words.nameHint[language]}
            value={typed.name}
            onChange={change("name")}
            autoComplete="name"
          />
        )}
        {link.kind === "setup" ? (
          <TextField
            name="email"
            type="email"
            label={words.email[language]}
            value={typed.email}
            onChange={change("email")}
            autoComplete="username"
          />
        ) : null}
        <PasswordField
          name="password"
          label={words.password[language]}
          description={words.hint[language]}
          value={typed.password}
          onChange={change("password")}
          autoComplete="new-password"
        />
        <Button type="submit" kind="primary" isBusy={using.isPending}>
          {words[isReset ? "set" : "make"][language]}
        </Button>
      </Form>
    </>
  );
}
