"""A canary in every field: whatever is written there, a page has the elements and attributes it has with
plain words in the same places, and no more (robustness.md, promise 6; "What has bitten other generators").
"""

from __future__ import annotations

import ast
import json
import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

import sitegen
from sitegen.build.pipeline import compile_site
from sitegen.world import Memory
from tests.site.dom import Page
from tests.site.hostile import FIELDS, Payload, files
from tests.site.samples import TODAY

CANARIES: dict[str, Payload] = {
    "a script": lambda n: f"<script>alert({n})</script>",
    "an end of an attribute": lambda n: f'"><img src=x onerror=alert({n})>',
    "the other end of an attribute": lambda n: f"'><svg/onload=alert({n})>",
    "an attribute": lambda n: f'x" onmouseover="alert({n})" y="',
    "the ends of elements": lambda n: f"</title></style></script></textarea></a></p><iframe src=x{n}>",
    "a refresh": lambda n: f"<meta http-equiv=refresh content=0;url=x{n}><base href=x>",
    "a scheme": lambda n: f"javascript:alert({n})",
    "a scheme with blanks": lambda n: f" jAvA\tscript:alert({n})",
    "an address of data": lambda n: f"data:text/html,x{n}",
    "a comment": lambda n: f"<!-- {n} -->--!><!DOCTYPE x>",
    "template text": lambda n: f"Wert {{{{ 7+{n} }}}}.{{% include 'base.html' %}}{{# x #}}",
    "entities": lambda n: f"&lt;script&gt;alert({n})&lt;/script&gt;&#60;b&#62;",
    "a style": lambda n: f"<style>x{n}</style><b style=x>",
    "half signs": lambda n: f"<{n} </{n} <b",
}
HARMLESS: Payload = lambda n: f"Wort{n}x"  # noqa: E731  (named, so that its type is checked)
SCHEMES = re.compile(r"\s*(?:https?:|mailto:|tel:|[^:]*$|[^:/?#]*[/?#])")
MADE = {"script", "img", "iframe", "svg", "meta", "base", "style", "b", "title", "textarea", "html", "body"}
ADDRESSES = {"href", "src", "srcset", "action", "formaction", "poster", "data", "xlink:href", "cite"}


@cache
def built(name: str) -> Mapping[str, bytes]:
    payload = CANARIES.get(name, HARMLESS)
    outcome = compile_site(Memory(files(payload), TODAY), jobs=1)
    assert [str(one) for one in outcome.diagnostics if one.severity == "error"] == []
    return outcome.artifacts


@cache
def pages(name: str) -> Mapping[str, Page]:
    return {path: Page.of(path, data) for path, data in built(name).items() if path.endswith(".html")}


def kinds(name: str) -> set[tuple[str, str]]:
    """Every kind of element of all pages with every attribute that one of them has."""
    elements = [one for page in pages(name).values() for one in page.elements]
    return {(str(one.tag), attribute) for one in elements for attribute in (*one.attrib, "")}


def counted(page: Page) -> Counter[str]:
    """How many there are of the elements that a canary would make."""
    return Counter(str(one.tag) for one in page.elements if one.tag in MADE)


@pytest.mark.parametrize("name", CANARIES)
def test_no_element_and_no_attribute_comes_out_of_a_field(name: str) -> None:
    plain, hostile = pages("harmless"), pages(name)
    assert hostile.keys() == plain.keys()
    assert kinds(name) <= kinds("harmless")
    for path, page in hostile.items():
        assert counted(page) == counted(plain[path]), path
        assert "<!--" not in page.source, path


@pytest.mark.parametrize("name", CANARIES)
def test_no_address_comes_out_of_a_field(name: str) -> None:
    for path, page in pages(name).items():
        for one in page.elements:
            for attribute in ADDRESSES & one.attrib.keys():
                assert SCHEMES.match(one.attrib[attribute]) or one.tag == "link", (
                    path,
                    one.attrib[attribute],
                )


def test_nothing_is_a_template() -> None:
    shown = "\n".join(texts("template text"))
    assert "{{ 7+" in shown
    assert "{% include 'base.html' %}{# x #}" in shown
    assert [number for number in range(1, FIELDS) if f"Wert {7 + number}." in shown] == []


def test_no_source_makes_a_template_of_a_text() -> None:
    """Only files are templates: nothing calls `from_string`, nor Template itself. Code is made in one place,
    of the names of fields.
    """
    root = Path(sitegen.__file__).parent
    for path in root.rglob("*.py"):
        calls = [one.func for one in ast.walk(ast.parse(path.read_bytes())) if isinstance(one, ast.Call)]
        names = {one.attr if isinstance(one, ast.Attribute) else getattr(one, "id", "") for one in calls}
        made = {"exec"} if path == root / "values.py" else set()
        assert not names & {"from_string", "Template", "eval", "exec"} - made, path


def texts(name: str) -> list[str]:
    return ["".join(page.root.itertext()) for page in pages(name).values()]


@pytest.mark.parametrize("name", CANARIES)
def test_data_stay_data(name: str) -> None:
    for path, data in built(name).items():
        if path.endswith(".json"):
            json.loads(data)
            assert b"\xe2\x80\xa8" not in data, path
