import { Prisma } from "~/generated/prisma/client";

/** What the database or the way to it says of an error, whichever layer brings it. */
type Layer = {
  code?: unknown;
  kind?: unknown;
  originalCode?: unknown;
  message?: unknown;
  cause?: unknown;
  meta?: { driverAdapterError?: unknown };
};

const awayCodes =
  /^(P1001|P1002|P1008|P1017|P2024|P2028|P2037|08...|57P0[1-3]|53[0-9]{3}|ECONN\w+|ENOTFOUND|EPIPE|ETIMEDOUT)$/;
const awayKinds = ["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout", "TooManyConnections"];
const awayWords =
  /connection (terminated|error)|Client was closed|not queryable|timeout exceeded when trying to connect|Can't reach database/i;
/** SQLSTATE class 22: a value that no column can hold, and Prisma's words for the same. */
const valueCodes = /^(22...|P2000|P2007|P2020|P2023|P2033)$/;

/** Whether an error means that the database can't be asked just now. */
export function isDatabaseAway(error: unknown): boolean {
  return layersOf(error).some(
    ({ code, originalCode, kind, message }) =>
      awayCodes.test(String(code)) ||
      awayCodes.test(String(originalCode)) ||
      awayKinds.includes(String(kind)) ||
      awayWords.test(String(message)),
  );
}

/** What Prisma says of a question that is asked wrongly, whatever the values. */
const askedWrongly = /Unknown (field|argument)|is missing/;

/**
 * Whether the database refused a value that somebody sent. Arguments are typed, so what Prisma finds invalid is a value
 * too: no number, no day.
 */
export function isValueRefused(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientValidationError) return !askedWrongly.test(error.message);
  return layersOf(error).some(
    ({ code, originalCode }) => valueCodes.test(String(code)) || valueCodes.test(String(originalCode)),
  );
}

function layersOf(error: unknown, depth = 0): Layer[] {
  if (typeof error !== "object" || error === null || depth > 5) return [];
  const layer = error as Layer;
  return [layer, ...layersOf(layer.cause, depth + 1), ...layersOf(layer.meta?.driverAdapterError, depth + 1)];
}
