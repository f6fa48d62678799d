// Prints the triples that jsonld.js expands a document to: node jsonld.cjs MODULES FILE
const { createRequire } = require("module");
const { readFileSync } = require("fs");
const [modules, file] = process.argv.slice(2);
const jsonld = createRequire(`${modules}/.package-lock.json`)("jsonld");

const refuse = (url) => Promise.reject(new Error(`the document refers to ${url}, and nothing is fetched`));
jsonld
  .toRDF(JSON.parse(readFileSync(file, "utf8")), { format: "application/n-quads", documentLoader: refuse })
  .then((quads) => process.stdout.write(quads));
