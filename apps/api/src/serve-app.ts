import { createServer, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, Server as NetServer, type Socket } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { addSecurityHeaders, securityHeaders } from "./guards/security-headers.ts";
import { problemOf, problemReply } from "./problems/problem-reply.ts";

/** Another program listens on the port. */
export class PortInUse extends Error {
  override name = "PortInUse";
  readonly port: number;
  constructor(port: number) {
    super(`port ${port} is in use`);
    this.port = port;
  }
}

/** A server that accepts requests. */
export type RunningServer = {
  /** Origin, without a slash at the end. */
  url: string;
  /** Accepts nothing new, finishes what is in flight, then lets go of every connection; takes seven seconds at most. */
  close: () => Promise<void>;
};

/** How long one request may take to arrive; a participant on a slow line needs far less for 256 kB. */
const timeouts = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 5_000,
};

/** The reply to what is HTTP but no address, such as a Host header that is none. */
function unreadableRequest(): Response {
  const problem = problemOf({ kind: "malformed", language: "en", requestId: "" });
  const reply = problemReply(problem, "en");
  addSecurityHeaders(reply.headers);
  return reply;
}

/** The reply to what is not HTTP, too slow, or has too long headers. */
function replyToBrokenClient(error: Error & { code?: string }, socket: Socket): void {
  if (!socket.writable || error.code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const status =
    { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }[error.code ?? ""] ?? 400;
  const headers = { ...securityHeaders, "cache-control": "no-store", connection: "close" };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end(`HTTP/1.1 ${status} \r\n${lines.join("\r\n")}\r\ncontent-length: 0\r\n\r\n`);
}

function listening(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => {
      const isTaken = "code" in error && error.code === "EADDRINUSE";
      reject(isTaken ? new PortInUse(port) : error);
    });
    server.listen(port, host, () => {
      const address = server.address();
      if (address === null || typeof address === "string")
        reject(new TypeError("serveApp requires a TCP port"));
      else resolve(address);
    });
  });
}

/**
 * After the port is closed, connections that are open may bring one more request each for so long: a request that was on
 * its way already must not meet a closed connection. Whatever is not finished after the second time is cut off.
 */
const lastRequestsMs = 500;
const cutOffMs = 6_000;

/** `net.Server`'s own `close` closes the port and nothing else; that of `http.Server` cuts idle connections off at once. */
function closing(server: Server, inFlight: ReadonlySet<ServerResponse>): Promise<void> {
  return new Promise((resolve, reject) => {
    const closeIdleAndNext = () => {
      server.closeIdleConnections();
      for (const reply of inFlight)
        reply.once("close", () => setImmediate(() => server.closeIdleConnections()));
    };
    // Whatever has arrived by then is read first: on a busy machine it may have waited as long as the timer.
    const closeIdle = setTimeout(() => setImmediate(closeIdleAndNext), lastRequestsMs);
    const cutOff = setTimeout(() => server.closeAllConnections(), cutOffMs);
    NetServer.prototype.close.call(server, (error) => {
      clearTimeout(closeIdle);
      clearTimeout(cutOff);
      error === undefined ? resolve() : reject(error);
    });
  });
}

/**
 * Serves an app on a port; 0 takes a free one.
 *
 * @throws PortInUse if another program listens there
 */
export async function serveApp({
  app,
  port,
  host,
}: {
  app: { fetch: (request: Request) => Response | Promise<Response> };
  port: number;
  host: string;
}): Promise<RunningServer> {
  const inFlight = new Set<ServerResponse>();
  let isClosing = false;
  const listener = getRequestListener((request) => app.fetch(request), {
    errorHandler: unreadableRequest,
  });
  const server = createServer(timeouts, (incoming, outgoing) => {
    inFlight.add(outgoing);
    if (isClosing) outgoing.setHeader("connection", "close");
    outgoing.once("close", () => inFlight.delete(outgoing));
    void listener(incoming, outgoing);
  });
  server.on("clientError", replyToBrokenClient);
  const address = await listening(server, port, host);
  const shownHost = address.family === "IPv6" ? `[${address.address}]` : address.address;
  const close = () => {
    isClosing = true;
    for (const reply of inFlight) if (!reply.headersSent) reply.setHeader("connection", "close");
    return closing(server, inFlight);
  };
  return { url: `http://${shownHost}:${address.port}`, close };
}
