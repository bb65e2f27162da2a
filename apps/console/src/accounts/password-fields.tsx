import { PasswordInput, TextInput } from "@mantine/core";
import type { HTMLInputAutoCompleteAttribute } from "react";
import { useLanguage } from "../frame/language.ts";
import { useField } from "../patterns/form.tsx";

const words = {
  show: { de: "Passwort zeigen oder verbergen", en: "Show or hide the password" },
} as const;

/** A line of text in a form. */
export function TextField({
  name,
  label,
  value,
  onChange,
  ...rest
}: {
  name: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  description?: string;
  autoComplete?: HTMLInputAutoCompleteAttribute;
  type?: "email" | "text";
  inputMode?: "numeric" | "text";
}) {
  return (
    <TextInput
      {...useField(name)}
      {...rest}
      label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** A password, hidden until somebody wants to see it; managers and pasting work. */
export function PasswordField({
  name,
  label,
  value,
  onChange,
  autoComplete,
  description,
}: {
  name: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  autoComplete: "current-password" | "new-password";
  description?: string;
}) {
  const language = useLanguage();
  return (
    <PasswordInput
      {...useField(name)}
      label={label}
      description={description}
      value={value}
      autoComplete={autoComplete}
      visibilityToggleButtonProps={{ "aria-label": words.show[language] }}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
