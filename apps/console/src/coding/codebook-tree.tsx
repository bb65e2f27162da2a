import { type Code, type Codebook, childCodes, type Language } from "@mehrwert/study";
import { type RefObject, useState } from "react";
import { type CodeLook, isFound } from "./code-looks.ts";
import { CodeSample } from "./code-mark.tsx";

const words = {
  title: { de: "Codebuch", en: "Codebook" },
  search: { de: "Code suchen", en: "Find a code" },
  hint: {
    de: "Eingabe kodiert mit dem ersten Treffer.",
    en: "Enter codes with the first one found.",
  },
  none: { de: "Kein Code heißt so.", en: "No code is called so." },
  about: { de: "Regel", en: "Rule" },
  times: { de: "mal vergeben", en: "times given" },
  key: { de: "Taste", en: "key" },
} as const;

/** The codes as a tree: each is a button that codes the selected passage; its rule folds out. */
export function CodebookTree({
  codebook,
  looks,
  counts,
  language,
  searchField,
  onCode,
  onLeave,
}: {
  codebook: Codebook;
  looks: ReadonlyMap<string, CodeLook>;
  /** How often each code was given, on the layer being coded. */
  counts: ReadonlyMap<string, number>;
  language: Language;
  searchField: RefObject<HTMLInputElement | null>;
  onCode: (code: string) => void;
  /** Back to the text. */
  onLeave: () => void;
}) {
  const [search, setSearch] = useState("");
  const found = codebook.codes.filter((code) => code.isHeading !== true && isFound(code, search));
  const code = (id: string) => {
    setSearch("");
    onCode(id);
  };
  const shown = { looks, counts, language, onCode: code };
  return (
    <section aria-labelledby="codebook-title" className="coding-codebook">
      <h2 id="codebook-title">{words.title[language]}</h2>
      <div className="search">
        <label htmlFor="code-search">{words.search[language]}</label>
        <input
          ref={searchField}
          id="code-search"
          type="search"
          className="field"
          autoComplete="off"
          aria-describedby="code-search-hint"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={(event) => {
            const [first] = found;
            if (event.key === "Enter" && first !== undefined) code(first.id);
            if (event.key === "Escape") {
              setSearch("");
              onLeave();
            }
          }}
        />
        <p id="code-search-hint" className="note">
          {words.hint[language]}
        </p>
      </div>
      {search === "" ? (
        <Branch {...shown} codebook={codebook} parent={undefined} />
      ) : (
        <ul className="coding-tree">
          {found.map((each) => (
            <li key={each.id}>
              <CodeRow {...shown} code={each} />
            </li>
          ))}
        </ul>
      )}
      <p role="status" className="note">
        {search !== "" && found.length === 0 ? words.none[language] : null}
      </p>
    </section>
  );
}

type Shown = {
  looks: ReadonlyMap<string, CodeLook>;
  counts: ReadonlyMap<string, number>;
  language: Language;
  onCode: (code: string) => void;
};

function Branch({
  codebook,
  parent,
  ...shown
}: Shown & { codebook: Codebook; parent: string | undefined }) {
  const codes = childCodes(codebook, parent);
  if (codes.length === 0) return null;
  return (
    <ul className="coding-tree">
      {codes.map((code) => (
        <li key={code.id}>
          <CodeRow {...shown} code={code} />
          <Branch {...shown} codebook={codebook} parent={code.id} />
        </li>
      ))}
    </ul>
  );
}

function CodeRow({ code, looks, counts, language, onCode }: Shown & { code: Code }) {
  const { id, label, isHeading, definition, codingRule, delimitation, anchorExample } = code;
  const [isOpen, setIsOpen] = useState(false);
  const look = looks.get(id);
  const count = counts.get(id) ?? 0;
  const rules = [definition, codingRule, delimitation, anchorExample].flatMap((text) =>
    text === undefined ? [] : [text[language]],
  );
  if (isHeading === true) return <p className="coding-heading">{label[language]}</p>;
  return (
    <div className="coding-code">
      <button type="button" className="coding-give" onClick={() => onCode(id)}>
        <CodeSample look={look} />
        <span>
          {label[language]} <small>{id}</small>
        </span>
        {look?.key === undefined ? null : (
          <kbd>
            <span className="coding-spoken">{`${words.key[language]} `}</span>
            {look.key}
          </kbd>
        )}
        {count === 0 ? null : (
          <span className="coding-count">
            {count}
            <span className="coding-spoken">{` ${words.times[language]}`}</span>
          </span>
        )}
      </button>
      {rules.length === 0 ? null : (
        <button
          type="button"
          className="coding-rule"
          aria-expanded={isOpen}
          aria-label={`${words.about[language]}: ${label[language]}`}
          onClick={() => setIsOpen(!isOpen)}
        >
          {words.about[language]}
        </button>
      )}
      {isOpen ? (
        <div className="coding-rules">
          {rules.map((rule) => (
            <p key={rule} className="note">
              {rule}
            </p>
          ))}
        </div>
      ) : null}
    </div>
  );
}
