"""Rows of the table of codes: translations and what was agreed on."""

from __future__ import annotations

from sitegen.diagnostics.row import N_, Example, Row

_LOCK = "translations.lock"
_DE, _RU = "content/de/01-beispiel.md", "content/ru/01-beispiel.md"
_PAIR = {_DE: "Text.\n", _RU: "Текст.\n"}
_GOOD = '["01-beispiel"]\n"de ru" = [\n  "paragraph 899437977886d720 79df8ff7c28da0c5",\n]\n'

ROWS: tuple[Row, ...] = (
    Row(
        "TRN001",
        "lock-line",
        "error",
        N_("This line of translations.lock cannot be read: “{text}”."),
        N_(
            "If two people's changes collided here, delete only the lines with <<<<<<<, ======= and >>>>>>>. "
            "Else restore the file, or delete it and run “sitegen translations accept”."
        ),
        N_(
            "The file is written by “sitegen translations accept” and remembers which wordings of each "
            "block belong together. Only with it can the tool say which translations have gone stale."
        ),
        Example({_LOCK: f"<<<<<<< HEAD\n{_GOOD}", **_PAIR}, {_LOCK: _GOOD, **_PAIR}, 1),
    ),
    Row(
        "TRN002",
        "stale-translation",
        "warning",
        N_("The source of this passage has changed since its translation was agreed on."),
        N_(
            "Bring the translation up to date, then run “sitegen translations accept {chapter} --block {id}”. "
            "“sitegen translations” shows the old wording and the new one."
        ),
        N_(
            "translations.lock remembers both wordings as they were last agreed on. Where only the source is "
            "another one now, the translation may say something else; its page tells its readers so."
        ),
        Example(
            {
                _DE: "---\ntitle: Beispiel\ntranslated_from: ru\n---\n\nText.\n",
                _RU: "Текст.\n",
                _LOCK: _GOOD.replace("79df8ff7c28da0c5", "0123456789abcdef"),
            },
            {_RU: "Текст.\n", _DE: "Text.\n", _LOCK: _GOOD},
            6,
        ),
    ),
    Row(
        "TRN003",
        "stale-wording",
        "warning",
        N_("One of the two wordings of this passage has changed since they were last agreed on."),
        N_(
            "Compare it with the passage in the other language, then run "
            "“sitegen translations accept {chapter} --block {id}”."
        ),
        N_(
            "Neither text says that it was made from the other one, so a change in either may have to be "
            "made in both. With “translated_from” in the front matter only changes of the source count."
        ),
        Example(
            {_RU: "Текст.\n", _DE: "Text.\n", _LOCK: _GOOD.replace("79df8ff7c28da0c5", "0123456789abcdef")},
            {_RU: "Текст.\n", _DE: "Text.\n", _LOCK: _GOOD},
            1,
        ),
    ),
)
