import { setPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import { importTranscript } from "@mehrwert/import";
import { codePointLength, foundSpeakers, type Result, textHash } from "@mehrwert/study";
import type {
  CarriedCodings,
  Correction,
  ReadingReply,
  ReadingTask,
  ReadTranscript,
  TranscriptFile,
} from "./reading-messages.ts";

// Saving answers comes first. Linux counts priority by thread; elsewhere this would slow the whole server.
if (process.platform === "linux") setPriority(10);

async function readTranscript(file: TranscriptFile): Promise<Result<ReadTranscript>> {
  const result = importTranscript(file);
  if (!result.ok) return result;
  const { text } = result.value;
  const facts = { hash: await textHash(text), length: codePointLength(text) };
  return { ...result, value: { ...result.value, ...facts, speakers: foundSpeakers(text) } };
}

async function carried({ before, after, codings }: Correction): Promise<CarriedCodings> {
  // Most files are new ones; only corrections wait for the analysis to be loaded.
  const { alignTexts, carryCodings } = await import("@mehrwert/analysis");
  const alignment = alignTexts(before, after);
  return { alignment, carried: carryCodings({ before, after }, alignment, codings) };
}

const post = (reply: ReadingReply) => parentPort?.postMessage(reply);

parentPort?.on("message", async (task: ReadingTask) => {
  try {
    if ("read" in task) post({ read: await readTranscript(task.read) });
    else post({ carried: await carried(task.carry) });
  } catch (failure) {
    post({ failure });
  }
});
post({ ready: true });
