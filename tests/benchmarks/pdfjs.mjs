// Prints the text that pdf.js finds in the PDF on stdin; the argument is the folder of pdfjs-dist.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const folder = resolve(process.argv[2]);
const { getDocument } = await import(pathToFileURL(`${folder}/legacy/build/pdf.mjs`));
const data = new Uint8Array(readFileSync(0));
const pages = await getDocument({ data, verbosity: 0 }).promise;
for (let number = 1; number <= pages.numPages; number += 1) {
  const { items } = await (await pages.getPage(number)).getTextContent();
  console.log(items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join(""));
}
