import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
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
  /** Accepts nothing new, finishes what is in flight, then lets go of every connection. */
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

function closing(server: Server, inFlight: ReadonlySet<ServerResponse>): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    for (const reply of inFlight) {
      reply.once("close", () => setImmediate(() => server.closeIdleConnections()));
    }
    server.closeIdleConnections();
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
  const listener = getRequestListener((request) => app.fetch(request), {
    errorHandler: unreadableRequest,
  });
  const server = createServer(timeouts, (incoming, outgoing) => {
    inFlight.add(outgoing);
    outgoing.once("close", () => inFlight.delete(outgoing));
    void listener(incoming, outgoing);
  });
  server.on("clientError", replyToBrokenClient);
  const address = await listening(server, port, host);
  const shownHost = address.family === "IPv6" ? `[${address.address}]` : address.address;
  return { url: `http://${shownHost}:${address.port}`, close: () => closing(server, inFlight) };
}
