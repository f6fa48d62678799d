// Prints how many entities Mermaid finds in a diagram: node mermaid.mjs MODULES FILE
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [modules, file] = process.argv.slice(2);
const { resolve } = createRequire(`${modules}/.package-lock.json`);
const { JSDOM } = createRequire(`${modules}/.package-lock.json`)("jsdom");
// Mermaid asks for a browser's window before it reads anything.
globalThis.window = new JSDOM("<!DOCTYPE html>").window;
globalThis.document = window.document;
const { default: mermaid } = await import(pathToFileURL(resolve("mermaid")));

const text = readFileSync(file, "utf8");
await mermaid.parse(text);
const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
// The others are where the edges of a statement between many meet.
const entities = [...db.getVertices().keys()].filter((id) => id.startsWith("n"));
console.log(entities.length);
