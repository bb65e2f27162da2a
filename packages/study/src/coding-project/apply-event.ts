import type { CodingEvent } from "../coding-event/schema.ts";
import {
  addCode,
  changeCode,
  mergeCodes,
  moveCode,
  nameVersion,
  removeCode,
  splitCode,
} from "./apply-code.ts";
import { addCoding, changeCoding, removeCoding } from "./apply-coding.ts";
import {
  addDocument,
  changeCase,
  correctDocument,
  removeCase,
  removeDocument,
  setVariable,
} from "./apply-document.ts";
import { addSuggestion } from "./apply-suggestion.ts";
import { type Draft, type Refusal, stampOf } from "./draft.ts";

/** Applies one event that counts; what has no effect is refused with the reason and changes nothing. */
export function applyEvent(draft: Draft, event: CodingEvent): Refusal {
  const { change } = event;
  switch (change.kind) {
    case "document-added":
      return addDocument(draft, change, event);
    case "document-corrected":
      return correctDocument(draft, change, event);
    case "document-removed":
      return removeDocument(draft, change);
    case "document-variable-set":
      return setVariable(draft, change);
    case "case-changed":
      return changeCase(draft, change);
    case "case-removed":
      return removeCase(draft, change);
    case "code-added":
      return addCode(draft, change, event);
    case "code-changed":
      return changeCode(draft, change, event);
    case "code-moved":
      return moveCode(draft, change, event);
    case "codes-merged":
      return mergeCodes(draft, change, event);
    case "code-split":
      return splitCode(draft, change, event);
    case "code-removed":
      return removeCode(draft, change, event);
    case "codebook-versioned":
      return nameVersion(draft, change, event);
    case "coding-added":
      return addCoding(draft, change, event);
    case "coding-changed":
      return changeCoding(draft, change);
    case "coding-removed":
      return removeCoding(draft, change);
    case "suggestion-added":
      return addSuggestion(draft, change, event);
    case "suggestion-rejected":
      draft.rejected.set(change.suggestion, stampOf(event));
      return undefined;
    default:
      return applyNote(draft, event);
  }
}

/** Memos and records; undo and recovery have had their effect before. */
function applyNote(draft: Draft, event: CodingEvent): Refusal {
  const { change, person, at } = event;
  switch (change.kind) {
    case "memo-written":
      draft.memos.set(change.memo, {
        ...{ id: change.memo, about: change.about, text: change.text },
        ...{ person, at },
      });
      return undefined;
    case "memo-removed":
      return draft.memos.delete(change.memo) ? undefined : "unknown-memo";
    case "record-written":
      if (change.text === "") draft.records.delete(change.item);
      else draft.records.set(change.item, { text: change.text, ...stampOf(event) });
      return undefined;
    default:
      return undefined;
  }
}
