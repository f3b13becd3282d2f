// The search: loads the index when the reader begins, and shows what it finds. All words are the page's.
"use strict";
{
  const form = document.querySelector("form[data-index]");
  const field = form.elements.q;
  const found = document.querySelector(".found");
  const list = document.querySelector(".results");
  const further = document.querySelector(".further");
  const without = document.querySelector(".without");
  const STEP = 10;
  const JOINT = /\u2423/g;
  const plural = new Intl.PluralRules(document.documentElement.lang);
  let index, results, shown, turn = 0, waiting;

  const make = (name, text = "", className = "") => {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.textContent = text;
    return element;
  };

  // The same as is done to the text of the index: composed letters, no soft hyphens, `Leser_innen` in two.
  const normal = (text) => text.normalize("NFC").replace(/[\u00ad\u200b\u2060\ufeff]/g, "")
    .replace(/(?<=[\p{L}\p{N}])_(?=[\p{L}\p{N}])/gu, "\u2423").replace(/\s+/g, " ").trim();

  const load = () => index ??= import(new URL(form.dataset.index, document.baseURI).href)
    .then(async (pagefind) => (await pagefind.init(), pagefind))
    .catch((error) => { index = undefined; throw error; });

  // About thirty words from the text of a section around what was found in it.
  const excerpt = (words, places, start, end) => {
    const inside = places.filter((place) => place >= start && place < end);
    const from = Math.max(start, (inside[0] ?? start) - 9);
    const to = Math.min(end, from + 34);
    const paragraph = make("p", from > start ? "… " : "", "excerpt");
    for (let at = from; at < to; at++) {
      const word = words[at].replace(JOINT, "_");
      paragraph.append(inside.includes(at) ? make("mark", word) : word, at + 1 < to ? " " : "");
    }
    if (to < end) paragraph.append(" …");
    return paragraph;
  };

  const linked = (href, text) => {
    const link = make("a", text.replace(JOINT, "_"));
    link.href = href;
    return link;
  };

  const entry = (data) => {
    const item = make("li");
    const kind = data.filters.kind[0];
    const choice = form.querySelector(`[value="${kind}"]`);
    const words = data.raw_content.split(/\s+/).filter(Boolean);
    const href = form.dataset.root + data.raw_url;
    const title = make("p", "", "title");
    title.append(make("span", data.meta.label || choice.dataset.label, "kind"), " ", linked(href, data.meta.title));
    item.append(title);
    const bounds = [...data.anchors, { location: words.length }];
    const sections = bounds.slice(0, -1).map((anchor, at) => ({ anchor, end: bounds[at + 1].location }))
      .filter(({ anchor, end }) => data.locations.some((place) => place >= anchor.location && place < end));
    if (!sections.length || data.locations.some((place) => place < bounds[0].location)) {
      if (words.length) item.append(excerpt(words, data.locations, 0, bounds[0].location));
    }
    for (const { anchor, end } of sections.slice(0, 3)) {
      const part = make("div", "", "part");
      part.append(linked(`${href}#${encodeURIComponent(anchor.id)}`, anchor.text));
      const start = anchor.location + anchor.text.split(/\s+/).length;
      if (start < end) part.append(excerpt(words, data.locations, start, end));
      item.append(part);
    }
    if (data.meta.chapter) item.append(make("p", `${form.dataset.in} ${data.meta.chapter}`, "in"));
    return item;
  };

  const show = async () => {
    const mine = turn;
    const next = await Promise.all(results.slice(shown, shown + STEP).map((one) => one.data()));
    if (mine !== turn) return;
    if (!shown) list.replaceChildren();
    const items = next.map(entry);
    list.append(...items);
    shown += items.length;
    list.hidden = !shown;
    further.hidden = shown >= results.length;
    return items[0];
  };

  const say = (count) => {
    const { dataset } = form;
    const key = plural.select(count);
    const text = dataset[`count${key[0].toUpperCase()}${key.slice(1)}`] || dataset.countOther;
    found.textContent = count ? text.replace("{number}", count) : dataset.none;
  };

  const clear = () => {
    found.textContent = "";
    list.replaceChildren();
    list.hidden = further.hidden = true;
  };

  const letters = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ß", "ss").match(/[\p{L}\p{N}]+/gu) || [];

  // Whether a result holds a word that begins as one that was asked for: with three letters, and most of it.
  const isNear = ({ raw_content, locations, meta }, asked) => {
    const words = raw_content.split(/\s+/).filter(Boolean);
    const held = letters([...locations.map((place) => words[place]), meta.title, meta.chapter].join(" "));
    return letters(asked).some((one) => {
      const start = one.slice(0, Math.max(3, Math.ceil(one.length * 0.6)));
      return held.some((word) => word.startsWith(start));
    });
  };

  // The index also answers with words that begin with the stem of one (`Москва` for `мой`), and in want of any with
  // what shares its first letter. What holds the very words, in any form, comes first; where nothing does, all
  // that is not even near them is nothing.
  const find = async (pagefind, asked, options) => {
    const { results: all } = await pagefind.search(asked, options);
    const { results: exact } = await pagefind.search(`"${asked.replaceAll('"', " ")}"`, options);
    const first = new Set(exact.map((one) => one.id));
    if (!first.size) {
      const top = await Promise.all(all.slice(0, STEP).map((one) => one.data()));
      if (!top.some((one) => isNear(one, asked))) return [];
    }
    return [...all.filter((one) => first.has(one.id)), ...all.filter((one) => !first.has(one.id))];
  };

  const search = async () => {
    const mine = ++turn;
    const { q, kind } = Object.fromEntries(new FormData(form));
    const asked = normal(q);
    const address = new URL(location.href);
    asked ? address.searchParams.set("q", q) : address.searchParams.delete("q");
    kind ? address.searchParams.set("kind", kind) : address.searchParams.delete("kind");
    if (address.href !== location.href) history.replaceState(null, "", address);
    if (!asked) return clear();
    try {
      const pagefind = await load();
      const answer = await find(pagefind, asked, kind ? { filters: { kind } } : {});
      if (mine !== turn) return;
      results = answer;
      shown = 0;
      if (!results.length) clear();
      else await show();
      if (mine === turn) say(results.length);
    } catch {
      if (mine !== turn) return;
      clear();
      found.textContent = form.dataset.failed;
    }
  };

  const begin = () => load().catch(() => {});

  if (!location.protocol.startsWith("http")) {
    const reason = without.querySelector("[data-folder]");
    reason.textContent = reason.dataset.folder;
  } else {
    without.remove();
    form.hidden = false;
    form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(waiting); search(); });
    form.addEventListener("change", (event) => { if (event.target !== field) search(); });
    field.addEventListener("focus", begin);
    field.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(search, 200); });
    further.firstElementChild.addEventListener("click", async () => {
      const first = await show();
      first?.querySelector("a").focus();
    });
    const asked = new URLSearchParams(location.search);
    field.value = asked.get("q") || "";
    for (const choice of form.querySelectorAll("[type=radio]")) {
      if (choice.value === (asked.get("kind") || "")) choice.checked = true;
    }
    if (field.value) search();
  }
}
