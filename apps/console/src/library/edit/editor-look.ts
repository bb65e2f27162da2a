import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

/** The editor in the colours of the page, light and dark alike. */
export const editorLook = [
  EditorView.theme({
    "&": {
      height: "100%",
      border: "1px solid var(--mw-line-strong)",
      backgroundColor: "var(--mw-surface)",
      color: "var(--mw-ink)",
      fontSize: "var(--mw-text-s)",
    },
    "&.cm-focused": { outline: "3px solid var(--mw-focus)", outlineOffset: "1px" },
    ".cm-content": { caretColor: "var(--mw-ink)" },
    ".cm-cursor": { borderLeftColor: "var(--mw-ink)" },
    ".cm-gutters": {
      backgroundColor: "var(--mw-sunken)",
      color: "var(--mw-ink-soft)",
      borderRight: "1px solid var(--mw-line)",
    },
    ".cm-activeLine": { backgroundColor: "transparent" },
    ".cm-activeLineGutter": { backgroundColor: "var(--mw-accent-soft)", color: "var(--mw-ink)" },
    "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground":
      { backgroundColor: "var(--mw-accent-soft)" },
    ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": {
      backgroundColor: "var(--mw-accent-soft)",
      outline: "1px solid var(--mw-line-strong)",
    },
    ".cm-searchMatch": {
      backgroundColor: "var(--mw-caution-soft)",
      outline: "1px solid var(--mw-caution-line)",
    },
    ".cm-panels, .cm-tooltip": {
      backgroundColor: "var(--mw-sunken)",
      color: "var(--mw-ink)",
      border: "1px solid var(--mw-line-strong)",
    },
    ".cm-tooltip": { maxWidth: "30rem" },
    ".cm-schema-hover, .cm-completionInfo": {
      padding: "0.5rem",
      fontFamily: "var(--mw-font-text)",
      whiteSpace: "normal",
    },
    ".cm-tooltip-autocomplete ul li[aria-selected]": {
      backgroundColor: "var(--mw-accent)",
      color: "var(--mw-on-accent)",
    },
    ".cm-diagnostic": { fontFamily: "var(--mw-font-text)" },
    ".cm-button": {
      backgroundImage: "none",
      backgroundColor: "var(--mw-surface)",
      color: "var(--mw-ink)",
    },
    ".cm-textfield": { backgroundColor: "var(--mw-surface)", color: "var(--mw-ink)" },
    ".cm-foldPlaceholder": {
      backgroundColor: "var(--mw-sunken)",
      borderColor: "var(--mw-line-strong)",
      color: "var(--mw-ink)",
    },
  }),
  syntaxHighlighting(
    HighlightStyle.define([
      { tag: tags.propertyName, color: "var(--mw-accent-strong)", fontWeight: "600" },
      { tag: tags.string, color: "var(--mw-ink)" },
      { tag: [tags.number, tags.bool, tags.null], color: "var(--mw-figure-second)" },
    ]),
  ),
];
