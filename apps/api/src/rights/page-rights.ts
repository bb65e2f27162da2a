import type { Right } from "./right.ts";

/**
 * The rights of what is no described route: pages for people and files of the web apps. Everybody may load them; whatever
 * they show of a study they ask described routes for. What is neither described nor listed here does not exist for anybody.
 */
export const pageRights: Readonly<Record<string, Right>> = {
  "GET /": "public",
  "GET /console": "public",
  "GET /console/*": "public",
  "GET /questionnaire/*": "public",
  "GET /s/:study": "public",
  "GET /s/:study/": "public",
  "GET /s/:study/withdraw": "public",
  "GET /privacy": "public",
  "GET /accessibility": "public",
  "GET /accessibility/feedback": "public",
  "POST /accessibility/feedback": "public",
  "GET /accessibility/feedback/thanks": "public",
  "GET /preview/:slug/:version": "public",
  "GET /pilot/:study": "public",
  "GET /problems/:kind": "public",
  "GET /api/openapi.json": "public",
  "GET /api/docs": "public",
};
