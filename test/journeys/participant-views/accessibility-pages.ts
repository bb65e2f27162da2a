import { vi } from "vitest";
import type { Walk } from "./visit.ts";

/** The statement on accessibility, and the form to report a barrier with everything that it can say. */
export const accessibilityPagesWalk: Walk = {
  name: "statement and form",
  walk: async ({ page, server, look }) => {
    await page.goto(`${server.url}/accessibility`);
    await look("accessibility statement");
    await page.goto(`${server.url}/accessibility/feedback?page=/s/demo`);
    await look("form to report a barrier");
    await page.getByRole("button").click();
    await page.getByRole("alert").waitFor();
    await look("form to report a barrier, empty");
    await page.locator("#replyTo").fill("x".repeat(1000));
    await page.getByRole("button").click();
    await page.locator("#replyTo[aria-invalid]").waitFor();
    await look("form to report a barrier, two mistakes");
    await page.locator("#barrier").fill("42");
    await page.locator("#replyTo").fill("me@example.org");
    const keeping = vi
      .spyOn(server.store, "saveAccessibilityFeedback")
      .mockRejectedValue(new Error("no database"));
    await page.getByRole("button").click();
    await page.getByRole("alert").waitFor();
    keeping.mockRestore();
    await look("form to report a barrier, not stored");
    await page.goto(`${server.url}/accessibility/feedback/thanks`);
    await look("barrier reported");
  },
};
