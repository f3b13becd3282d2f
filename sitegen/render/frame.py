"""What every page has around its text: titles, switch, navigation, imprint."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from sitegen import languages
from sitegen.model.publication import Counterpart, Edition
from sitegen.render import urls
from sitegen.render.html import marked, titled
from sitegen.render.site import Site
from sitegen.render.views import ImprintView, LinkView, PageView, SwitchView
from sitegen.render.words import words

LICENSES = {
    "CC-BY-4.0": ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/deed.{language}"),
    "CC-BY-SA-4.0": ("CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/deed.{language}"),
    "CC-BY-NC-4.0": ("CC BY-NC 4.0", "https://creativecommons.org/licenses/by-nc/4.0/deed.{language}"),
    "CC-BY-ND-4.0": ("CC BY-ND 4.0", "https://creativecommons.org/licenses/by-nd/4.0/deed.{language}"),
    "CC-BY-NC-SA-4.0": (
        "CC BY-NC-SA 4.0",
        "https://creativecommons.org/licenses/by-nc-sa/4.0/deed.{language}",
    ),
    "CC-BY-NC-ND-4.0": (
        "CC BY-NC-ND 4.0",
        "https://creativecommons.org/licenses/by-nc-nd/4.0/deed.{language}",
    ),
    "CC0-1.0": ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/deed.{language}"),
}
"""Shown names and pages of the licences that publications use; others are shown by their SPDX id."""


def frame(
    site: Site,
    kind: str,
    language: str,
    output: str,
    title: str,
    counterparts: Iterable[Counterpart],
    description: str,
) -> PageView:
    """The frame of one page. `counterparts` are the same page in the other languages."""
    site_title, title_language = site.title(language)
    is_title_page = kind in {"front", "title-page"} and title == site_title
    full = title if is_title_page else f"{title} – {site_title}"
    lang = title_language if title_language != language else ""
    return PageView(
        kind=kind,
        lang=language,
        document_title=full,
        title=titled(title, language),
        description=description,
        site_title=LinkView(
            _way(site, output, urls.title_page(language)), marked(site_title, title_language), lang
        ),
        printed=_printed(site, language, output),
        stylesheet=_way(site, output, urls.STYLESHEET),
        first_style=site.templates.first_style if kind == "chapter" else None,
        switch=_switch(site, language, output, counterparts, is_front=kind in {"front", "not-found"}),
        navigation=_navigation(site, language, output) if kind != "front" else (),
        imprint=_imprint(site, language),
        words=words(language),
        search=_search(site, language, output) if kind != "front" else None,
    )


def page_title(site: Site, edition: Edition) -> tuple[str, str]:
    """The title of an edition's title page, and the language it is in."""
    if edition.title_page and edition.title_page.title:
        return edition.title_page.title, edition.language
    return site.title(edition.language)


def edition_home(site: Site, language: str) -> str:
    """An edition's title page as 404.html links to it."""
    return _way(site, urls.NOT_FOUND, urls.title_page(language))


def base_path(site: Site) -> str:
    """The path of the site's root on its server, from the configured address."""
    path = urlsplit(site.settings.url).path if site.settings.url else "/"
    return path if path.endswith("/") else path + "/"


def _way(site: Site, here: str, there: str) -> str:
    """Relative; from 404.html, which is shown at any depth, from the root (delivery.md, section 6)."""
    return base_path(site) + there if here == urls.NOT_FOUND else urls.relative(here, there)


def _printed(site: Site, language: str, output: str) -> tuple[str, ...]:
    """What a printed page says of itself (delivery.md, section 9)."""
    url, doi = site.settings.url, site.settings.doi.get(language)
    address = urls.absolute(url, output) if url else ""
    return tuple(
        filter(None, (languages.get(language).name, address, f"https://doi.org/{doi}" if doi else ""))
    )


def _switch(
    site: Site, language: str, output: str, counterparts: Iterable[Counterpart], *, is_front: bool
) -> tuple[SwitchView, ...]:
    found = {one.language: one for one in counterparts}
    views: list[SwitchView] = []
    for tag in site.settings.languages:
        name = languages.get(tag).name
        if tag == language and not is_front:
            views.append(SwitchView(tag, name, "", current=True, note=""))
        elif tag in found:
            href = urls.relative(output, found[tag].output)
            views.append(SwitchView(tag, name, href, current=False, note=""))
        elif is_front:
            href = _way(site, output, urls.title_page(tag))
            views.append(SwitchView(tag, name, href, current=False, note=""))
        else:
            views.append(SwitchView(tag, name, "", current=False, note=words(language).not_translated))
    return tuple(views)


def _search(site: Site, language: str, output: str) -> LinkView | None:
    """The way to the edition's search; no address on its own page."""
    if not site.search:
        return None
    own = output == urls.search(language)
    return LinkView("" if own else _way(site, output, urls.search(language)), words(language).search)


def _navigation(site: Site, language: str, output: str) -> tuple[LinkView, ...]:
    text, search = words(language), _search(site, language, output)
    return (
        LinkView(_way(site, output, urls.title_page(language)), text.title_page),
        LinkView(_way(site, output, urls.voices(language)), text.voices),
        LinkView(_way(site, output, urls.bibliography(language)), text.bibliography),
        *((search,) if search else ()),
        LinkView(_way(site, output, urls.FRONT), text.editions),
    )


def _imprint(site: Site, language: str) -> ImprintView:
    settings = site.settings
    contact = settings.contact
    shown = contact.removeprefix("mailto:").removeprefix("https://").removeprefix("http://").rstrip("/")
    return ImprintView(
        publisher=marked(*settings.publisher.best(language)),
        license=_license(settings.license, language),
        contact=LinkView(contact, shown) if contact else None,
        date=languages.get(language).date(settings.date) if settings.date else "",
    )


def license_address(name: str) -> str:
    """The address of a licence itself, in no language; empty for one that is not known."""
    return LICENSES.get(name, ("", ""))[1].partition("deed")[0]


def _license(name: str, language: str) -> LinkView | None:
    if not name:
        return None
    shown, address = LICENSES.get(name, (name, ""))
    return LinkView(address.format(language=language), marked(shown, language))
