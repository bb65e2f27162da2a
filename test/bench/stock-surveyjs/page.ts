import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { Model } from "survey-core";
import { Survey } from "survey-react-ui";
import "survey-core/survey-core.fontless.css";

// The questionnaire as SurveyJS shows it out of the box, its definition in the page so that nothing has to be fetched.
const root = document.getElementById("root");
const definition = document.getElementById("definition")?.textContent ?? "{}";
const model = new Model(JSON.parse(definition));
model.locale = "de";
if (root) createRoot(root).render(createElement(Survey, { model }));
