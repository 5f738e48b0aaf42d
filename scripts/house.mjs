import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { circlesOf, mutualOf, readHouse } from "./house/read.mjs";
import { floors, levelOf, partOf } from "./house/floors.cjs";

/** Draws the house: parts by floor, imports down and up, and whatever breaks the order. Ends with 1 where something does. */
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

for (const { file, to } of up) console.log(`goes up: ${file} -> ${to}`);
const homeless = readdirSync("app/features").filter((context) => !floors.flat().includes(context));
for (const context of homeless) console.log(`on no floor of scripts/house/floors.cjs: ${context}`);
process.exit(up.length + homeless.length > 0 ? 1 : 0);
