"""What a template sees: one frozen view that holds everything it may use, and nothing that looks
things up.

`Markup` is HTML, escaped already; every `str` is text that the template engine escapes. Addresses
(`href`) are relative to the page.
"""

from __future__ import annotations

from markupsafe import Markup

from sitegen.render.style_sheet import FirstStyleView
from sitegen.render.words import Words
from sitegen.values import dataclass


@dataclass(frozen=True, slots=True)
class LinkView:
    """A link: `lang` is set where the text is not in the page's language."""

    href: str
    text: str
    lang: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class SwitchView:
    """One language of the switch. The current one has no address; `note` is set where the page is not
    translated into it, `is_near` where a page of a list leads to the nearest that the other edition has.
    """

    tag: str
    name: str
    href: str
    current: bool
    note: str
    is_near: bool = False


@dataclass(frozen=True, slots=True)
class TocView:
    """One heading in the contents of a page; `children` are the next level."""

    href: str
    text: Markup
    children: tuple[TocView, ...] = ()


@dataclass(frozen=True, slots=True)
class PagerView:
    """The way through the pages of a long list; of `pages` those without an address are the current one,
    whose text is `current`, and gaps.
    """

    name: str
    previous: LinkView | None
    next: LinkView | None
    pages: tuple[LinkView, ...]
    current: str


