import type { Language } from "@mehrwert/study";
import { Component, type ReactNode } from "react";
import { Message } from "../views/message.tsx";
import { filled } from "../words.ts";
import { previewWords } from "./preview-words.ts";

/** A draft may hold what no check has seen yet; where it breaks the page, this says what is wrong with it. */
export class PreviewBoundary extends Component<
  { language: Language; children: ReactNode },
  { problem?: string }
> {
  override state: { problem?: string } = {};

  static getDerivedStateFromError(error: unknown) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }

  override render() {
    const { language, children } = this.props;
    const { problem } = this.state;
    if (problem === undefined) return children;
    return (
      <Message
        title={previewWords.brokenTitle[language]}
        text={filled(previewWords.brokenText[language], problem)}
      />
    );
  }
}
