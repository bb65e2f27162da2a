import { Button, Notice } from "@mehrwert/ui";
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { asking, sendJson } from "../fetch-json.ts";
import { useLanguage } from "../frame/language.ts";
import { Form } from "../patterns/form.tsx";
import { TextField } from "./password-fields.tsx";

const words = {
  title: { de: "Passwort vergessen?", en: "Forgot the password?" },
  lead: {
    de: "Geben Sie die Adresse Ihres Kontos ein. Sie bekommen eine Mail mit einem Link, der einmal und einen Tag lang gilt.",
    en: "Enter the address of your account. You get a mail with a link that works once, for one day.",
  },
  email: { de: "Adresse Ihres Kontos", en: "Address of your account" },
  send: { de: "Link zuschicken", en: "Send the link" },
  sent: {
    de: "Wenn es zu dieser Adresse ein Konto mit Passwort gibt, ist die Mail unterwegs. Kommt nach einigen Minuten keine, fragen Sie, wer diese Installation verwaltet.",
    en: "If there is an account with a password at this address, the mail is on its way. If none comes within a few minutes, ask whoever administers this installation.",
  },
} as const;

/** Asks for a link for a new password by mail. Says the same whether there is such an account or not. */
export function ForgottenPassword(): ReactNode {
  const language = useLanguage();
  const [email, setEmail] = useState("");
  const sending = useMutation({
    mutationFn: () => sendJson("POST", asking("/api/password-resets", { language }), { email }),
  });
  return (
    <details>
      <summary>{words.title[language]}</summary>
      <p>{words.lead[language]}</p>
      <Form error={sending.error} language={language} onSubmit={() => sending.mutate()}>
        <TextField
          name="email"
          type="email"
          label={words.email[language]}
          value={email}
          onChange={setEmail}
          autoComplete="username"
        />
        <Button type="submit" isBusy={sending.isPending}>
          {words.send[language]}
        </Button>
      </Form>
      <div role="status">
        {sending.isSuccess ? (
          <Notice>
            <p>{words.sent[language]}</p>
          </Notice>
        ) : null}
      </div>
    </details>
  );
}
