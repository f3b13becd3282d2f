// Combines facets on the page that is shown: each link leads to this page with its value added or taken away.
// Without this script it leads to the page of its value.
"use strict";
{
  const status = document.querySelector("[data-shown]");
  const links = [...document.querySelectorAll("a[data-facet]")].map((link) => [link, link.dataset.facet, link.closest("li")]);
  const quotes = [...document.querySelectorAll("[data-facets]")].map((quote) => [quote, quote.dataset.facets.split(" ")]);
  const known = new Set(links.map(([, name]) => name));
  const pages = [...document.querySelectorAll(".pager a")]; // a selection goes along, whatever they hold
  const clear = document.querySelector("[data-clear]"); // also of what this page's facets do not name
  const all = status?.textContent;
  const kind = (name) => name.slice(0, name.indexOf("-"));

  // Of one kind any value will do, of several kinds one of each.
  const fits = (names, chosen, but) => {
    const kinds = new Set(chosen.map(kind));
    kinds.delete(but);
    return [...kinds].every((one) => names.some((name) => kind(name) === one && chosen.includes(name)));
  };

  const draw = () => {
    const chosen = location.hash.startsWith("#+") ? location.hash.slice(2).split("+").filter((name) => known.has(name) || (name && pages.length)) : [];
    let shown = 0;
    for (const [quote, names] of quotes) {
      quote.hidden = !fits(names, chosen);
      if (!quote.hidden) shown++;
    }
    for (const section of document.querySelectorAll(".voices section")) {
      section.hidden = !section.querySelector("[data-facets]:not([hidden])");
    }
    for (const [link, name, item] of links) {
      const isChosen = chosen.includes(name);
      link.hash = "+" + (isChosen ? chosen.filter((one) => one !== name) : [...chosen, name]).join("+");
      if (isChosen) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
      const own = quotes.filter(([, names]) => names.includes(name));
      const left = own.filter(([, names]) => fits(names, chosen, kind(name))).length;
      item.querySelector(".n").textContent = left;
      const bar = item.querySelector("rect");
      if (bar) {
        bar.dataset.width ||= parseFloat(bar.getAttribute("width"));
        bar.setAttribute("width", `${(bar.dataset.width * left) / own.length}%`);
      }
    }
    for (const link of pages) link.hash = chosen.length ? location.hash : "";
    clear.hidden = !chosen.length;
    const { shown: some, none = some } = status.dataset;
    const text = chosen.length ? (shown ? some : none).replace("{shown}", shown) : all;
    if (status.textContent !== text) status.textContent = text;
  };

  if (status && links.length) {
    const here = location.href.replace(/#.*/, "");
    for (const [link] of links) link.href = here;
    addEventListener("hashchange", draw);
    draw();
  }
  // Who asks in another place how a quote is cited comes to it here.
  document.getElementById(location.hash.slice(1))?.querySelector(".citing")?.setAttribute("open", "");
}
