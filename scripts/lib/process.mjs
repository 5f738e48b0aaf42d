import { spawn, spawnSync } from "node:child_process";

/** Runs a command to its end with our output; ends this process where it fails. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { stdio: "inherit", shell: process.platform === "win32", ...options });
  if (result.status !== 0) {
    console.error(`${command} ${args.join(" ")} failed (${result.status ?? result.signal ?? result.error?.message})`);
    process.exit(result.status || 1);
  }
}

/** Runs a command in the background and gives its exit code and output. */
export function runQuietly(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { shell: process.platform === "win32", ...options });
    let output = "";
    child.stdout?.on("data", (chunk) => (output += chunk));
    child.stderr?.on("data", (chunk) => (output += chunk));
    child.on("error", (error) => resolve({ status: 1, output: String(error) }));
    child.on("close", (status) => resolve({ status: status ?? 1, output }));
  });
}

/** The arguments that let Node run a TypeScript file of the project. */
export const typescript = ["--import", "tsx"];
