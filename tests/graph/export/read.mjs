// Reads a .cyjs or a Mermaid file with the program it is for and prints how many nodes and edges there are.
// node read.mjs cyjs|mermaid MODULES FILE, where MODULES is a node_modules folder.

import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [format, modules, file] = process.argv.slice(2);
const require = createRequire(path.join(modules, "x.js"));
const text = fs.readFileSync(file, "utf8");

if (format === "cyjs") {
  const graph = require("cytoscape")({ headless: true, elements: JSON.parse(text).elements });
  console.log(graph.nodes().length, graph.edges().length);
} else {
  const { JSDOM } = require("jsdom");
  globalThis.window = new JSDOM("").window;
  globalThis.document = window.document;
  const at = path.join(modules, "mermaid/dist/mermaid.core.mjs");
  const mermaid = (await import(pathToFileURL(at))).default;
  mermaid.initialize({ maxEdges: 100000 });
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  console.log(db.getVertices().size, db.getEdges().length);
}
