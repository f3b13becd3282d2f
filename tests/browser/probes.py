"""What is asked of a page within the browser: each gives the list of what is wrong."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

OVERFLOW = """() => {
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= wide) return [];
  return [...document.querySelectorAll("body *")]
    .filter((one) => one.getBoundingClientRect().right > wide + 1 && !one.closest(".scroll, pre"))
    .map((one) => one.tagName + "." + one.className);
}"""
"""What runs out of the window (WCAG 1.4.10)."""

SMALL = """() => [...document.querySelectorAll(
    "nav a, summary, button, input, .back, .anchor, .switch, .permalink, .foot a, .masthead a, .skip")]
  .filter((one) => one.checkVisibility() && !one.closest("details:not([open])"))
  .map((one) => [one, (one.closest("label") ?? one).getBoundingClientRect()])
  .filter(([one, box]) => box.width > 0 && (box.width < 23.9 || box.height < 23.9))
  .map(([one, box]) => `${one.className || one.tagName} “${one.textContent}” ${box.width}×${box.height}`)"""
"""What is pressed and is smaller than 24 pixels, notes within sentences apart (WCAG 2.5.8)."""

UNFOCUSED = """() => {
  const all = [...document.querySelectorAll("a[href], button, input, summary, [tabindex='0']")]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length);
  const wrong = (one) => {
    one.focus({ focusVisible: true });
    if (document.activeElement !== one) return "cannot be focused";
    const style = getComputedStyle(one);
    if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) return "does not show it";
    const [box] = one.getClientRects();
    const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 2);
    const half = Math.min(box.height, innerHeight / 2) / 2;
    const y = (box.height > innerHeight / 2 ? Math.max(box.top, 0) : box.top) + half;
    const there = document.elementFromPoint(x, y);
    return there && (one.contains(there) || there.contains(one)) ? "" : "is covered or out of sight";
  };
  return [...all, ...all.reverse()].flatMap((one) => {
    const fault = wrong(one);
    return fault ? [`${one.outerHTML.slice(0, 120)} ${fault}`] : [];
  });
}"""
"""What the focus reaches without being seen, forwards and backwards (WCAG 2.4.7, 2.4.11)."""

SPACED = """() => {
  for (const one of document.querySelectorAll("body *")) {
    one.style.setProperty("line-height", "1.5", "important");
    one.style.setProperty("letter-spacing", ".12em", "important");
    one.style.setProperty("word-spacing", ".16em", "important");
    if (one.tagName === "P") one.style.setProperty("margin-bottom", "2em", "important");
  }
  return [...document.querySelectorAll("body *")]
    .filter((one) => one.checkVisibility() && one.innerText)
    .filter((one) => !one.closest(".unseen, .search-link, .scroll, pre, svg"))
    .filter((one) => ["hidden", "clip"].includes(getComputedStyle(one).overflowY))
    .filter((one) => one.scrollHeight > one.clientHeight + 1)
    .map((one) => `${one.tagName}.${one.className} is cut off`);
}"""
"""Text set wider, and what of it is cut off then (WCAG 1.4.12)."""

SHIFT = """() => new Promise((done) => {
  const found = [];
  new PerformanceObserver((list) => found.push(...list.getEntries().map((one) => one.value)))
    .observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => setTimeout(() => done(found), 20));
})"""
"""What moved while the page was read."""

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8") + "\n;0"
RUN = """() => axe.run(document, {
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
  rules: { "target-size": { enabled: true } },
  resultTypes: ["violations"],
  preload: false,
})"""


def axe(page: Page) -> tuple[list[str], set[str]]:
    """What axe-core finds with all rules of WCAG 2.2 A and AA and its advice; and the rules that applied."""
    page.evaluate(AXE)
    answer: dict[str, list[dict[str, Any]]] = page.evaluate(RUN)
    found = [f"{one['id']}: {node['html']}" for one in answer["violations"] for node in one["nodes"]]
    return found, {one["id"] for one in answer["passes"]}
