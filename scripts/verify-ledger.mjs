import { onOwnDatabase } from "./lib/own-database.mjs";

await onOwnDatabase("verify-ledger", "scripts/verify-ledger.ts");
