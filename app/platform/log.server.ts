import pino, { type Logger } from "pino";

export type Log = Logger;

/** JSON log of the process. Secrets and personal figures are never passed to it. */
export function createLog(level: string): Log {
  return pino({ level, redact: ["password", "token", "cookie", "accountNumber"] });
}
