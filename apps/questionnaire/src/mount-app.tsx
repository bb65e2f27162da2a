import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import type { AppStart } from "./app-start.ts";

/** Puts the participant's app in the place of the server's first page. */
export function mountApp(root: HTMLElement, start: AppStart): void {
  createRoot(root).render(<App {...start} />);
}
