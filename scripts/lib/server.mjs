import { spawn } from "node:child_process";
import { typescript } from "./process.mjs";

const patienceMs = 2500;

/** Starts the application's server and waits until it answers. The way to stop it is put on `stops` at once. */
export async function startServer(env, { quiet = false, stops = [] } = {}) {
  const child = spawn(process.execPath, [...typescript, "app/server/main.ts"], {
    stdio: quiet ? ["ignore", "ignore", "inherit"] : "inherit",
    env,
    detached: process.platform !== "win32",
  });
  const ended = new Promise((resolve) => child.on("close", resolve));
  stops.push(() => stop(child, ended));
  let running = true;
  ended.then(() => (running = false));
  const address = `http://localhost:${env.PORT}`;
  for (let attempt = 0; attempt < 600 && running; attempt += 1) {
    const answered = await fetch(`${address}/healthz`).then(
      (response) => response.ok,
      () => false,
    );
    if (answered) return { address, child, ended, stop: () => stop(child, ended) };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await stop(child, ended);
  throw new Error("the server did not start");
}

/** One that is still busy after a while is ended as a crash would end it, which loses nothing (`npm run crashtest`). */
async function stop(child, ended) {
  if (child.exitCode === null) child.kill("SIGTERM");
  const force = setTimeout(() => child.kill("SIGKILL"), patienceMs);
  const code = await ended;
  clearTimeout(force);
  return code;
}
