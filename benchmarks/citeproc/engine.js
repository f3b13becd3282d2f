// Sets CSL-JSON items with citeproc-js: node engine.js FOLDER < job, where the job holds items and styles.
// Answers with, for each style, the list entry and the citation of each item.
"use strict";
const fs = require("fs");
const path = require("path");

const folder = process.argv[2];
const CSL = require(path.join(folder, "node_modules", "citeproc"));
const job = JSON.parse(fs.readFileSync(0, "utf-8"));
const items = Object.fromEntries(job.items.map((item) => [item.id, item]));
const system = {
  retrieveItem: (id) => items[id],
  retrieveLocale: (tag) => {
    const file = path.join(folder, "node_modules", "citeproc-locales", "locales", `locales-${tag}.xml`);
    return fs.existsSync(file) ? fs.readFileSync(file, "utf-8") : false;
  },
};

function set(style) {
  const engine = new CSL.Engine(system, fs.readFileSync(style.path, "utf-8"), style.locale, true);
  engine.setOutputFormat("text");
  engine.updateItems(Object.keys(items));
  const [about, entries] = engine.makeBibliography();
  const found = {};
  about.entry_ids.forEach((ids, place) => {
    const id = ids[0];
    const cited = engine.makeCitationCluster([{ id, ...(job.locators[id] || {}) }]);
    found[id] = { entry: entries[place].trim(), citation: cited };
  });
  return { order: about.entry_ids.map((ids) => ids[0]), found };
}

process.stdout.write(JSON.stringify(Object.fromEntries(job.styles.map((style) => [style.name, set(style)]))));
