import { connect, createServer, type Server, type Socket } from "node:net";

/** One fixed port in front of a server that comes back on another port each time. */
export type TcpRelay = {
  port: number;
  /** Where connections go from now on; undefined: nowhere, they end at once. */
  target: (port: number | undefined) => void;
  stop: () => Promise<void>;
};

/** Listens on a free port of 127.0.0.1 and passes bytes on as they are. */
export function startTcpRelay(): Promise<TcpRelay> {
  let targetPort: number | undefined;
  const open = new Set<Socket>();
  const server: Server = createServer((from) => {
    if (targetPort === undefined) {
      from.destroy();
      return;
    }
    const to = connect(targetPort, "127.0.0.1");
    for (const socket of [from, to]) {
      open.add(socket);
      socket.setNoDelay(true);
      // An end that breaks takes the other with it, as one connection would.
      socket.on("error", () => undefined);
      socket.once("close", () => {
        open.delete(socket);
        (socket === from ? to : from).destroy();
      });
    }
    from.pipe(to).pipe(from);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      resolve({
        port,
        target: (next) => {
          targetPort = next;
        },
        stop: async () => {
          for (const socket of open) socket.destroy();
          await new Promise((closed) => server.close(closed));
        },
      });
    });
  });
}
