import { build, checkNode, generate, install } from "./lib/prepare.mjs";

checkNode();
await install();
await generate();
await build();
