import { Inflate } from "fflate";
import {
  type ArchiveKind,
  broken,
  damaged,
  encrypted,
  growsBeyondMeasure,
  limitsOf,
  outside,
  tooLarge,
  tooMany,
} from "./archive-refusals.ts";
import { crc32 } from "./crc32.ts";

export type { ArchiveKind } from "./archive-refusals.ts";

type Packed = {
  name: string;
  method: number;
  checksum: number;
  packedSize: number;
  size: number;
  offset: number;
};

/** Reads single files out of a ZIP archive. */
export type Archive = { names: string[]; read(name: string): Uint8Array | undefined };

/**
 * Opens a ZIP archive by its directory. Sizes are checked as declared and again while unpacking, and only what is
 * asked for is unpacked; archives inside are never opened.
 *
 * @throws FileRefused for an archive that is cut off, damaged, encrypted, unpacks to more than it may or names a place outside itself
 */
export function openArchive(bytes: Uint8Array, kind: ArchiveKind): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const packed = new Map(directory(view, bytes, kind).map((entry) => [entry.name, entry]));
  const declared = [...packed.values()].reduce((sum, { size }) => sum + size, 0);
  if (kind.limitsWhole && declared > limitsOf(kind).unpackedBytes) throw tooLarge(kind);
  let room = limitsOf(kind).unpackedBytes;
  return {
    names: [...packed.keys()],
    read(name) {
      const entry = packed.get(name);
      if (entry === undefined) return undefined;
      const content = unpacked({ view, bytes, entry, room, kind });
      if (crc32(content) !== entry.checksum) throw damaged(name);
      room -= content.length;
      return content;
    },
  };
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const fileSignature = 0x04034b50;
/** Below this size it does not matter how much a file grows. */
const smallFile = 1024 * 1024;

function directory(view: DataView, bytes: Uint8Array, kind: ArchiveKind): Packed[] {
  const end = endOfDirectory(view, kind);
  const count = view.getUint16(end + 10, true);
  const { packedFiles, expansion = Number.POSITIVE_INFINITY } = limitsOf(kind);
  if (count > packedFiles) throw tooMany(count, kind);
  let at = view.getUint32(end + 16, true);
  const entries: Packed[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== entrySignature) {
      throw broken(kind);
    }
    if ((view.getUint16(at + 8, true) & 1) === 1) throw encrypted();
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if (leadsOut(name)) throw outside(name);
    const [packedSize, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    if (size > smallFile && size > expansion * packedSize) throw growsBeyondMeasure(name, kind);
    const [method, checksum] = [view.getUint16(at + 10, true), view.getUint32(at + 16, true)];
    entries.push({
      name,
      method,
      checksum,
      packedSize,
      size,
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Nothing is ever written by these names, but an honest program never makes such an archive. */
function leadsOut(name: string): boolean {
  return /^([/\\]|[A-Za-z]:)/.test(name) || name.split(/[/\\]/).includes("..");
}

function endOfDirectory(view: DataView, kind: ArchiveKind): number {
  const earliest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= earliest; at -= 1) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  throw broken(kind);
}

function unpacked(input: {
  view: DataView;
  bytes: Uint8Array;
  entry: Packed;
  room: number;
  kind: ArchiveKind;
}): Uint8Array {
  const { view, bytes, entry, room, kind } = input;
  const { offset, packedSize, method, size } = entry;
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== fileSignature) {
    throw broken(kind);
  }
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packedSize > view.byteLength) throw broken(kind);
  const content = bytes.subarray(start, start + packedSize);
  if (method === 0) {
    if (content.length > room) throw tooLarge(kind);
    return content;
  }
  if (method !== 8) throw broken(kind);
  return inflated(content, Math.min(room, size), kind);
}

/** Small steps, so that a lie about the size is found before much is unpacked. */
const step = 4096;

function inflated(content: Uint8Array, limit: number, kind: ArchiveKind): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  let isComplete = false;
  const inflate = new Inflate((part, isFinal) => {
    length += part.length;
    isComplete ||= isFinal;
    if (length > limit) throw tooLarge(kind);
    parts.push(part);
  });
  for (let at = 0; at < content.length; at += step) {
    try {
      inflate.push(content.subarray(at, at + step), at + step >= content.length);
    } catch (cause) {
      throw length > limit ? cause : broken(kind);
    }
  }
  if (!isComplete) throw broken(kind);
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
