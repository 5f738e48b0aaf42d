import { spawn } from "node:child_process";

/** What was started here and runs still. */
const running = new Set();
const patienceMs = 2000;

/** Runs a command to its end with our output. @throws Error, with no more than a line to say, when it fails */
export async function run(command, args, options = {}) {
  const { status } = await runQuietly(command, args, { stdio: "inherit", ...options });
  if (status === 0) return;
  const message = `${command} ${args.join(" ")} failed (${status})`;
  throw Object.assign(new Error(message), { stack: message });
}

/** Runs a command in the background and gives its exit code and output. */
export function runQuietly(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { shell: process.platform === "win32", ...options });
    running.add(child);
    let output = "";
    child.stdout?.on("data", (chunk) => (output += chunk));
    child.stderr?.on("data", (chunk) => (output += chunk));
    child.on("error", (error) => settle({ status: 1, output: String(error) }));
    child.on("close", (status) => settle({ status: status ?? 1, output }));
    const settle = (result) => {
      running.delete(child);
      resolve(result);
    };
  });
}

/** Ends what was started here, by force where it does not heed. */
export async function endRunning() {
  await Promise.all([...running].map(end));
}

function end(child) {
  child.kill("SIGTERM");
  const force = setTimeout(() => child.kill("SIGKILL"), patienceMs);
  return new Promise((resolve) => child.on("close", resolve)).then(() => clearTimeout(force));
}

/** The arguments that let Node run a TypeScript file of the project. */
export const typescript = ["--import", "tsx"];
