import type { Walk } from "./visit.ts";

/** Codes that are not well formed, by what is wrong with them. */
export const wrongCodes = {
  length: "12345",
  character: "UUUUU-UUUUU-UUUUU-UUUUU-UUUUU",
  check: "00000-00000-00000-00000-00001",
} as const;

/** The page on which answers are deleted, with everything that it can say. */
export const withdrawalWalk: Walk = {
  name: "withdrawal",
  walk: async ({ page, server, look }) => {
    await page.goto(`${server.url}/s/demo/withdraw`);
    await page.waitForLoadState("networkidle");
    await look("withdrawal");
    const submits = async (code: string) => {
      await page.locator("#code").fill(code);
      await page.locator("#code").press("Enter");
    };
    for (const [mistake, code] of Object.entries(wrongCodes)) {
      await submits(code);
      await page.locator("#code-error:not(:empty)").waitFor();
      await look(`withdrawal, wrong code: ${mistake}`);
    }
    const replies = { "no-such-code": 200, "too-many": 429, failed: 500, deleted: 200 };
    for (const [result, status] of Object.entries(replies)) {
      let answer = () => {};
      const late = new Promise<void>((resolve) => {
        answer = resolve;
      });
      await page.route("**/withdrawals", async (route) => {
        await late;
        await route.fulfill({ status, json: { result } });
      });
      await submits("00000-00000-00000-00000-00000");
      await page.locator("#code-status:not(:empty)").waitFor();
      if (result === "failed") await look("withdrawal, deleting");
      answer();
      await page.locator("#code-error:not(:empty), main .message").waitFor();
      await page.unrouteAll({ behavior: "wait" });
      await look(`withdrawal: ${result}`);
    }
  },
};
