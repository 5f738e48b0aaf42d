import { spawn } from "node:child_process";
import { environment, openDatabase } from "./lib/database.mjs";
import { checkNode, generate, install } from "./lib/prepare.mjs";
import { secrets } from "./lib/secrets.mjs";

checkNode();
await install();
await generate();
const database = await openDatabase();
const [command = "true", ...args] = process.argv.slice(2);
const child = spawn(
  command === "tsx" ? process.execPath : command,
  command === "tsx" ? ["--import", "tsx", ...args] : args,
  {
    stdio: "inherit",
    env: environment(database, secrets()),
  },
);
child.on("close", async (code) => {
  if (!process.env.KEEP_DATABASE) await database.stop();
  process.exit(code ?? 1);
});
