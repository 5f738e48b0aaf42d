/** From the ground up. A part imports what lies on a floor below its own, nothing beside or above; only the roof is one. */
const floors = [
  ["kernel"],
  ["access"],
  ["platform"],
  ["i18n", "charts"],
  ["ui"],
  ["audit", "notices"],
  ["policies"],
  ["enterprises"],
  ["calendar"],
  ["identity"],
  ["work"],
  ["claims"],
  ["funds"],
  ["matching"],
  ["deliveries", "redemption"],
  ["applications"],
  ["documents", "lists", "treasury", "validity", "workbench"],
  ["monitoring"],
  ["door"],
];
const ground = ["kernel", "access", "platform", "i18n", "charts", "ui", "door"];

/** Where a part lies. */
const folderOf = (part) => (ground.includes(part) ? `app/${part}/` : `app/features/${part}/`);

/** The part a file belongs to; `roof` for pages, process, texts together and whatever else knows everybody. */
const partOf = (file) => floors.flat().find((part) => file.startsWith(folderOf(part))) ?? "roof";

const levelOf = (part) => (part === "roof" ? floors.length : floors.findIndex((floor) => floor.includes(part)));

/** What a part may not import: everything beside and above. */
const closedTo = (part) => [...floors.slice(levelOf(part)).flat(), "roof"].filter((each) => each !== part);

const roof = `^app/(?!features/|${ground.map((part) => `${part}/`).join("|")}|styles/|generated/)`;
const pathOf = (part) => (part === "roof" ? roof : `^${folderOf(part)}`);
const anyOf = (parts) => parts.map(pathOf).join("|");

/** Rules of dependency-cruiser that hold the floors. */
const floorRules = (rule) =>
  floors.flat().map((part) => rule(`floors-of-${part}`, { path: pathOf(part) }, { path: anyOf(closedTo(part)) }));

module.exports = { floors, partOf, levelOf, floorRules };
