import { randomUUID } from "node:crypto";
import { Conflict, Invalid, type Submission } from "@mehrwert/study";
import { and, asc, eq } from "drizzle-orm";
import type postgres from "postgres";
import { type Database, query } from "./database.ts";
import { givenResponse } from "./given-response.ts";
import { type CodeOfBytes, codeHash, codeSecret, derivedCode } from "./participation-code.ts";
import { findStudy } from "./study.ts";
import { insertIfTaken, type Saved } from "./survey-response-saving.ts";
import { panelistTable, panelResponseTable } from "./tables.ts";

/** A member of a confidential study's panel: the pseudonym of the answers, the code, and to whom it was sent. */
export type Panelist = { participant: string; code: string; recipient?: string };

/**
 * Makes members of a panel, one for each recipient.
 *
 * @throws NotFound if there is no such study
 * @throws Invalid if the study is not confidential
 */
export async function addPanelists(
  database: Database,
  {
    study,
    recipients,
    codeOf,
  }: { study: string; recipients: readonly (string | undefined)[]; codeOf: CodeOfBytes },
): Promise<Panelist[]> {
  const { mode } = await findStudy(database, study);
  return query("making a panel", async () => {
    const secret = await codeSecret(database, study);
    if (mode !== "confidential" || secret === undefined) throw notConfidential();
    const made = recipients.map((recipient) => {
      const participant = randomUUID();
      return { participant, recipient, code: derivedCode(secret, participant, codeOf) };
    });
    if (made.length > 0)
      await database.insert(panelistTable).values(
        made.map(({ participant, recipient, code }) => ({
          study,
          mode,
          participant,
          codeHash: codeHash(code),
          recipient: recipient ?? null,
        })),
      );
    return made.map(({ participant, code, recipient }) => ({
      participant,
      code,
      ...(recipient === undefined ? {} : { recipient }),
    }));
  });
}

function notConfidential(): Invalid {
  return new Invalid("only confidential studies have a panel", [
    {
      path: "#/mode",
      severity: "error",
      message: {
        de: "Nur vertrauliche Studien haben ein Panel.",
        en: "Only confidential studies have a panel.",
      },
      advice: {
        de: "Legen Sie eine Studie mit dem Modus „confidential“ an.",
        en: "Set up a study with the mode “confidential”.",
      },
    },
  ]);
}

/** The pseudonym behind a code; undefined if there is no such code. */
export async function panelistWith(
  database: Database,
  { study, code }: { study: string; code: string },
): Promise<string | undefined> {
  const { study: ofStudy, codeHash: hash, participant } = panelistTable;
  const [row] = await query("looking for a panelist", () =>
    database
      .select({ participant })
      .from(panelistTable)
      .where(and(eq(ofStudy, study), eq(hash, codeHash(code)))),
  );
  return row?.participant;
}

/**
 * Keeps a panelist's response of a wave, once, together with whose it is.
 *
 * @returns undefined if it was not taken: what stands in its way says saving it the ordinary way
 * @throws Conflict if the panelist has answered in this wave before
 */
export async function savePanelResponse(
  pool: postgres.Sql,
  { study, participant }: { study: string; participant: string },
  submission: Submission,
): Promise<Saved | undefined> {
  return query("storing a panelist's response", () =>
    pool.begin(async (transaction) => {
      const stored = await insertIfTaken(transaction, [givenResponse(study, submission)]);
      if (stored.size === 0) return undefined;
      const [noted] = await transaction`
        insert into panel_response (study, mode, participant, wave, response)
        select study, mode, ${participant}, ${submission.wave}, ${submission.id}
        from panelist where study = ${study} and participant = ${participant}
        on conflict do nothing returning response`;
      if (noted === undefined) throw new Conflict("This panelist has answered in this wave.");
      return "stored" as const;
    }),
  );
}

/** Whose response is whose, in a confidential study: the pseudonym by the response's id. Empty for all others. */
export async function panelParticipants(
  database: Database,
  study: string,
): Promise<ReadonlyMap<string, string>> {
  const { response, participant, study: ofStudy } = panelResponseTable;
  const rows = await query("reading a panel", () =>
    database
      .select({ response, participant })
      .from(panelResponseTable)
      .where(eq(ofStudy, study))
      .orderBy(asc(response)),
  );
  return new Map(rows.map((row) => [row.response, row.participant]));
}
