import type { Page } from "playwright-core";

/** Answers the question of a dialog with the button that repeats its verb. */
export async function confirms(page: Page, verb: string): Promise<void> {
  await page.getByRole("dialog").getByRole("button", { name: verb, exact: true }).click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
}
