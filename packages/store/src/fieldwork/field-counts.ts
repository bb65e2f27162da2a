import { exactVisits, type ProgressFigures } from "@mehrwert/study";
import { and, asc, eq } from "drizzle-orm";
import type postgres from "postgres";
import { type Database, query } from "../database.ts";
import { progressTable, visitCountTable } from "../fieldwork-tables.ts";
import { invitingRefused } from "../inviting-refused.ts";
import type { ParticipationLedger } from "../participation-ledger.ts";
import { invitationTable } from "../tables.ts";

type UnitCounts = ProgressFigures["units"][number];

/**
 * How far a wave is, exactly: nobody sees these before they are coarsened. `begun`: of those invited on paper or by mail;
 * in panels who has answered.
 */
export type FieldCounts = ProgressFigures & { printed: number; invitedByMail: number };

/** Counts of a wave from what is stored. `mode` tells where to look for who was asked. */
export async function fieldCounts(
  {
    database,
    pool,
    ledger,
  }: { database: Database; pool: postgres.Sql; ledger: ParticipationLedger | undefined },
  { study, wave, mode }: { study: string; wave: number; mode: string },
): Promise<FieldCounts> {
  return query("counting for progress", async () => {
    const pages = await pool<{ page: string | null; responses: number }[]>`
      select last_page as page, count(*)::integer as responses from survey_response
      where study = ${study} and wave = ${wave} group by last_page order by last_page`;
    const asked =
      mode === "confidential"
        ? await panelCounts(pool, study, wave)
        : await codeCounts(database, ledger, study, wave);
    const partial = pages.flatMap(({ page, responses }) =>
      page === null ? [] : [{ page, partial: responses }],
    );
    const visits = exactVisits(await visitCounts(database, study, wave));
    return {
      ...asked,
      ...(visits && { visits }),
      complete: pages.find(({ page }) => page === null)?.responses ?? 0,
      partial: partial.reduce((sum, one) => sum + one.partial, 0),
      lastPages: partial,
    };
  });
}

async function visitCounts(database: Database, study: string, wave: number) {
  const { device, minutes, responses } = visitCountTable;
  return database
    .select({ device, minutes, responses })
    .from(visitCountTable)
    .where(and(eq(visitCountTable.study, study), eq(visitCountTable.wave, wave)));
}

type AskedCounts = Pick<FieldCounts, "printed" | "invitedByMail" | "begun" | "units">;

async function panelCounts(pool: postgres.Sql, study: string, wave: number): Promise<AskedCounts> {
  const units = await pool<UnitCounts[]>`
    select coalesce(unit, '') as unit, count(*)::integer as invited,
           count(answered.response)::integer as begun
    from panelist left join panel_response as answered
      on answered.study = panelist.study and answered.participant = panelist.participant
         and answered.wave = ${wave}
    where panelist.study = ${study} and invited_wave = ${wave} group by 1 order by 1`;
  const sum = (of: "invited" | "begun") => units.reduce((total, one) => total + one[of], 0);
  return { printed: 0, invitedByMail: sum("invited"), begun: sum("begun"), units: [...units] };
}

async function codeCounts(
  database: Database,
  ledger: ParticipationLedger | undefined,
  study: string,
  wave: number,
): Promise<AskedCounts> {
  const rows = await database
    .select({
      slot: invitationTable.slot,
      recipient: invitationTable.recipient,
      unit: invitationTable.unit,
      wave: invitationTable.wave,
    })
    .from(invitationTable)
    .where(eq(invitationTable.study, study));
  if (rows.length > 0 && ledger === undefined) throw invitingRefused("noLedger");
  const marked = rows.length === 0 ? new Set() : await ledger?.begun(study, rows.length);
  const units = new Map<string, UnitCounts>();
  const ofWave = rows.filter((row) => row.wave === wave);
  for (const { slot, unit } of ofWave) {
    const name = unit ?? "";
    const counts = units.get(name) ?? { unit: name, invited: 0, begun: 0 };
    counts.invited += 1;
    counts.begun += marked?.has(slot) ? 1 : 0;
    units.set(name, counts);
  }
  const all = [...units.values()].sort((one, other) => (one.unit < other.unit ? -1 : 1));
  return {
    printed: ofWave.filter(({ recipient }) => recipient === null).length,
    invitedByMail: ofWave.filter(({ recipient }) => recipient !== null).length,
    begun: all.reduce((sum, { begun }) => sum + begun, 0),
    units: all,
  };
}

/** Figures of a wave as they were shown from a day on. */
export type ShownProgress = { day: string; figures: ProgressFigures };

/** What was shown of a wave so far, by day. */
export async function shownProgress(
  queries: Pick<Database, "select">,
  study: string,
  wave: number,
): Promise<ShownProgress[]> {
  const { day, figures } = progressTable;
  return query("reading shown progress", () =>
    queries
      .select({ day, figures })
      .from(progressTable)
      .where(and(eq(progressTable.study, study), eq(progressTable.wave, wave)))
      .orderBy(asc(day)),
  );
}

/** Keeps what is shown from this day on; whoever comes second on a day changes nothing. */
export async function keepShownProgress(
  database: Database,
  { study, wave }: { study: string; wave: number },
  shown: ShownProgress,
): Promise<void> {
  await query("keeping shown progress", () =>
    database
      .insert(progressTable)
      .values({ study, wave, ...shown })
      .onConflictDoNothing(),
  );
}
