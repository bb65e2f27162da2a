import { connect, createServer, type Socket } from "node:net";

/** What stands before several servers: it hands every connection to the next of them that answers. */
export type TcpBalancer = { url: string; port: number; stop: () => Promise<void> };

/**
 * A plain balancer on a port of this machine. It knows nothing of HTTP: it passes bytes on, both ways, and drops a connection
 * whose server dies. A server that does not answer is passed over.
 */
export function startBalancer(ports: readonly number[], port: number): Promise<TcpBalancer> {
  let turn = 0;
  const open = new Set<Socket>();
  const passOn = (client: Socket, tried: number) => {
    const target = ports[turn % ports.length] ?? 0;
    turn += 1;
    const server = connect({ port: target, host: "127.0.0.1" });
    let isThrough = false;
    server.once("connect", () => {
      isThrough = true;
      client.pipe(server).pipe(client);
    });
    server.on("error", () => {
      if (!isThrough && tried < ports.length) passOn(client, tried + 1);
      else client.destroy();
    });
    server.on("close", () => {
      if (isThrough) client.destroy();
    });
    client.on("close", () => server.destroy());
  };
  const balancer = createServer((client) => {
    open.add(client);
    client.on("error", () => undefined);
    client.on("close", () => open.delete(client));
    passOn(client, 1);
  });
  return new Promise((resolve) =>
    balancer.listen(port, "127.0.0.1", () =>
      resolve({
        url: `http://127.0.0.1:${port}`,
        port,
        stop: () => {
          for (const client of open) client.destroy();
          return new Promise((done) => balancer.close(() => done()));
        },
      }),
    ),
  );
}
