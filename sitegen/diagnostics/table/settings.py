"""Rows of the table of codes: settings."""

from __future__ import annotations

from sitegen.diagnostics.row import N_, Example, Row
from sitegen.diagnostics.table import values

_HEAD = 'languages = ["de"]\ntitle = "Bleiben oder gehen"\n'


def _settings(bad: str, good: str, line: int = 3) -> Example:
    """An example in sitegen.toml, below the two keys that every publication has."""
    return Example({"sitegen.toml": _HEAD + bad}, {"sitegen.toml": _HEAD + good}, line)


def _whole(bad: str, good: str, line: int) -> Example:
    return Example({"sitegen.toml": bad}, {"sitegen.toml": good}, line)


ROWS: tuple[Row, ...] = (
    Row(
        "CFG001",
        "settings-missing",
        "error",
        message=N_("There is no sitegen.toml in this folder."),
        hint=N_("Change to the folder of the publication, or run `sitegen new` to begin one."),
        why=N_(
            "sitegen.toml makes a folder a publication: it names its languages and its title. Without it "
            "nothing says what is to be built; most often the command was called in the wrong folder."
        ),
    ),
    Row(
        "CFG002",
        "settings-syntax",
        "error",
        message=N_("sitegen.toml cannot be read as TOML: {reason}."),
        hint=N_(
            "Look at this place: texts stand in quotation marks, lists in square brackets, and each key once."
        ),
        why=N_(
            "The file is written in TOML, where each line gives a key its value. From a line that breaks the "
            "form, nothing that follows can be understood, so none of the settings is taken."
        ),
        example=_whole(
            'languages = ["de"]\ntitle = Bleiben oder gehen\n',
            'languages = ["de"]\ntitle = "Bleiben oder gehen"\n',
            2,
        ),
    ),
    values.unknown_key(
        "CFG003",
        "unknown-setting",
        _settings('publischer = "Verlag"\n', 'publisher = "Verlag"\n'),
    ),
    values.wrong_type(
        "CFG004",
        "wrong-type-of-setting",
        _settings('[search]\nenabled = "no"\n', "[search]\nenabled = false\n", 4),
    ),
    Row(
        "CFG005",
        "publication-without-title",
        "error",
        message=N_("The publication has no title."),
        hint=N_('Add a line such as title = "…" to sitegen.toml, or one title per language.'),
        why=N_(
            "The title stands on every page, in the tab of the browser, in search results and in every "
            "citation of the publication. Nothing can stand in for it."
        ),
        example=_whole(
            'languages = ["de"]\n',
            'languages = ["de"]\ntitle = "Bleiben oder gehen"\n',
            1,
        ),
    ),
    Row(
        "CFG006",
        "publication-without-languages",
        "error",
        message=N_("sitegen.toml does not say which languages the publication has."),
        hint=N_('Add a line such as languages = ["de", "ru"]; the first is the default edition.'),
        why=N_(
            "Each language is an edition of its own, with its own pages, its own quotation marks and its own "
            "words. Their order says which of them a visitor sees first."
        ),
        example=_whole(
            'title = "Bleiben oder gehen"\n',
            'languages = ["de"]\ntitle = "Bleiben oder gehen"\n',
            1,
        ),
    ),
    Row(
        "CFG007",
        "unsupported-language",
        "error",
        message=N_("There is no language “{value}” here."),
        hint=N_("Possible is: {known}. For another language, a language module must be written first."),
        why=N_(
            "A language needs its quotation marks, its words for the interface and the grammar of its "
            "attributions. Without them its pages would be half in another language."
        ),
        example=_whole(
            'languages = ["de", "dee"]\ntitle = "Bleiben oder gehen"\n',
            'languages = ["de"]\ntitle = "Bleiben oder gehen"\n',
            1,
        ),
    ),
    Row(
        "CFG008",
        "language-listed-twice",
        "error",
        message=N_("The language “{language}” is listed twice."),
        hint=N_("Delete one of the two."),
        why=N_(
            "Each language is one edition, in one folder of the site. Listed twice, its place in the order "
            "is unclear, and perhaps another language was meant."
        ),
        example=_whole(
            'languages = ["de", "de"]\ntitle = "Bleiben oder gehen"\n',
            'languages = ["de"]\ntitle = "Bleiben oder gehen"\n',
            1,
        ),
    ),
    Row(
        "CFG009",
        "language-without-folder",
        "warning",
        message=N_("The language “{language}” is listed, but there is no folder content/{language}."),
        hint=N_(
            "Create the folder with the chapters, or enter the language under “unfinished” in [translations]."
        ),
        why=N_(
            "The chapters of an edition stand in the folder that has the name of its language. Without it "
            "the edition has no text."
        ),
        example=_whole(
            'languages = ["de", "ru"]\ntitle = { de = "Bleiben oder gehen", ru = "Остаться или уехать" }\n',
            'languages = ["de"]\ntitle = { de = "Bleiben oder gehen" }\n',
            1,
        ),
    ),
    Row(
        "CFG010",
        "language-not-listed",
        "warning",
        message=N_("The folder content/{language} is not built, because “{language}” is not listed here."),
        hint=N_("Add the language to “languages”, or move the folder out of content/."),
        why=N_(
            "Only the editions that sitegen.toml lists are built. The chapters in this folder appear "
            "nowhere, and nothing in them is checked."
        ),
        example=Example(
            {"sitegen.toml": _HEAD, "content/ru/01-heimat.md": "Текст.\n"},
            {"sitegen.toml": _HEAD},
            1,
        ),
    ),
    values.unknown_language(
        "CFG011",
        "wording-for-no-edition",
        _whole(
            'languages = ["de"]\ntitle = { de = "Bleiben oder gehen", rn = "Остаться или уехать" }\n',
            'languages = ["de"]\ntitle = { de = "Bleiben oder gehen" }\n',
            2,
        ),
    ),
    Row(
        "CFG012",
        "title-not-translated",
        "warning",
        message=N_("The publication has no title in: {languages}. “{text}” is shown there."),
        hint=N_('Give one title per language: title = { de = "…", ru = "…" }.'),
        why=N_(
            "Each edition has its own title page. Without a title in its language, it shows the title of "
            "another one, and readers find the edition under a title that they cannot read."
        ),
        example=_whole(
            'languages = ["de", "ru"]\ntitle = { de = "Bleiben oder gehen" }\n'
            '[translations]\nunfinished = ["ru"]\n',
            'languages = ["de", "ru"]\ntitle = { de = "Bleiben oder gehen", ru = "Остаться или уехать" }\n'
            '[translations]\nunfinished = ["ru"]\n',
            2,
        ),
    ),
    Row(
        "CFG013",
        "url-not-absolute",
        "error",
        message=N_("“{value}” is not the complete web address of a site."),
        hint=N_("Write it with https:// and without anything after ? or #, as https://example.org/bleiben/."),
        why=N_(
            "The address says where the publication is at home: for search engines, feeds and citations. An "
            "incomplete one would lead each of them somewhere else."
        ),
        example=_settings('url = "example.org/bleiben"\n', 'url = "https://example.org/bleiben/"\n'),
    ),
    values.day(
        "CFG014", "publication-date-invalid", _settings('date = "15.11.2024"\n', "date = 2024-11-15\n")
    ),
    values.future(
        "CFG015", "publication-date-in-future", _settings("date = 9999-11-15\n", "date = 2024-11-15\n")
    ),
    values.orcid(
        "CFG016",
        "author-orcid-invalid",
        _settings(
            'authors = [{ name = "Boris Muster", orcid = "0000-0002-1825-0079" }]\n',
            'authors = [{ name = "Boris Muster", orcid = "0000-0002-1825-0097" }]\n',
        ),
    ),
    Row(
        "CFG017",
        "doi-invalid",
        "error",
        message=N_("“{value}” is not a DOI."),
        hint=N_("A DOI begins with 10., then follow a number, a slash and a name, as 10.5555/example."),
        why=N_(
            "The DOI is how libraries and citations find the publication for good. One that does not have "
            "the form of a DOI cannot be looked up by anyone."
        ),
        example=_settings('doi = "5555/example"\n', 'doi = "10.5555/example"\n'),
    ),
    Row(
        "CFG018",
        "contact-invalid",
        "error",
        message=N_("“{value}” is neither an e-mail address nor a web address."),
        hint=N_(
            "Write mailto: before an e-mail address, as mailto:team@example.org, or https:// before a page."
        ),
        why=N_(
            "The contact stands at the foot of every page, as a link in the imprint. Readers can only follow "
            "it if it begins with mailto: or https://."
        ),
        example=_settings('contact = "team@example.org"\n', 'contact = "mailto:team@example.org"\n'),
    ),
    values.unknown_value(
        "CFG019",
        "unknown-setting-value",
        _settings('[citations]\nstyle = "note"\n', '[citations]\nstyle = "notes"\n', 4),
    ),
    Row(
        "CFG020",
        "unfinished-language-unknown",
        "error",
        message=N_("“{value}” cannot be unfinished: it is not a language of this publication."),
        hint=N_("Use one of the tags under “languages”: {known}."),
        why=N_(
            "An unfinished edition may lack chapters. A tag that belongs to no edition excuses none, and the "
            "edition that was meant is checked in full."
        ),
        example=_settings('[translations]\nunfinished = ["ru"]\n', "[translations]\nunfinished = []\n", 4),
    ),
    Row(
        "CFG021",
        "ignored-code-unknown",
        "error",
        message=N_("There is no finding with the code “{value}”."),
        hint=N_("Copy the code from the finding that is to be ignored, as LNK003."),
        why=N_(
            "An entry under “ignore” accepts the findings of one code in some files. A code that does not "
            "exist accepts nothing."
        ),
        example=_settings(
            '[diagnostics]\nignore = [{ code = "CFG9", path = "*", reason = "bekannt" }]\n',
            "[diagnostics]\nignore = []\n",
            4,
        ),
    ),
    Row(
        "CFG022",
        "ignored-without-reason",
        "error",
        message=N_("A finding is ignored here without a reason."),
        hint=N_('Add reason = "…" to the entry, in a sentence that your successor understands.'),
        why=N_(
            "An ignored finding is a decision. In a year nobody remembers why it was taken, and then only "
            "the reason says whether it still holds."
        ),
        example=_settings(
            '[diagnostics]\nignore = [{ code = "CFG009", path = "sitegen.toml" }]\n',
            "[diagnostics]\nignore = []\n",
            4,
        ),
    ),
    values.missing(
        "CFG023",
        "incomplete-setting",
        _settings(
            'authors = [{ orcid = "0000-0002-1825-0097" }]\n',
            'authors = [{ name = "Boris Muster", orcid = "0000-0002-1825-0097" }]\n',
        ),
    ),
    values.empty("CFG024", "empty-setting", _settings('license = ""\n', 'license = "CC-BY-4.0"\n')),
    values.control_character(
        "CFG025",
        "control-character-in-setting",
        _settings('publisher = "Ver\\u0007lag"\n', 'publisher = "Verlag"\n'),
    ),
    Row(
        "CFG027",
        "ignored-error",
        "error",
        message=N_("“{ignored}” is an error, and errors cannot be ignored."),
        hint=N_("Mend what it reports, and take this entry out; only warnings and remarks can be ignored."),
        why=N_(
            "An error stands for something that would be published wrong, missing or unreadable. The site is "
            "not built before it is mended, so there is nothing to ignore."
        ),
        example=_settings(
            '[diagnostics]\nignore = [{ code = "CIT001", path = "content/*", reason = "bekannt" }]\n',
            "[diagnostics]\nignore = []\n",
            4,
        ),
    ),
    Row(
        "CFG026",
        "unused-ignore",
        "warning",
        message=N_("There is no finding “{ignored}” in “{where}” any more."),
        hint=N_("Take the entry out."),
        why=N_(
            "An entry under “ignore” that ignores nothing would hide the same mistake when somebody makes it "
            "anew."
        ),
        example=_settings(
            '[diagnostics]\nignore = [{ code = "LNK003", path = "content/*", reason = "bekannt" }]\n',
            "[diagnostics]\nignore = []\n",
            4,
        ),
    ),
)
