import type { Worker } from "node:worker_threads";

/**
 * What a thread says next.
 *
 * @throws whatever ended the thread before it said anything
 */
export function nextReply<Reply>(worker: Worker): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const settle = (done: () => void) => {
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      done();
    };
    const onMessage = (reply: Reply) => settle(() => resolve(reply));
    const onError = (error: unknown) => settle(() => reject(error));
    const onExit = () => settle(() => reject(new Error("the thread ended before it replied")));
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
  });
}

/** Why a thread did not reply to the task it was given. */
export function failureOf(reply: object): unknown {
  return "failure" in reply ? reply.failure : new Error("the thread replied to another task");
}
