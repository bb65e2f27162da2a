import type { Language } from "@mehrwert/study";
import { createContext, type ReactNode, useContext, useEffect, useRef } from "react";
import { Refusal } from "../fetch-json.ts";
import { Refused } from "../library/refused.tsx";

const words = { refused: { de: "Nicht angenommen", en: "Not accepted" } } as const;

/** What is wrong with each field, by its name: the JSON pointer of the body without `#/`. */
export type Faults = ReadonlyMap<string, string>;

const FormFaults = createContext<Faults>(new Map());

/**
 * What a refusal says of single fields, each with its advice.
 * @example faultsOf(refusal).get("title") // "Der Titel fehlt. Geben Sie der Studie einen Namen."
 */
export function faultsOf(error: unknown): Faults {
  const problem = error instanceof Refusal ? error.problem : undefined;
  return new Map(
    problem?.errors?.map(({ pointer, detail, advice }) => [
      pointer.replace(/^#\//, ""),
      advice === undefined ? detail : `${detail} ${advice}`,
    ]),
  );
}

/** Spread into any Mantine input: its name, and what the server found wrong with it. */
export function useField(name: string): { name: string; error?: string } {
  const error = useContext(FormFaults).get(name);
  return error === undefined ? { name } : { name, error };
}

/**
 * A form whose faults stand at their fields. After a refusal the focus goes to the first field at fault; what belongs
 * to no field is said above the form. Nothing that was typed is lost.
 */
export function Form({
  error,
  language,
  onSubmit,
  children,
}: {
  error: unknown;
  language: Language;
  onSubmit: () => void;
  children: ReactNode;
}) {
  const form = useRef<HTMLFormElement>(null);
  const faults = faultsOf(error);
  useEffect(() => {
    if (!error) return;
    const atFault = form.current?.querySelector<HTMLElement>("[aria-invalid=true]");
    (atFault ?? form.current?.querySelector<HTMLElement>(".form-summary"))?.focus();
  }, [error]);
  return (
    <form
      ref={form}
      noValidate
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <div
        className="form-summary"
        role="alert"
        {...(error ? { tabIndex: -1, "aria-label": words.refused[language] } : {})}
      >
        {error ? <Refused error={error} language={language} /> : null}
      </div>
      <FormFaults value={faults}>{children}</FormFaults>
    </form>
  );
}
