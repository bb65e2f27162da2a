import { hash } from "node:crypto";
import { canonicalJson, type Submission, type SurveyResponse, type Visit } from "@mehrwert/study";
import { and, eq } from "drizzle-orm";
import type { Database } from "./database.ts";
import { surveyResponseTable } from "./tables.ts";

/** A response on its way into the table. */
export type GivenResponse = {
  study: string;
  /** What is kept: receipt and admission are no part of what was answered. */
  response: SurveyResponse;
  receiptHash: string | undefined;
  /** What is counted when the response is stored, and no part of it: a repeated one may have taken longer. */
  visit: Visit | undefined;
  /** The response as JSON; made once, because it is needed twice. */
  json: string;
  /** SHA-256 of `json`: equal only for the same response, and unequal for the same one in another order of keys. */
  bodyHash: string;
};

/** PostgreSQL returns a UUID in lower case, however it was sent; so it is kept in lower case. */
export function givenResponse(study: string, submission: Submission): GivenResponse {
  const { receiptHash, visit, credential: _, participationCode: __, ...rest } = submission;
  const response = { ...rest, id: rest.id.toLowerCase() };
  const json = JSON.stringify(response);
  return { study, response, receiptHash, visit, json, bodyHash: hash("sha256", json) };
}

/**
 * Whether what is stored under this study and id is this response. Its fingerprint nearly always says so; else, after
 * another order of keys, what is stored is read and compared.
 */
export async function isStoredAs(
  queries: Pick<Database, "select">,
  { study, response, bodyHash }: GivenResponse,
  stored: { hash: string },
): Promise<boolean> {
  if (stored.hash === bodyHash) return true;
  const table = surveyResponseTable;
  const [row] = await queries
    .select()
    .from(table)
    .where(and(eq(table.study, study), eq(table.id, response.id)));
  return row !== undefined && canonicalJson(responseOf(row)) === canonicalJson(response);
}

/** A row as the response it stands for: what is not there has no key. */
export function responseOf({
  study: _,
  mode: __,
  bodyHash: ___,
  receiptHash: ____,
  lastPage,
  consentHash,
  ...response
}: typeof surveyResponseTable.$inferSelect): SurveyResponse {
  return {
    ...response,
    ...(lastPage === null ? {} : { lastPage }),
    ...(consentHash === null ? {} : { consentHash }),
  };
}
