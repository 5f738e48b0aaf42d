import path from "node:path";

/**
 * What the parts of a house import of each other. `files` maps each file to what it imports, as written;
 * `partOf` and `levelOf` say where a file belongs and how high that lies. An import up is one that doesn't go to a lower floor.
 */
export function readHouse(files, { partOf, levelOf }) {
  const parts = new Map();
  const imports = [];
  for (const [file, written] of files) {
    const from = partOf(file);
    const part = parts.get(from) ?? { files: 0, down: 0, up: 0 };
    parts.set(from, { ...part, files: part.files + 1 });
    for (const target of new Set(written.flatMap((each) => resolved(files, file, each)))) {
      const to = partOf(target);
      if (to !== from) imports.push({ file, from, to, up: levelOf(to) >= levelOf(from) });
    }
  }
  for (const { from, up } of imports) parts.get(from)[up ? "up" : "down"] += 1;
  return { imports, parts, up: imports.filter((each) => each.up) };
}

function resolved(files, file, written) {
  if (!/^(~|\.\.?)\//.test(written)) return [];
  const bare = written.startsWith("~/")
    ? `app/${written.slice(2)}`
    : path.posix.join(path.posix.dirname(file), written);
  return ["", ".ts", ".tsx", "/index.ts"].map((end) => bare + end).filter((each) => files.has(each));
}

/** Pairs of parts that import each other. */
export function mutualOf(imports) {
  const pairs = new Set(imports.map(({ from, to }) => `${from} ${to}`));
  return [...pairs].map((pair) => pair.split(" ")).filter(([from, to]) => from < to && pairs.has(`${to} ${from}`));
}

/** Groups of parts each of which reaches every other. */
export function circlesOf(imports) {
  const parts = [...new Set(imports.flatMap(({ from, to }) => [from, to]))].sort();
  const reach = new Map(parts.map((part) => [part, reachedFrom(part, imports)]));
  const circles = parts.map((part) => parts.filter((each) => reach.get(part).has(each) && reach.get(each).has(part)));
  return [
    ...new Map(circles.filter((circle) => circle.length > 1).map((circle) => [circle.join(" "), circle])).values(),
  ];
}

function reachedFrom(part, imports) {
  const reached = new Set();
  const open = [part];
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const { from, to } of imports)
      if (from === next && !reached.has(to)) {
        reached.add(to);
        open.push(to);
      }
  return reached;
}
