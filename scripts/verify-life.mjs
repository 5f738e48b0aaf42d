import { onOwnDatabase } from "./lib/own-database.mjs";

await onOwnDatabase("verify-life", "scripts/verify-life.ts");
