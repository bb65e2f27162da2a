import { createRoot } from "react-dom/client";
import PilotApp from "./pilot-app.tsx";

/** Puts the pilot of a study into the page. The key of the link stands behind the `#`, which no browser sends. */
export function mountPilot(root: HTMLElement, slug: string): void {
  const key = location.hash.slice(1);
  createRoot(root).render(<PilotApp slug={slug} pilotKey={key} />);
}