@dataclass(frozen=True, slots=True)
class PersonView:
    """An author or a translator; `orcid` is the full address or empty."""

    name: str
    orcid: str


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note at the foot of the page: `backlinks` lead to its marks in the text."""

    id: str
    number: int
    html: Markup
    backlinks: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class MentionView:
    """The places of one page that cite a source. `page` is None on that page itself; `lead` stands
    before the numbers of notes; a place's `note` is what is read out for it.
    """

    page: LinkView | None
    lead: str
    places: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class SourceView:
    """An entry of a list of sources: `mentions` are the places that cite it, page by page, `rest` says that
    there are more.
    """

    id: str
    html: Markup
    mentions: tuple[MentionView, ...] = ()
    rest: str = ""


@dataclass(frozen=True, slots=True)
class CiteView:
    """How to cite a chapter: the reference in the edition's own form, as BibTeX, and as files."""

    html: Markup
    bibtex: Markup
    downloads: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A quote with its attribution. `html` is the words in their marks, `label` says that it is a
    paraphrase, `standing` that it is the original or a translation, `other` leads to another
    wording, `chapter` to the chapter (only on the pages of voices). `facets` are the names of its
    facets; how to cite it is told (`cite`, `other_cites`) or linked (`cite_link`).
    """

    id: str
    html: Markup
    attribution: str
    paraphrase: bool
    label: str
    standing: str
    source: Markup
    permalink: LinkView
    others: tuple[LinkView, ...]
    chapter: LinkView | None = None
    facets: str = ""
    cite: CiteView | None = None
    other_cites: tuple[OtherCiteView, ...] = ()
    cite_link: LinkView | None = None


@dataclass(frozen=True, slots=True)
class PageView:
    """What every page has, whatever its kind. `title` is the page's own, `document_title` that of the
    browser's window. `printed` says what the page is once it is on paper: language, address, DOI.
    """

    kind: str
    lang: str
    document_title: str
    title: str
    description: str
    site_title: LinkView
    printed: tuple[str, ...]
    stylesheet: str
    first_style: FirstStyleView | None
    switch: tuple[SwitchView, ...]
    navigation: tuple[LinkView, ...]
    imprint: ImprintView
    words: Words
    search: LinkView | None = None


@dataclass(frozen=True, slots=True)
class ImprintView:
    """The foot of every page."""

    publisher: str
    license: LinkView | None
    contact: LinkView | None
    date: str


@dataclass(frozen=True, slots=True)
class FallbackView:
    """What is said above a chapter that an edition shows in another language's text; `original` leads to
    that one's page.
    """

    text: str
    original: LinkView
    language: str


@dataclass(frozen=True, slots=True)
class StatusPartView:
    """Places of the source that a translation lacks or has otherwise; `folded` where they are many."""

    text: str
    places: tuple[LinkView, ...]
    folded: bool


@dataclass(frozen=True, slots=True)
class StatusView:
    """What is said at the top of a translation that is unfinished or not up to date."""

    text: str
    parts: tuple[StatusPartView, ...]


@dataclass(frozen=True, slots=True)
class ReadingScriptView:
    """The one script of a page. `notes`: it shows notes where they are asked for; `follows`: it lets the
    language switch lead to the paragraph that is being read. `unanswered` are the ids on this page that
    it must not look for in another edition.
    """

    src: str
    notes: bool
    follows: bool = False
    unanswered: tuple[UnansweredView, ...] = ()


@dataclass(frozen=True, slots=True)
class UnansweredView:
    """Ids that a language does not have, parted by blanks."""

    lang: str
    ids: str


@dataclass(frozen=True, slots=True)
class ChapterView:
    """A chapter. `lang` is the language of its text and `words` are in it: the page's, unless the edition
    lacks the chapter (`fallback`). `number` is `Kapitel 3`; `previous` and `next` are None at the ends.
    """

    page: PageView
    lang: str
    words: Words
    fallback: FallbackView | None
    number: str
    subtitle: str
    authors: tuple[PersonView, ...]
    translators: tuple[PersonView, ...]
    translated_from: str
    date: str
    reading_time: str
    status: StatusView | None
    partial: bool
    draft: bool
    abstract: tuple[str, ...]
    keywords: tuple[str, ...]
    toc: tuple[TocView, ...]
    body: Markup
    notes: tuple[NoteView, ...]
    sources: tuple[SourceView, ...]
    cite: CiteView
    previous: LinkView | None
    next: LinkView | None
    parallel: tuple[LinkView, ...] = ()
    script: ReadingScriptView | None = None


@dataclass(frozen=True, slots=True)
class ContentsView:
    """One chapter in the contents of the title page. `lang` is set where it is shown in another language,
    and `note` says so.
    """

    href: str
    number: int
    title: str
    subtitle: str
    reading_time: str
    lang: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ContentsPageView:
    """The contents of an edition, from the second page on; the first is part of the title page."""

    page: PageView
    contents: tuple[ContentsView, ...]
    pager: PagerView | None


@dataclass(frozen=True, slots=True)
class TitlePageView:
    """The title page of an edition. `other_titles` are the publication's titles in the other languages."""

    page: PageView
    subtitle: str
    other_titles: tuple[LinkView, ...]
    authors: tuple[PersonView, ...]
    translators: tuple[PersonView, ...]
    date: str
    doi: LinkView | None
    abstract: tuple[str, ...]
    keywords: tuple[str, ...]
    body: Markup
    notes: tuple[NoteView, ...]
    sources: tuple[SourceView, ...]
    contents: tuple[ContentsView, ...]
    voices: LinkView
    bibliography: LinkView
    counts: tuple[str, ...]
    downloads: tuple[LinkView, ...]
    cite: CiteView
    other_cites: tuple[OtherCiteView, ...]
    script: ReadingScriptView | None = None
    pager: PagerView | None = None


@dataclass(frozen=True, slots=True)
class OtherCiteView:
    """The reference to another edition, in that edition's own form."""

    lang: str
    html: Markup


@dataclass(frozen=True, slots=True)
class EditionView:
    """One edition on the front page."""

    lang: str
    href: str
    title: str
    subtitle: str
    name: str
    abstract: tuple[str, ...]
    contents: tuple[ContentsView, ...]
    words: Words
    more: LinkView | None = None


@dataclass(frozen=True, slots=True)
class FrontView:
    """The root of the site: both editions side by side, none preferred."""

    page: PageView
    authors: tuple[PersonView, ...]
    editions: tuple[EditionView, ...]


@dataclass(frozen=True, slots=True)
class BibliographyView:
    page: PageView
    count: str
    sources: tuple[SourceView, ...]
    downloads: tuple[LinkView, ...]
    pager: PagerView | None = None


@dataclass(frozen=True, slots=True)
class NotFoundTextView:
    lang: str
    title: str
    text: str
    link: LinkView


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """404.html: every language's text, links from the site's root, since it is shown at any depth."""

    page: PageView
    texts: tuple[NotFoundTextView, ...]
