import { createRoot } from "react-dom/client";
import { App, studySlug } from "./app.tsx";
import { tabStorage } from "./tab-storage.ts";
import "./questionnaire.css";
import "./ranking.css";

const root = document.getElementById("root");
if (root) {
  const slug = studySlug(location.pathname);
  createRoot(root).render(<App slug={slug} storage={tabStorage(window)} />);
}
