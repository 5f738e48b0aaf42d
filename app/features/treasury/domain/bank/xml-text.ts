/** An XML element to be written: a name, attributes, and text or children. */
export type XmlNode = { name: string; attributes?: Record<string, string>; content: string | readonly XmlNode[] };

export function element(name: string, content: XmlNode["content"], attributes?: Record<string, string>): XmlNode {
  return { name, content, attributes };
}

// Characters that XML 1.0 cannot hold at all.
const impossible = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

function escaped(text: string): string {
  return text
    .replace(impossible, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}

/** An XML 1.0 document in UTF-8, an element a line. */
export function xmlDocument(root: XmlNode): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, "")}`;
}

function written({ name, attributes = {}, content }: XmlNode, indent: string): string {
  const opening = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escaped(value)}"`)].join(" ");
  if (typeof content === "string") return `${indent}<${opening}>${escaped(content)}</${name}>\n`;
  return `${indent}<${opening}>\n${content.map((child) => written(child, `${indent}  `)).join("")}${indent}</${name}>\n`;
}
