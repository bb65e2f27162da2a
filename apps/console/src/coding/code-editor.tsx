import {
  type Code,
  type Codebook,
  type CodingChange,
  codeSubtree,
  type Language,
} from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { useState } from "react";

const words = {
  title: { de: "Codebuch ändern", en: "Change the codebook" },
  lead: {
    de: "Änderungen am Codebuch gelten für alle Kodierenden und lassen sich rückgängig machen.",
    en: "Changes of the codebook hold for all coders and can be undone.",
  },
  newCode: { de: "Neuer Code, im Material gefunden", en: "New code, found in the material" },
  id: { de: "Kurzname", en: "Short name" },
  label: { de: "Bezeichnung", en: "Label" },
  definition: { de: "Definition", en: "Definition" },
  below: { de: "Gehört zu", en: "Belongs to" },
  top: { de: "oberste Ebene", en: "the top" },
  add: { de: "Anlegen", en: "Add" },
  change: { de: "Vorhandener Code", en: "Existing code" },
  code: { de: "Code", en: "Code" },
  into: { de: "Zusammenlegen mit", en: "Merge into" },
  merge: { de: "Zusammenlegen", en: "Merge" },
  rename: { de: "Umbenennen", en: "Rename" },
  remove: { de: "Löschen", en: "Delete" },
  fault: {
    de: "Der Kurzname fehlt, ist schon vergeben oder enthält anderes als Buchstaben, Ziffern, Punkt und Bindestrich.",
    en: "The short name is missing, taken, or holds other than letters, digits, dots and hyphens.",
  },
} as const;

type Props = {
  codebook: Codebook;
  language: Language;
  onChange: (changes: readonly CodingChange[], said: string) => void;
};

/** Adding inductive codes, renaming, merging and deleting codes. Each is one event; undo takes it back. */
export function CodeEditor(props: Props) {
  const { language } = props;
  return (
    <details className="coding-editor">
      <summary>{words.title[language]}</summary>
      <p className="note">{words.lead[language]}</p>
      <NewCode {...props} />
      <ChangeCode {...props} />
    </details>
  );
}

function NewCode({ codebook, language, onChange }: Props) {
  const [{ id, label, definition, parent }, set] = useState(empty);
  const [isAsked, setIsAsked] = useState(false);
  const isFit =
    /^[A-Za-z0-9À-ÖØ-öø-ÿ][A-Za-z0-9À-ÖØ-öø-ÿ._-]{0,63}$/.test(id) &&
    !codebook.codes.some((code) => code.id === id);
  const add = () => {
    setIsAsked(true);
    if (!isFit) return;
    const both = (text: string) => ({ de: text, en: text });
    const code: Code = {
      ...{ id, label: both(label.trim() || id), origin: "inductive" },
      ...(definition.trim() !== "" && { definition: both(definition.trim()) }),
      ...(parent !== "" && { parent }),
    };
    onChange([{ kind: "code-added", code }], `${words.add[language]}: ${id}`);
    set(empty);
    setIsAsked(false);
  };
  return (
    <fieldset className="coding-fieldset">
      <legend>{words.newCode[language]}</legend>
      <Field
        label={words.id[language]}
        value={id}
        fault={isAsked && !isFit ? words.fault[language] : undefined}
        onValue={(next) => set((before) => ({ ...before, id: next }))}
      />
      <Field
        label={words.label[language]}
        value={label}
        onValue={(next) => set((before) => ({ ...before, label: next }))}
      />
      <Field
        label={words.definition[language]}
        value={definition}
        onValue={(next) => set((before) => ({ ...before, definition: next }))}
      />
      <CodeChoice
        {...{ codebook, language }}
        label={words.below[language]}
        value={parent}
        none={words.top[language]}
        onValue={(next) => set((before) => ({ ...before, parent: next }))}
      />
      <Button onClick={add}>{words.add[language]}</Button>
    </fieldset>
  );
}

const empty = { id: "", label: "", definition: "", parent: "" };

function ChangeCode({ codebook, language, onChange }: Props) {
  const [id, setId] = useState("");
  const [into, setInto] = useState("");
  const [label, setLabel] = useState("");
  const isChosen = codebook.codes.some((code) => code.id === id);
  const does = (change: CodingChange, said: string) => {
    if (isChosen) onChange([change], `${said}: ${id}`);
  };
  const renamed = label.trim();
  return (
    <fieldset className="coding-fieldset">
      <legend>{words.change[language]}</legend>
      <CodeChoice
        {...{ codebook, language }}
        label={words.code[language]}
        value={id}
        none="–"
        onValue={setId}
      />
      <Field label={words.label[language]} value={label} onValue={setLabel} />
      <Button
        isBusy={!isChosen || renamed === ""}
        onClick={() =>
          does(
            { kind: "code-changed", code: id, set: { label: { de: renamed, en: renamed } } },
            words.rename[language],
          )
        }
      >
        {words.rename[language]}
      </Button>
      <CodeChoice
        {...{ codebook, language }}
        label={words.into[language]}
        value={into}
        none="–"
        onValue={setInto}
      />
      <div className="buttons">
        <Button
          isBusy={!isChosen || into === "" || into === id}
          onClick={() => does({ kind: "codes-merged", codes: [id], into }, words.merge[language])}
        >
          {words.merge[language]}
        </Button>
        <Button
          isBusy={!isChosen}
          onClick={() => does({ kind: "code-removed", code: id }, words.remove[language])}
        >
          {words.remove[language]}
        </Button>
      </div>
    </fieldset>
  );
}

function Field({
  label,
  value,
  fault,
  onValue,
}: {
  label: string;
  value: string;
  fault?: string | undefined;
  onValue: (value: string) => void;
}) {
  return (
    <label className="form-row">
      {label}
      <input
        className="field"
        value={value}
        autoComplete="off"
        aria-invalid={fault !== undefined}
        onChange={(event) => onValue(event.target.value)}
      />
      {fault === undefined ? null : (
        <span role="alert" className="field-fault">
          {fault}
        </span>
      )}
    </label>
  );
}

function CodeChoice({
  codebook,
  language,
  label,
  value,
  none,
  onValue,
}: {
  codebook: Codebook;
  language: Language;
  label: string;
  value: string;
  none: string;
  onValue: (value: string) => void;
}) {
  return (
    <label className="form-row">
      {label}
      <select className="field" value={value} onChange={(event) => onValue(event.target.value)}>
        <option value="">{none}</option>
        {codeSubtree(codebook).map((code) => (
          <option key={code.id} value={code.id}>
            {`${code.id} ${code.label[language]}`}
          </option>
        ))}
      </select>
    </label>
  );
}
