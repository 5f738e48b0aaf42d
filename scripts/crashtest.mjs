import { checkNode, generate, install } from "./lib/prepare.mjs";
import { run, typescript } from "./lib/process.mjs";

checkNode();
await install({ tests: true });
await generate();
await run(process.execPath, [...typescript, "scripts/crash/main.ts", ...process.argv.slice(2)]);
