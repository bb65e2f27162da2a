import { informationNames } from "@mehrwert/study";
import type { exampleApi } from "./example-api.ts";

/** What makes a study of the value-driver instrument ready to open on the day of the example API. */
export const readyChanges = {
  informationSheet: Object.fromEntries(
    informationNames.map((name) => [name, { de: "Text", en: "Text" }]),
  ),
  retentionDate: "2027-12-31",
  waves: [{ until: "2027-01-31" }, { from: "2027-05-01", until: "2027-05-31" }],
};

/** Sends JSON as the console does, and gives status and what came back. */
export function consoleRequests({ app }: Pick<ReturnType<typeof exampleApi>, "app">) {
  return async (method: string, path: string, body?: unknown) => {
    const reply = await app.request(path, {
      method,
      headers: { "accept-language": "en", "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await reply.text();
    const isJson = reply.headers.get("content-type")?.includes("json");
    return { status: reply.status, body: isJson ? JSON.parse(text) : text };
  };
}
