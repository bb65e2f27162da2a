import { execFileSync } from "node:child_process";
import { chmodSync, closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from "node:fs";
import { join } from "node:path";

/** Whether this account may mount a file system of its own; else tests of a full disk are skipped. */
export const canMakeDisk = process.platform === "linux" && process.getuid?.() === 0;

/** A file system of its own in memory, so many megabytes large, that can be filled to the last block. */
export type SmallDisk = {
  folder: string;
  /** Leaves so many kilobytes. */
  fill: (kilobytesLeft: number) => void;
  makeRoom: () => void;
  unmount: () => void;
};

/** Mounts it at a folder that is made for it. */
export function makeSmallDisk(folder: string, megabytes: number): SmallDisk {
  mkdirSync(folder, { recursive: true });
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder]);
  chmodSync(folder, 0o711);
  const filler = join(folder, "filler");
  return {
    folder,
    fill: (kilobytesLeft) => {
      const { bavail, bsize } = statfsSync(folder);
      const block = Buffer.alloc(4096, 1);
      const file = openSync(filler, "a");
      try {
        for (let left = bavail * bsize - kilobytesLeft * 1024; left > 0; left -= block.length)
          writeSync(file, block);
      } finally {
        closeSync(file);
      }
    },
    makeRoom: () => rmSync(filler, { force: true }),
    unmount: () => execFileSync("umount", ["--lazy", folder]),
  };
}
