import type { Language } from "@mehrwert/study";
import { useId } from "react";
import { slugFault } from "./slug-fault.ts";

const words = {
  label: { de: "Kurzname", en: "Short name" },
  optional: { de: " (freiwillig)", en: " (optional)" },
  hint: {
    de: "Kleinbuchstaben, Ziffern und Bindestriche, zum Beispiel netzwerk-puls. Er steht in Adressen und Dateinamen.",
    en: "Lower-case letters, digits and hyphens, for example network-pulse. It appears in addresses and file names.",
  },
  optionalHint: {
    de: "Ohne Angabe entsteht er aus dem Titel.",
    en: "If empty, it is made of the title.",
  },
} as const;

/** A field for the short name of an instrument; faults are told once somebody tried to go on. */
export function SlugField({
  language,
  slug,
  isAsked,
  onSlug,
  isOptional = false,
}: {
  language: Language;
  slug: string;
  isAsked: boolean;
  onSlug: (slug: string) => void;
  isOptional?: boolean;
}) {
  const id = useId();
  const fault = isAsked && !(isOptional && slug === "") ? slugFault(slug, language) : undefined;
  return (
    <div className="form-row">
      <label htmlFor={id}>
        {words.label[language]}
        {isOptional ? words.optional[language] : null}
      </label>
      <input
        id={id}
        className="field"
        value={slug}
        spellCheck={false}
        autoCapitalize="none"
        autoComplete="off"
        aria-invalid={fault !== undefined}
        aria-describedby={fault === undefined ? `${id}-hint` : `${id}-fault ${id}-hint`}
        onChange={(event) => onSlug(event.target.value)}
      />
      {fault === undefined ? null : (
        <p id={`${id}-fault`} className="field-fault">
          {fault}
        </p>
      )}
      <p id={`${id}-hint`} className="note">
        {words.hint[language]} {isOptional ? words.optionalHint[language] : null}
      </p>
    </div>
  );
}
