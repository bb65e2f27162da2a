import { type Language, localizedTextSchema } from "@mehrwert/study";
import { html } from "hono/html";
import type { ApiDescription } from "../api-description.ts";
import { page } from "./page.ts";

type PathItem = NonNullable<ApiDescription["paths"]>[string];
type Operation = NonNullable<PathItem["get"]>;

const words = {
  title: { de: "Schnittstelle", en: "Interface" },
  intro: {
    de: "Alles, was die Fragebogen- und die Ergebnisseite mit dem Server austauschen. Dieselbe Beschreibung für Programme: ",
    en: "Everything the questionnaire and the results page exchange with the server. The same description for programs: ",
  },
  problems: {
    de: "Jede Ablehnung ist ein „problem“ nach RFC 9457 mit „type“, „title“, „status“ und „detail“. Mit „?lang=de“ oder „?lang=en“ wählen Sie die Sprache.",
    en: "Every refusal is a “problem” as in RFC 9457 with “type”, “title”, “status” and “detail”. “?lang=de” or “?lang=en” chooses the language.",
  },
  body: { de: "Gesendet wird JSON:", en: "To be sent as JSON:" },
  replies: { de: "Antworten des Servers", en: "Replies" },
};

/** The name of the first schema something refers to, as code; nothing for a schema without a name. */
function schemaName(content: object) {
  const name = /"#\/components\/schemas\/(\w+)"/.exec(JSON.stringify(content))?.[1];
  return name === undefined ? html`` : html` <code>${name}</code>`;
}

function localized(text: unknown, language: Language): string {
  return localizedTextSchema.safeParse(text).data?.[language] ?? "";
}

function bodySection({ requestBody }: Operation, language: Language) {
  if (requestBody === undefined) return html``;
  return html`<p>${words.body[language]}${schemaName(requestBody)}</p>`;
}

function operationSection({
  method,
  path,
  operation,
  language,
}: {
  method: string;
  path: string;
  operation: Operation;
  language: Language;
}) {
  const replies = Object.entries(operation.responses ?? {}).map(
    ([status, reply]) =>
      html`<dt>${status}</dt><dd>${localized(reply["x-description"], language)}${schemaName(reply)}</dd>`,
  );
  return html`<section>
<h2><code>${method.toUpperCase()} ${path}</code></h2>
<p>${localized(operation["x-summary"], language)}</p>
${bodySection(operation, language)}
<h3>${words.replies[language]}</h3>
<dl>${replies}</dl>
</section>`;
}

/** The API's description as a page for people; everything on it comes from the OpenAPI document. */
export function docsPage(description: ApiDescription, language: Language): ReturnType<typeof html> {
  const sections = Object.entries(description.paths ?? {}).flatMap(([path, item]) =>
    (["get", "post", "put", "patch", "delete"] as const).flatMap((method) => {
      const operation = item[method];
      return operation === undefined
        ? []
        : [operationSection({ method, path, operation, language })];
    }),
  );
  const content = html`<p>${words.intro[language]}<a href="/api/openapi.json">/api/openapi.json</a>.</p>
<p>${words.problems[language]}</p>
${sections}`;
  return page({ language, title: `${words.title[language]} ${description.info.version}`, content });
}
