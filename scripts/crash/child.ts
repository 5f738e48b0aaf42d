import { spawn, type ChildProcess } from "node:child_process";

/** How a server ended: by which signal, and at which fault point it said it would. */
export type Ended = { signal: NodeJS.Signals | null; crashedAt: string | null; errors: string };

const keptLines = 30;

/** The server under test: started again and again, at another port each time. */
export class CrashingServer {
  private port: Promise<number> = new Promise(() => undefined);
  private child: ChildProcess | null = null;
  /** the last lines of the servers' log, across restarts */
  readonly log: string[] = [];

  constructor(
    private readonly bundle: string,
    private readonly environment: NodeJS.ProcessEnv,
  ) {}

  /** Starts it with one fault point armed, or none; `anew` on a database that may lack tables. Resolves when it has ended. */
  start(crashAt: string | null, anew = false): Promise<Ended> {
    const child = spawn(process.execPath, [this.bundle], {
      env: { ...this.environment, MIGRATE: anew ? "1" : "0", ...(crashAt ? { CRASH_AT: crashAt } : {}) },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.child = child;
    let crashedAt: string | null = null;
    let errors = "";
    let isReady: (port: number) => void = () => undefined;
    this.port = new Promise((resolve) => (isReady = resolve));
    child.stderr.on("data", (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-2000)));
    child.stdout.on("data", (chunk: Buffer) => {
      for (const line of chunk.toString().split("\n")) {
        if (line.startsWith("ready ")) isReady(Number(line.slice(6)));
        else if (line.startsWith("crash ")) crashedAt = line.slice(6);
        else if (line !== "") this.log.splice(0, Math.max(0, this.log.push(line) - keptLines));
      }
    });
    return new Promise((resolve) => {
      child.on("close", (_code, signal) => {
        this.port = new Promise(() => undefined);
        resolve({ signal, crashedAt, errors });
      });
    });
  }

  /** Where it answers; waits while it is down. */
  async address(): Promise<string> {
    for (;;) {
      const port = await Promise.race([this.port, new Promise<null>((resolve) => setTimeout(() => resolve(null), 50))]);
      if (port) return `http://127.0.0.1:${port}`;
    }
  }

  /** Ends it the hard way. */
  kill(): void {
    this.child?.kill("SIGKILL");
  }
}
