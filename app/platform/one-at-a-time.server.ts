import pg from "pg";

/**
 * A connection that begins a query when the one before has ended. In a transaction Prisma runs the parts of a large write,
 * and our reads, at once; PostgreSQL answers them one after the other, and pg 9 no longer keeps a queue of its own.
 */
export class OneAtATime extends pg.Client {
  private last: Promise<unknown> = Promise.resolve();

  override query = ((...asked: unknown[]) => {
    const run = () => (pg.Client.prototype.query as (...args: unknown[]) => unknown).apply(this, asked);
    // Callbacks and cursors are the pool's own affair: it asks only for connections that are at rest.
    if (typeof asked.at(-1) === "function" || isSubmittable(asked[0])) return run();
    const answer = this.last.then(run);
    this.last = answer.catch(() => undefined);
    return answer;
  }) as pg.Client["query"];
}

function isSubmittable(asked: unknown): boolean {
  return typeof asked === "object" && asked !== null && "submit" in asked;
}
