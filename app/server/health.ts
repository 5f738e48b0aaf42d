import type { Request, Response } from "express";
import { inTime } from "./in-time";
import type { Shared } from "./process";

const patienceMs = 3000;

/** Whether the process and its database answer: 200 `ok`, else 503 in words. */
export function health({ prisma, log }: Pick<Shared, "prisma" | "log">) {
  return async (_request: Request, response: Response): Promise<void> => {
    try {
      await inTime(prisma.$queryRaw`SELECT 1`, patienceMs);
      response.type("text").send("ok");
    } catch (error) {
      log.error({ error }, "the database did not answer");
      response.status(503).set("Retry-After", "5").type("text").send("数据库没有回应。The database does not answer.");
    }
  };
}
