import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

/** A way to send a body; `identity` is as it is. */
export type Encoding = "br" | "gzip" | "identity";

/**
 * One body that does not change, compressed at most once per encoding, on first use and off the main thread; what was
 * compressed before is taken as it is.
 */
export class EncodedBody {
  readonly #bytes: Buffer;
  readonly #isCompressible: boolean;
  readonly #compressed = new Map<Encoding, Promise<Buffer>>();

  constructor(
    bytes: Buffer,
    {
      isCompressible,
      compressed = {},
    }: { isCompressible: boolean; compressed?: { br?: Buffer; gzip?: Buffer } },
  ) {
    this.#bytes = bytes;
    this.#isCompressible = isCompressible && bytes.length > 1024;
    const { br, gzip } = compressed;
    if (br) this.#compressed.set("br", Promise.resolve(br));
    if (gzip) this.#compressed.set("gzip", Promise.resolve(gzip));
  }

  /** The encoding for a reader's `Accept-Encoding`: the smallest that is accepted and worth it. */
  encodingFor(acceptEncoding: string | undefined): Encoding {
    if (!this.#isCompressible) return "identity";
    return bestEncoding(acceptEncoding ?? "");
  }

  bytes(encoding: Encoding): Promise<Buffer> {
    const known = this.#compressed.get(encoding);
    if (known !== undefined) return known;
    const fresh = compressedNow(this.#bytes, encoding);
    this.#compressed.set(encoding, fresh);
    return fresh;
  }
}

function compressedNow(bytes: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === "br") {
    return brotliAsync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
  }
  return encoding === "gzip" ? gzipAsync(bytes, { level: 9 }) : Promise.resolve(bytes);
}

function bestEncoding(acceptEncoding: string): Encoding {
  const accepted = acceptEncoding
    .toLowerCase()
    .split(",")
    .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
    .map((part) => part.split(";")[0]?.trim());
  if (accepted.includes("br")) return "br";
  return accepted.includes("gzip") ? "gzip" : "identity";
}
