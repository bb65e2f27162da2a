import { autocompletion, closeBrackets, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { json, jsonLanguage } from "@codemirror/lang-json";
import { bracketMatching, foldGutter, foldKeymap, indentOnInput } from "@codemirror/language";
import { type Diagnostic, lintGutter, nextDiagnostic, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import type { Issue, Language } from "@mehrwert/study";
import { useEffect, useRef } from "react";
import { editorLook } from "./editor-look.ts";
import { editorPhrases } from "./editor-phrases.ts";
import { stretchAt } from "./json-places.ts";
import type { JsonSchema } from "./json-schema.ts";
import { schemaCompletion, schemaHover } from "./schema-completion.ts";

/** A place to bring the reader to; a new object goes there again. */
export type Jump = { path: string };

const name = {
  de: "Text des Fragebogens (JSON)",
  en: "Text of the instrument (JSON)",
} as const;

const keys = [
  ...completionKeymap,
  ...searchKeymap,
  ...historyKeymap,
  ...foldKeymap,
  { key: "F8", run: nextDiagnostic },
  ...defaultKeymap,
  indentWithTab,
];

function extensions(schema: JsonSchema, onText: (text: string) => void) {
  return [
    lineNumbers(),
    foldGutter(),
    lintGutter(),
    highlightActiveLineGutter(),
    history(),
    drawSelection(),
    EditorState.tabSize.of(2),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    highlightSelectionMatches(),
    search({ top: true }),
    json(),
    autocompletion({ override: [schemaCompletion(schema)] }),
    schemaHover(schema),
    EditorView.lineWrapping,
    editorLook,
    keymap.of(keys),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) onText(update.state.doc.toString());
    }),
  ];
}

/** Where each issue is, to be marked in the margin and the text. */
function diagnosticsOf(issues: readonly Issue[], text: string, language: Language): Diagnostic[] {
  const tree = jsonLanguage.parser.parse(text);
  return issues
    .map(({ path, severity, message, advice }) => ({
      ...stretchAt(tree, text, path),
      severity,
      message: `${message[language]} ${advice[language]}`,
    }))
    .sort((a, b) => a.from - b.from);
}

/**
 * The text of an instrument with completion from its JSON Schema, and its issues at their places. Tab indents; Escape
 * and then Tab leaves (CodeMirror's own rule), which `hintId` has to say.
 */
export function CodeEditor({
  text,
  onText,
  issues,
  schema,
  jump,
  language,
  hintId,
}: {
  text: string;
  onText: (text: string) => void;
  issues: readonly Issue[];
  schema: JsonSchema;
  jump: Jump | undefined;
  language: Language;
  hintId: string;
}) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const told = useRef(onText);
  told.current = onText;
  const first = useRef(text);
  const words = useRef(new Compartment());
  useEffect(() => {
    if (!host.current) return;
    const editor = new EditorView({
      parent: host.current,
      doc: first.current,
      extensions: [extensions(schema, (next) => told.current(next)), words.current.of([])],
    });
    // Focusable without a name otherwise; the text inside takes the focus.
    editor.scrollDOM.removeAttribute("tabindex");
    view.current = editor;
    return () => editor.destroy();
  }, [schema]);
  useEffect(() => {
    const spoken = [
      EditorState.phrases.of(editorPhrases(language)),
      EditorView.contentAttributes.of({
        "aria-label": name[language],
        "aria-describedby": hintId,
        spellcheck: "false",
        tabindex: "0",
        lang: "",
      }),
    ];
    view.current?.dispatch({ effects: words.current.reconfigure(spoken) });
  }, [language, hintId]);
  useEffect(() => replaceText(view.current, text), [text]);
  useEffect(() => {
    const editor = view.current;
    if (!editor) return;
    const found = diagnosticsOf(issues, editor.state.doc.toString(), language);
    editor.dispatch(setDiagnostics(editor.state, found));
  }, [issues, language]);
  useEffect(() => {
    if (jump) goTo(view.current, jump.path);
  }, [jump]);
  return <div className="code-editor" ref={host} />;
}

/** Takes over a text that was not typed here; what was typed is there already. */
function replaceText(editor: EditorView | undefined, text: string): void {
  if (!editor || editor.state.doc.toString() === text) return;
  editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
}

function goTo(editor: EditorView | undefined, path: string): void {
  if (!editor) return;
  const text = editor.state.doc.toString();
  const { from, to } = stretchAt(jsonLanguage.parser.parse(text), text, path);
  editor.dispatch({
    selection: { anchor: from, head: to },
    effects: EditorView.scrollIntoView(from, { y: "center" }),
  });
  editor.focus();
}
