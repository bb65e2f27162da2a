import { Refusal } from "../problems/refusal.ts";
import { readWebApp, type WebApp } from "./web-app.ts";

/** Reads a web app on first use and keeps it; an app that is not built yet is looked for again next time. */
export function webAppLoader(folder: string): () => Promise<WebApp> {
  let loading: Promise<WebApp | undefined> | undefined;
  return async () => {
    loading ??= readWebApp(folder);
    const app = await loading;
    if (app !== undefined) return app;
    loading = undefined;
    throw new Refusal("unavailable");
  };
}
