// Prints the triples that N3.js reads: node n3.cjs MODULES FILE
const { createRequire } = require("module");
const { readFileSync } = require("fs");
const [modules, file] = process.argv.slice(2);
const { Parser, Writer } = createRequire(`${modules}/.package-lock.json`)("n3");

const formats = {
  ttl: "text/turtle",
  nt: "application/n-triples",
  nq: "application/n-quads",
  trig: "application/trig",
  n3: "text/n3",
};
const parser = new Parser({ format: formats[file.split(".").pop()] });
const writer = new Writer(process.stdout, { format: "application/n-quads", end: false });
writer.addQuads(parser.parse(readFileSync(file, "utf8")));
writer.end();
