import { Inflate } from "fflate";
import { refused, say } from "../refusal.ts";
import { importLimits } from "./limits.ts";

type Packed = { name: string; method: number; packedSize: number; size: number; offset: number };

/** Reads single files out of a ZIP archive. */
export type Archive = { names: string[]; read(name: string): Uint8Array | undefined };

/**
 * Opens a ZIP archive by its directory. Sizes are checked as declared and again while unpacking, and only what is
 * asked for is unpacked; archives inside are never opened.
 *
 * @throws FileRefused for an archive that is cut off, encrypted or unpacks to more than it may
 */
export function openArchive(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const packed = new Map(directory(view, bytes).map((entry) => [entry.name, entry]));
  const declared = [...packed.values()].reduce((sum, { size }) => sum + size, 0);
  if (declared > importLimits.unpackedBytes) throw tooLarge();
  let room: number = importLimits.unpackedBytes;
  return {
    names: [...packed.keys()],
    read(name) {
      const entry = packed.get(name);
      if (entry === undefined) return undefined;
      const content = unpacked(view, bytes, entry, room);
      room -= content.length;
      return content;
    },
  };
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const fileSignature = 0x04034b50;

function directory(view: DataView, bytes: Uint8Array): Packed[] {
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  if (count > importLimits.packedFiles) throw tooMany(count);
  let at = view.getUint32(end + 16, true);
  const entries: Packed[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== entrySignature) throw broken();
    if ((view.getUint16(at + 8, true) & 1) === 1) throw encrypted();
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function endOfDirectory(view: DataView): number {
  const earliest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= earliest; at -= 1) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  throw broken();
}

function unpacked(view: DataView, bytes: Uint8Array, entry: Packed, room: number): Uint8Array {
  const { offset, packedSize, method, size } = entry;
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== fileSignature) {
    throw broken();
  }
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packedSize > view.byteLength) throw broken();
  const content = bytes.subarray(start, start + packedSize);
  if (method === 0) return content;
  if (method !== 8) throw broken();
  return inflated(content, Math.min(room, size));
}

/** Small steps, so that a lie about the size is found before much is unpacked. */
const step = 4096;

function inflated(content: Uint8Array, limit: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  let isComplete = false;
  const inflate = new Inflate((part, isFinal) => {
    length += part.length;
    isComplete ||= isFinal;
    if (length > limit) throw tooLarge();
    parts.push(part);
  });
  for (let at = 0; at < content.length; at += step) {
    try {
      inflate.push(content.subarray(at, at + step), at + step >= content.length);
    } catch (cause) {
      throw length > limit ? cause : broken();
    }
  }
  if (!isComplete) throw broken();
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function broken() {
  return refused(
    "",
    say(
      "Die Datei ist keine vollständige Excel-Datei (.xlsx).",
      "The file is not a complete Excel file (.xlsx).",
    ),
    say(
      "Vermutlich ist sie abgeschnitten. Speichern Sie sie neu als .xlsx.",
      "It is probably cut off. Save it again as .xlsx.",
    ),
  );
}

function encrypted() {
  return refused(
    "",
    say("Die Datei ist mit einem Kennwort geschützt.", "The file is protected by a password."),
    say("Speichern Sie sie ohne Kennwort.", "Save it without a password."),
  );
}

function tooLarge() {
  const megabytes = importLimits.unpackedBytes / 1024 / 1024;
  return refused(
    "",
    say(
      `Die Datei ergibt entpackt mehr als ${megabytes} MB oder mehr, als sie angibt.`,
      `Unpacked, the file is more than ${megabytes} MB, or more than it declares.`,
    ),
    say(
      "Das ist kein üblicher Fragebogen. Speichern Sie nur die Blätter survey, choices und settings.",
      "That is no usual questionnaire. Save only the sheets survey, choices and settings.",
    ),
  );
}

function tooMany(count: number) {
  return refused(
    "",
    say(
      `Die Datei enthält ${count} gepackte Dateien; höchstens ${importLimits.packedFiles} werden gelesen.`,
      `The file holds ${count} packed files; at most ${importLimits.packedFiles} are read.`,
    ),
    say(
      "Speichern Sie nur die Blätter survey, choices und settings.",
      "Save only the sheets survey, choices and settings.",
    ),
  );
}
