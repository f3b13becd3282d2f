"""What a template sees: one frozen view that holds everything it may use, and nothing that looks
things up.

`Markup` is HTML, escaped already; every `str` is text that the template engine escapes. Addresses
(`href`) are relative to the page.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from sitegen.render.words import Words


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
    translated into it.
    """

    tag: str
    name: str
    href: str
    current: bool
    note: str


@dataclass(frozen=True, slots=True)
class TocView:
    """One heading in the contents of a page; `children` are the next level."""

    href: str
    text: Markup
    children: tuple[TocView, ...] = ()


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
    """An entry of a list of sources: `mentions` are the places that cite it, page by page."""

    id: str
    html: Markup
    mentions: tuple[MentionView, ...] = ()


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
    wording, `chapter` to the chapter (only on the page of voices).
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


@dataclass(frozen=True, slots=True)
class PictureSourceView:
    """Versions of an image in one format: addresses with their widths, and how wide it is shown."""

    type: str
    srcset: str
    sizes: str


@dataclass(frozen=True, slots=True)
class FigureView:
    """A figure: an image with caption and credit; width and height in pixels, 0 if not known. `sources`
    are its smaller versions, best first.
    """

    id: str
    src: str
    alt: str
    width: int
    height: int
    lazy: bool
    label: str
    caption: Markup
    credit: str
    switches: Markup
    sources: tuple[PictureSourceView, ...] = ()


@dataclass(frozen=True, slots=True)
class CellView:
    html: Markup
    align: str


@dataclass(frozen=True, slots=True)
class TableView:
    """A table; `label` and `caption` are empty where it has none. `switches` lead to the same table in
    the other editions.
    """

    id: str
    label: str
    caption: Markup
    head: tuple[CellView, ...]
    rows: tuple[tuple[CellView, ...], ...]
    switches: Markup


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart: its caption, its drawing (empty where none could be made) and its data as a table."""

    id: str
    label: str
    caption: Markup
    drawing: Markup
    source: Markup
    head: tuple[CellView, ...]
    rows: tuple[tuple[CellView, ...], ...]
    download: LinkView
    switches: Markup


@dataclass(frozen=True, slots=True)
class PageView:
    """What every page has, whatever its kind. `title` is the page's own, `document_title` that of the
    browser's window.
    """

    kind: str
    lang: str
    document_title: str
    title: str
    description: str
    site_title: LinkView
    stylesheet: str
    switch: tuple[SwitchView, ...]
    navigation: tuple[LinkView, ...]
    imprint: ImprintView
    words: Words


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
class SwitchScriptView:
    """The script that lets the language switch lead to the paragraph that is being read. `unanswered`
    are the ids on this page that it must not look for in another edition.
    """

    src: str
    unanswered: tuple[UnansweredView, ...]


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
    switch_script: SwitchScriptView | None = None


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


@dataclass(frozen=True, slots=True)
class VoicesChapterView:
    """The quotes of one chapter on the page of voices."""

    heading: LinkView
    quotes: tuple[QuoteView, ...]


@dataclass(frozen=True, slots=True)
class VoicesView:
    page: PageView
    count: str
    chapters: tuple[VoicesChapterView, ...]


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
