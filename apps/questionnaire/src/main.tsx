import { createRoot } from "react-dom/client";
import { App, studySlug } from "./app.tsx";
import "./questionnaire.css";
import "./ranking.css";

const root = document.getElementById("root");
if (root) createRoot(root).render(<App slug={studySlug(location.pathname)} />);
