import pg from "pg"; import { readFileSync } from "node:fs";
const pw = readFileSync("/tmp/h7-data/pg-password","utf8"); const port = readFileSync("/tmp/h7-data/cluster/pg/postmaster.pid","utf8").split("\n")[3];
const c = new pg.Client(`postgresql://huiqitong_owner:${pw}@127.0.0.1:${port}/huiqitong`); await c.connect();
for (const q of process.argv.slice(2)) console.table((await c.query(q)).rows); await c.end();
