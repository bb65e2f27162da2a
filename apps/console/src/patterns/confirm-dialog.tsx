import { Modal, TextInput } from "@mantine/core";
import type { Language } from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { type ReactNode, useState } from "react";

const words = {
  cancel: { de: "Abbrechen", en: "Cancel" },
  type: { de: "Tippen Sie zur Bestätigung: {text}", en: "Type to confirm: {text}" },
} as const;

/**
 * Asks back before what cannot be undone. The title is the question, `consequences` say in words what will be the case
 * afterwards, and the button repeats the verb. The way out has the focus at first. `children` is for what went wrong.
 *
 * `typed`: a word to type first, for what destroys other people's work.
 */
export function ConfirmDialog({
  isOpen,
  title,
  consequences,
  confirm,
  isDestructive = false,
  isBusy = false,
  typed,
  language,
  onConfirm,
  onClose,
  children,
}: {
  isOpen: boolean;
  title: string;
  consequences: readonly string[];
  confirm: string;
  isDestructive?: boolean;
  isBusy?: boolean;
  typed?: string;
  language: Language;
  onConfirm: () => void;
  onClose: () => void;
  children?: ReactNode;
}) {
  const [text, setText] = useState("");
  const isHeld = typed !== undefined && text.trim() !== typed;
  const close = () => {
    setText("");
    onClose();
  };
  return (
    <Modal.Root
      opened={isOpen}
      onClose={close}
      centered
      size="lg"
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body>
          {/* Without Modal.Header: its <header> would be a second banner of the page. */}
          <Modal.Title>{title}</Modal.Title>
          <ul>
            {consequences.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
          {typed === undefined ? null : (
            <TextInput
              label={words.type[language].replace("{text}", typed)}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              autoComplete="off"
            />
          )}
          <div role="alert">{children}</div>
          <div className="buttons dialog-buttons">
            <Button data-autofocus onClick={close}>
              {words.cancel[language]}
            </Button>
            <Button
              kind={isDestructive ? "danger" : "primary"}
              isBusy={isBusy || isHeld}
              onClick={onConfirm}
            >
              {confirm}
            </Button>
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
