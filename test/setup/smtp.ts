import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** A mail as a server took it. */
export type ReceivedMail = { to: string; id: string; text: string };

/** How a mail server behaves at each step; what is thrown is replied, with its `responseCode`. Waiting makes it slow. */
export type SmtpBehaviour = Partial<{
  connects: () => Promise<void> | void;
  sender: (address: string) => Promise<void> | void;
  recipient: (address: string) => Promise<void> | void;
  /** All of the mail has come, and nothing is replied yet. */
  received: (mail: ReceivedMail) => Promise<void> | void;
}>;

export type TestSmtp = {
  port: number;
  /** Every mail that was taken, whether the client still heard so or not. */
  mails: ReceivedMail[];
  behaviour: SmtpBehaviour;
  /** Drops every open connection without a word. */
  dropConnections: () => void;
  stop: () => Promise<void>;
};

/** A reply with a code, such as 550. */
export function reply(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

/** A real mail server on a free port of this machine; it takes everything and delivers nothing. */
export async function startSmtp(options: Partial<SMTPServerOptions> = {}): Promise<TestSmtp> {
  const mails: ReceivedMail[] = [];
  const sockets = new Set<{ destroy: () => void }>();
  const smtp: TestSmtp = {
    port: 0,
    mails,
    behaviour: {},
    dropConnections: () => {
      for (const socket of sockets) socket.destroy();
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const step = (work: Promise<void> | void, done: (error?: Error | null) => void) =>
    Promise.resolve(work).then(
      () => done(),
      (error) => done(error),
    );
  const attempt = (work: () => Promise<void> | void) =>
    new Promise<void>((resolve) => resolve(work()));
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    ...options,
    onConnect: (_, done) =>
      step(
        attempt(() => smtp.behaviour.connects?.()),
        done,
      ),
    onMailFrom: ({ address }, _, done) =>
      step(
        attempt(() => smtp.behaviour.sender?.(address)),
        done,
      ),
    onRcptTo: ({ address }, _, done) =>
      step(
        attempt(() => smtp.behaviour.recipient?.(address)),
        done,
      ),
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        const [, id = ""] = /^message-id:\s*<([^>]+)>/im.exec(text) ?? [];
        const mail = { to: envelope.rcptTo[0]?.address ?? "", id, text };
        const taken = attempt(() => smtp.behaviour.received?.(mail)).then(() => {
          mails.push(mail);
        });
        void step(taken, done);
      });
    },
  });
  server.on("error", () => undefined);
  server.server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address: AddressInfo | string | null = server.server.address();
  smtp.port = typeof address === "object" && address ? address.port : 0;
  return smtp;
}
