import { createRoot } from "react-dom/client";
import PreviewApp from "./preview-app.tsx";

/** Puts the preview of an instrument into the page. */
export function mountPreview(root: HTMLElement, place: { slug: string; version: string }): void {
  createRoot(root).render(<PreviewApp {...place} />);
}
