import { lazy, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { App, studySlug } from "./app.tsx";
import { tabStorage } from "./tab-storage.ts";
import "./views/views.css";
import "./survey/survey.css";
import "./questions/questions.css";
import "./questions/likert.css";
import "./questions/ranking.css";

const PreviewApp = lazy(() => import("./preview/preview-app.tsx"));

const root = document.getElementById("root");
if (root) {
  const [, place, slug = "", version = ""] = location.pathname.split("/");
  createRoot(root).render(
    place === "preview" ? (
      <Suspense>
        <PreviewApp slug={slug} version={version} />
      </Suspense>
    ) : (
      <App slug={studySlug(location.pathname)} storage={tabStorage(window)} />
    ),
  );
}
