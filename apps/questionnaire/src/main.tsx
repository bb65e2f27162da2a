import { createRoot } from "react-dom/client";
import { App, studySlug } from "./app.tsx";
import { tabStorage } from "./tab-storage.ts";
import "./views/views.css";
import "./survey/survey.css";
import "./questions/questions.css";
import "./questions/likert.css";
import "./questions/ranking.css";

const root = document.getElementById("root");
if (root) {
  const slug = studySlug(location.pathname);
  createRoot(root).render(<App slug={slug} storage={tabStorage(window)} />);
}
