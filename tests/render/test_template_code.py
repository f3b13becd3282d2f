"""Templates mean to us what they mean to Jinja: the same text, or the same error at the same line."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from functools import partial
from itertools import product
from urllib.parse import quote

import pytest
from jinja2 import DictLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from sitegen.render import urls
from sitegen.render.kept import Kept
from sitegen.render.template_code import Sandbox
from sitegen.render.views import LinkView, TocView

PARTS = {
    "base": "<{% block a %}base {{ view.text }}{% endblock %}|{% block b %}{% endblock %}>{{ view.href }}",
    "part": "[{{ view.text }}{{ own }}]",
    "forms": "{% macro link(one, way='') %}<a{{ way }}>{{ one.text }}</a>{% endmacro %}",
}
TEXTS = (
    "{{ view.text }} {{ html }} {{ number }} {{ none }} {{ toc.text }} {{ raw.key }} {{ raw['key'] }}",
    "{{ view.href.upper() }}{{ view.text|length }}{{ view.text ~ html }}{{ 'a<b'|upper }}{{ '<'.lower() }}",
    "{{ view.nothing }}",
    "one\ntwo {{ view.text.nothing }}",
    "{{ nothing }}",
    "{{ nothing.text }}",
    "{{ view.nothing is defined }}{{ view.text is defined }}{{ view.nothing|default('-') }}",
    "{{ view.__class__ }}",
    "{{ view.text.__class__.mro() }}",
    "{{ raw.class }}{{ raw.from }}{{ raw.clear() }}",
    "{% for one in toc.children %}{{ loop.index }}{{ loop.last }}{{ one.text }},{% endfor %}",
    "{% for one in toc.children if one.href != '#2' %}{{ loop.index0 }}{{ loop.nextitem }}{% endfor %}",
    "{% for one in [toc] recursive %}{{ one.text }}{{ loop(one.children) }}{% endfor %}",
    "{% for one in () %}{% else %}{{ view.text }}{% endfor %}",
    "{% extends 'base' %}{% block a %}{{ super() }}{{ view.text }}{% endblock %}",
    "{% extends 'base' %}out {% block b %}{% block c %}{{ self.a() }}{% endblock %}{% endblock %}",
    "{% if number > 1 %}{% extends 'base' %}{% endif %}{{ view.text }}",
    "{% if number > 9 %}{% extends 'base' %}{% endif %}{{ view.text }}",
    "{% set own = 1 %}{% include 'part' %}{% include 'none' ignore missing %}",
    "{% include 'part' %}",
    "{% from 'forms' import link %}{{ link(view, view.lang) }}{{ link(one=view) }}{{ link() }}",
    "{% import 'forms' as forms %}{{ forms.link(view) }}{{ forms.text }}",
    "{% macro m() %}{{ caller() }}{{ view.text }}{% endmacro %}{% call m() %}{{ view.text }}{% endcall %}",
    "{% set a %}{{ view.text }}{% endset %}{{ a }}{% filter upper %}{{ view.text }}{% endfilter %}",
    "{% autoescape false %}{{ view.text }}{% endautoescape %}",
    "{% autoescape html %}{{ view.text }}{% endautoescape %}{{ view.text }}",
    "{% with view = toc.children[0] %}{{ view.text }}{% endwith %}{{ view.text }}",
    "a\n{% for one in toc.children %}\n{{ one.gone }}\n{% endfor %}",
)


def views() -> Mapping[str, object]:
    below = (TocView("#1", Markup("<i>one</i>")), TocView("#2", Markup("&amp;")))
    return {
        "view": LinkView("x.html", "a < b & \"c\" 'd'", "de"),
        "toc": TocView("#", Markup("<b>all</b>"), below),
        "html": Markup("<hr>"),
        "number": 7,
        "none": None,
        "raw": {"key": "<v>", "class": "c", "from": "f"},
    }


def outcome(environment: ImmutableSandboxedEnvironment, text: str) -> tuple[str, ...]:
    try:
        return ("text", environment.from_string(text).render(views()))
    except Exception as error:  # noqa: BLE001  (whatever it is, it must be the same)
        at = error.__traceback__
        lines = []
        while at:
            lines += [str(at.tb_lineno)] if at.tb_frame.f_code.co_filename == "<template>" else []
            at = at.tb_next
        return (type(error).__name__, str(error), *lines)


@pytest.mark.parametrize("text", TEXTS)
def test_a_template_means_what_it_means_to_jinja(text: str) -> None:
    ours, jinja = (
        kind(loader=DictLoader(PARTS), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
        for kind in (Sandbox, ImmutableSandboxedEnvironment)
    )
    assert outcome(ours, text) == outcome(jinja, text) == outcome(ours, text)


def test_what_is_kept_is_made_once_and_stays_small() -> None:
    made: list[int] = []

    def make(number: int) -> int:
        made.append(number)
        return -number

    kept = Kept(3)
    for number in (1, 2, 2, 1, 3, 4, 4, 1):
        assert kept.once(("n", number), partial(make, number)) == -number
    assert made == [1, 2, 3, 4, 1]


def test_the_way_from_file_to_file() -> None:
    names = ("a", "ab", "ä d")
    files = [*names, *map("/".join, product(names, repeat=2)), *map("/".join, product(names, repeat=3))]
    for here, there in product(files, repeat=2):
        folder = posixpath.dirname(here) or "."
        assert urls.relative(here, f"{there}.html") == quote(posixpath.relpath(f"{there}.html", folder)), here
