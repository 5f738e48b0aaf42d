import type { Request, Response } from "express";
import type { Shared } from "./process";

const patienceMs = 3000;

/** Whether the process and its database answer: 200 `ok`, else 503 in words. */
export function health({ prisma, log }: Pick<Shared, "prisma" | "log">) {
  return async (_request: Request, response: Response): Promise<void> => {
    const fault = await Promise.race([asked(prisma), late()]);
    if (fault === null) return void response.type("text").send("ok");
    log.error({ error: fault }, "the database did not answer");
    response.status(503).set("Retry-After", "5").type("text").send("数据库没有回应。The database does not answer.");
  };
}

function asked(prisma: Shared["prisma"]): Promise<unknown> {
  return prisma.$queryRaw`SELECT 1`.then(
    () => null,
    (error: unknown) => error,
  );
}

function late(): Promise<Error> {
  return new Promise((resolve) =>
    setTimeout(() => resolve(new Error(`no answer in ${patienceMs} ms`)), patienceMs).unref(),
  );
}
