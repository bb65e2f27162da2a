import { draftSecrets, openDraft } from "@mehrwert/privacy";
import type { Answers, Presentation } from "@mehrwert/study";
import type { Page } from "playwright-core";

/** Everything this browser keeps of a page on the device, as one text: storages, databases, address, cookies. */
export async function everythingOnDevice(page: Page): Promise<string> {
  const cookies = await page.context().cookies();
  const storages = await page.evaluate(() =>
    JSON.stringify([location.href, { ...sessionStorage }, { ...localStorage }]),
  );
  return `${JSON.stringify(cookies)} ${storages} ${JSON.stringify(await draftsOnDevice(page))}`;
}

/** The sealed drafts in the page's IndexedDB, as they lie there. */
export function draftsOnDevice(page: Page): Promise<unknown[]> {
  return page.evaluate(
    () =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open("mehrwert");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          if (!database.objectStoreNames.contains("drafts")) {
            database.close();
            resolve([]);
            return;
          }
          const reading = database.transaction("drafts").objectStore("drafts").getAll();
          reading.onsuccess = () => {
            database.close();
            resolve(reading.result);
          };
        };
      }),
  );
}

type Begun = { resumeCode: string };
type OnDevice = { sealed: string; revision: number };
type Kept = { answers: Answers; presentation: Presentation };

/** The draft of the participation begun in this tab, opened as only somebody with the resume code can. */
export async function openedDraft(page: Page, study: string): Promise<Kept> {
  const begun = await page.evaluate(
    (key) => sessionStorage.getItem(key) ?? "",
    `mehrwert:begun:${study}`,
  );
  const { resumeCode }: Begun = JSON.parse(begun);
  const { key, responseId } = await draftSecrets(resumeCode, study);
  const [kept] = (await draftsOnDevice(page)) as OnDevice[];
  if (kept === undefined) throw new Error("there is no draft on this device");
  const { sealed, revision } = kept;
  const text = await openDraft(key, sealed, { responseId, revision });
  return JSON.parse(text ?? "{}").draft;
}
