import { deviceStore } from "../keeping/device-store.ts";
import { draftServer } from "../keeping/draft-server.ts";
import { type Resumed, resumeParticipation } from "../keeping/participation-start.ts";
import { complainAboutCode, typedCode } from "./code-entry.ts";

/** What the resume code on the page opens; undefined after having said at its field why it opens nothing. */
export async function resumeFromPage(
  within: HTMLElement,
  study: string,
): Promise<(Extract<Resumed, { state: "open" | "sent" }> & { resumeCode: string }) | undefined> {
  const resumeCode = typedCode(within, "resume");
  if (resumeCode === undefined) return undefined;
  const server = draftServer(study);
  const resumed = await resumeParticipation({ study, resumeCode, device: deviceStore(), server });
  if (resumed.state === "open" || resumed.state === "sent") return { ...resumed, resumeCode };
  complainAboutCode(within, "resume", resumed.state === "none" ? "not-begun" : "unreachable");
  return undefined;
}

/** Throws away what has been on this device for too long, and shows the way in to whoever may have begun here. */
export async function tellOfDrafts(within: HTMLElement, study: string): Promise<void> {
  try {
    const device = deviceStore();
    await device.removeExpired(Date.now());
    if (!(await device.hasDraft(study))) return;
    within.querySelector("details.resumption")?.setAttribute("open", "");
    within.querySelector(".resume-here")?.removeAttribute("hidden");
  } catch {
    // A browser that keeps nothing has nothing to tell.
  }
}
