import pino, { type DestinationStream, type Logger } from "pino";

export type Log = Logger;

/**
 * JSON log of the process; what stands under `error` is written with message and stack. Secrets and personal figures
 * are never passed to it.
 */
export function createLog(level: string, to?: DestinationStream): Log {
  return pino(
    { level, errorKey: "error", redact: ["password", "token", "cookie", "accountNumber"] },
    to ?? pino.destination(1),
  );
}
