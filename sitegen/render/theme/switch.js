// The language switch leads to the paragraph that is being read. Without this script it leads to the
// chapter, and each heading, quote and figure has a switch of its own.
"use strict";
{
  const script = document.currentScript;

  // Where the other edition has a block: under the same id, or where the block's own link leads.
  const answer = (block, language) => {
    const missing = (script.getAttribute(`data-${language}`) || "").split(" ");
    if (block.id.startsWith("p:")) return missing.includes(block.id) ? "" : `#${block.id}`;
    const link = block.querySelector(`:is(.switch, .other a)[hreflang="${language}"]`);
    return link ? link.hash : "";
  };

  // The last block that begins in the upper part of the window, or the next one before it.
  const place = (language) => {
    if (scrollY < innerHeight / 4) return "";
    const blocks = [...document.querySelectorAll(".text > *")].reverse();
    for (const block of blocks) {
      if (block.getBoundingClientRect().top > innerHeight * 0.4) continue;
      const hash = answer(block, language);
      if (hash) return hash;
    }
    return "";
  };

  const refine = (event) => {
    const link = event.target.closest?.(".languages a[hreflang]");
    if (link) link.hash = place(link.hreflang);
  };
  for (const kind of ["click", "auxclick", "contextmenu"]) addEventListener(kind, refine);
}
