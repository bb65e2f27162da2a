import type { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiDescription } from "../api-description.ts";
import type { AppEnv } from "../app-env.ts";
import { docsPage } from "../pages/docs-page.ts";

function description(app: OpenAPIHono<AppEnv>, softwareVersion: string): ApiDescription {
  return app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Mehrwert",
      version: softwareVersion,
      description: "Studies of communities of practice: questionnaire in, ranking table out.",
      license: { name: "MIT" },
    },
    servers: [{ url: "/" }],
  });
}

/** Adds `GET /api/openapi.json` and the readable `GET /api/docs` for the routes of `app`; call it last. */
export function addApiDescription(app: OpenAPIHono<AppEnv>, softwareVersion: string): void {
  let known: ApiDescription | undefined;
  const described = () => {
    known ??= description(app, softwareVersion);
    return known;
  };
  app.get("/api/openapi.json", (c) => c.json(described()));
  app.get("/api/docs", (c) => {
    c.header("vary", "accept-language");
    return c.html(docsPage(described(), c.get("language")));
  });
}
