import { z } from "zod";
import { type DeviceClass, deviceClassSchema, type Visit } from "../visit.ts";
import { longestVisitMinutes } from "../visit-limit.ts";
import { smallestStep } from "./smallest-step.ts";

/** How many responses came after so many minutes from such a device. */
export type VisitCount = Visit & { responses: number };

/** A kind of device as it is shown: two of them are one where a single one would tell of few people. */
const countedDeviceSchema = z.enum([...deviceClassSchema.options, "phone-or-tablet"]);
export type CountedDevice = z.infer<typeof countedDeviceSchema>;

/**
 * How long answering took, and with what. `medianMinutes`: 0 to 240, a half between two middle ones. `devices`: of the
 * first so many responses as they sum up to, which may be fewer than `responses`; empty while a kind of device is too rare.
 */
export const visitFiguresSchema = z.strictObject({
  responses: z.number().int().min(1),
  medianMinutes: z.number().min(0).max(longestVisitMinutes).multipleOf(0.5),
  devices: z
    .array(z.strictObject({ device: countedDeviceSchema, responses: z.number().int().min(0) }))
    .max(deviceClassSchema.options.length),
});
export type VisitFigures = z.infer<typeof visitFiguresSchema>;

/**
 * Everything that was counted, with nothing kept back.
 *
 * @returns undefined if nothing was counted
 * @example exactVisits([{ minutes: 3, device: "phone", responses: 1 }, { minutes: 4, device: "phone", responses: 1 }])?.medianMinutes // 3.5
 */
export function exactVisits(counts: readonly VisitCount[]): VisitFigures | undefined {
  const responses = counts.reduce((sum, one) => sum + one.responses, 0);
  if (responses === 0) return undefined;
  const byMinutes = counts.toSorted((one, other) => one.minutes - other.minutes);
  const minutesOf = (place: number) => {
    let before = 0;
    return byMinutes.find((one) => {
      before += one.responses;
      return before > place;
    })?.minutes;
  };
  const lower = minutesOf(Math.floor((responses - 1) / 2)) ?? 0;
  const upper = minutesOf(Math.floor(responses / 2)) ?? 0;
  const of = (device: DeviceClass) =>
    counts.reduce((sum, one) => sum + (one.device === device ? one.responses : 0), 0);
  return {
    responses,
    medianMinutes: (lower + upper) / 2,
    devices: deviceClassSchema.options.map((device) => ({ device, responses: of(device) })),
  };
}

/**
 * What is shown next of visits, after `before` was shown: nothing moves before at least `smallestStep` more were counted,
 * and devices move only together, see `nextDevices`.
 *
 * @param now exactly what was counted
 */
export function nextVisits(
  before: VisitFigures | undefined,
  now: VisitFigures | undefined,
  minimumGroupSize: number,
): VisitFigures | undefined {
  if (now === undefined || now.responses < minimumGroupSize) return before;
  if (now.responses - (before?.responses ?? 0) < smallestStep) return before;
  return { ...now, devices: nextDevices(before?.devices ?? [], now.devices) };
}

type Devices = VisitFigures["devices"];

/**
 * Devices are always shown all at once, so that they sum up to a number of responses that was shown, too, and none can be
 * computed from the rest: each of them at least `smallestStep` responses, and each moved by at least as many or not at all.
 * Phones and tablets are one until there are enough of both. Where nothing of that can be, what was shown stays.
 */
function nextDevices(before: Devices, exact: Devices): Devices {
  const asOne = withPhonesAndTabletsAsOne(exact);
  if (before.some(({ device }) => device === "tablet"))
    return mayFollow(before, exact) ? exact : before;
  if (!mayFollow(before, asOne)) return before;
  return exact.every(isLarge) ? exact : asOne;
}

/** Whether devices may be shown after others: the same ones, or none. */
function mayFollow(before: Devices, next: Devices): boolean {
  const mayMove = ({ device, responses }: Devices[number]) => {
    const moved = responses - (before.find((one) => one.device === device)?.responses ?? 0);
    return moved === 0 || moved >= smallestStep;
  };
  return next.every((one) => isLarge(one) && mayMove(one));
}

const isLarge = ({ responses }: Devices[number]) => responses >= smallestStep;

function withPhonesAndTabletsAsOne(devices: Devices): Devices {
  const sum = (of: Devices) => of.reduce((all, { responses }) => all + responses, 0);
  const computers = devices.filter(({ device }) => device === "computer");
  return [
    { device: "phone-or-tablet", responses: sum(devices) - sum(computers) },
    { device: "computer", responses: sum(computers) },
  ];
}
