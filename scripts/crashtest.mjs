import { checkNode, generate, install } from "./lib/prepare.mjs";
import { run, typescript } from "./lib/process.mjs";

checkNode();
install({ tests: true });
generate();
run(process.execPath, [...typescript, "scripts/crash/main.ts", ...process.argv.slice(2)]);
