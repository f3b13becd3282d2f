// Refines two things that work without a script: marks lead to notes, the language switch to the chapter.
"use strict";
{
  const script = document.currentScript;
  const { note: label, foot, close, follow } = script.dataset;

  // Notes come to the reader where they are not in view beside the text: one popover per page is filled
  // with a copy, and emptied when it closes.

    const make = (name, attributes) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };

  const popover = make("div", { popover: "auto", class: "note", role: "dialog", tabindex: -1 });
  let mark;

  const isBeside = (note) => {
    const text = (mark.closest(".text") ?? mark).getBoundingClientRect();
    const box = note.getBoundingClientRect();
    return box.left >= text.right || box.right <= text.left;
  };

  const fill = (note) => {
    const copy = make("div", { class: "copy", lang: note.closest("[lang]").lang });
    copy.append(...note.cloneNode(true).childNodes);
    copy.querySelectorAll(".back").forEach((back) => back.remove());
    copy.querySelectorAll("[id]").forEach((one) => one.removeAttribute("id"));
    const way = make("a", { class: "way", href: mark.getAttribute("href") });
    way.append(`${foot} ↓`);
    const button = make("button", { type: "button", "aria-label": close });
    button.append("×");
    button.onclick = () => popover.hidePopover();
    popover.setAttribute("aria-label", `${label} ${mark.textContent}`);
    popover.dataset.number = mark.textContent;
    popover.replaceChildren(copy, way, button);
  };

  const open = (event) => {
    const link = event.target.closest?.("a[role=doc-noteref]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    popover.hidePopover();
    mark = link;
    const note = document.getElementById(decodeURIComponent(mark.hash.slice(1)));
    if (!note || isBeside(note)) return;
    event.preventDefault();
    fill(note);
    mark.style.anchorName = "--mark";
    popover.showPopover({ source: mark });
    popover.focus();
  };

  const leave = (event) => {
    if (event.newState !== "closed") return;
    mark.style.anchorName = "";
    if (popover.contains(document.activeElement)) mark.focus({ preventScroll: true });
    popover.replaceChildren();
  };

  if (label && popover.showPopover) {
    popover.addEventListener("beforetoggle", leave);
    popover.addEventListener("click", (event) => {
      if (event.target.closest("a.way")) popover.hidePopover();
    });
    document.body.append(popover);
    addEventListener("click", open);
  }

  // The switch leads to the paragraph that is being read.

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
  if (follow !== undefined) for (const kind of ["click", "auxclick", "contextmenu"]) addEventListener(kind, refine);
}
