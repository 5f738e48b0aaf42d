import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { circlesOf, mutualOf, readHouse } from "./house/read.mjs";
import { floors, known, levelOf, partOf } from "./house/floors.cjs";

/** Draws the house: parts by floor, imports down and up, and whatever breaks the order. Ends with 1 where `known.json` isn't the truth. */
const files = new Map(
  readdirSync("app", { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll("\\", "/"))
    .filter((file) => !/\.test\.tsx?$|\/testing\/|^app\/generated\//.test(file))
    .map((file) => [file, ts.preProcessFile(readFileSync(file, "utf8")).importedFiles.map((each) => each.fileName)]),
);
const { imports, parts, up } = readHouse(files, { partOf, levelOf });

const pad = (value, width) => String(value).padStart(width);
console.log("floor  part           files    down      up");
for (const part of [...floors.flat(), "roof"].reverse()) {
  const { files = 0, down = 0, up: climbing = 0 } = parts.get(part) ?? {};
  console.log(`${pad(levelOf(part), 5)}  ${part.padEnd(14)}${pad(files, 6)}${pad(down, 8)}${pad(climbing, 8)}`);
}
const mutual = mutualOf(imports);
const circles = circlesOf(imports);
console.log(`\nimports between parts ${imports.length}, up ${up.length}`);
console.log(`mutual pairs ${mutual.length}${mutual.map((pair) => `\n  ${pair.join(" <-> ")}`).join("")}`);
console.log(`circles ${circles.length}${circles.map((circle) => `\n  ${circle.join(", ")}`).join("")}`);

const pairs = new Set(up.map(({ file, to }) => `${file} -> ${to}`));
const listed = new Set(Object.entries(known).flatMap(([file, tos]) => tos.map((to) => `${file} -> ${to}`)));
const more = [...pairs].filter((pair) => !listed.has(pair));
const gone = [...listed].filter((pair) => !pairs.has(pair));
for (const pair of more) console.log(`goes up: ${pair}`);
for (const pair of gone) console.log(`is gone, take it off scripts/house/known.json: ${pair}`);
process.exit(more.length + gone.length > 0 ? 1 : 0);
