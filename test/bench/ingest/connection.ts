import { connect, type Socket } from "node:net";

/** What came back: the status, and the clock when the last byte of the reply was there. */
export type Answered = { status: number; atMs: number };

/**
 * One kept-alive connection that sends bytes as they are and waits for one reply after the other. It reads no more of
 * a reply than it must, so that the generator takes little of the processor from the server it measures.
 */
export class Connection {
  readonly #socket: Socket;
  #received: Buffer = Buffer.alloc(0);
  #waiting: { resolve: (reply: Answered) => void; reject: (error: Error) => void } | undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on("data", (chunk) => this.#take(chunk));
    socket.on("close", () => this.#waiting?.reject(new Error("the connection was closed")));
    socket.on("error", (error) => this.#waiting?.reject(error));
  }

  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, "127.0.0.1");
      socket.once("error", reject);
      socket.once("connect", () => {
        socket.off("error", reject);
        resolve(new Connection(socket));
      });
    });
  }

  get isOpen(): boolean {
    return !this.#socket.destroyed && this.#socket.writable;
  }

  send(request: Buffer): Promise<Answered> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    const headersEnd = this.#received.indexOf("\r\n\r\n");
    if (headersEnd < 0) return;
    const headers = this.#received.toString("latin1", 0, headersEnd).toLowerCase();
    const length = /\r\ncontent-length: (\d+)/.exec(headers)?.[1];
    const isThere =
      length === undefined
        ? this.#received.subarray(-5).toString("latin1") === "0\r\n\r\n"
        : this.#received.length >= headersEnd + 4 + Number(length);
    if (!isThere) return;
    this.#received = Buffer.alloc(0);
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.resolve({ status: Number(headers.slice(9, 12)), atMs: performance.now() });
  }
}

/** A request of HTTP/1.1 with a JSON body, as a program sends it. */
export function postRequest(path: string, body: string): Buffer {
  const length = Buffer.byteLength(body);
  return Buffer.from(
    `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n${body}`,
  );
}
