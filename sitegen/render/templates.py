"""Templates: the theme's, overridden file by file by the publication's own.

A template sees the one view it is handed. It runs in a sandbox; an undefined name is an error that
names template and line. Text of chapters is never read as a template.
"""

from __future__ import annotations

import marshal
import re
import traceback
from collections.abc import Mapping
from contextlib import suppress
from functools import cache, cached_property
from pathlib import Path
from types import CodeType
from typing import ClassVar

from jinja2 import (
    BaseLoader,
    BytecodeCache,
    ChoiceLoader,
    DictLoader,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.bccache import Bucket

from sitegen.diagnostics import Diagnostic, report
from sitegen.render.style_sheet import FirstStyleView, compact, first_style
from sitegen.render.template_code import Sandbox
from sitegen.source import Span

THEME = Path(__file__).parent / "theme"
FOLDER = "templates/"
STYLE_SHEET = "theme.css"
ADDITIONS = "custom.css"
_UNDEFINED = re.compile(r"'([^']*)'(?: is undefined)?$")


class _Compiled(BytecodeCache):
    """Compiled templates of this process: the preview and the tests build many times."""

    known: ClassVar[dict[tuple[str, str], CodeType | None]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self.known.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.known[bucket.key, bucket.checksum] = bucket.code


def compiled() -> dict[tuple[str, str], bytes]:
    """All templates that this process has compiled, for another one of this version (use_compiled)."""
    return {name: marshal.dumps(code) for name, code in _Compiled.known.items()}


def use_compiled(known: Mapping[tuple[str, str], bytes]) -> None:
    """Take over what another process has compiled. It is code: only what has proved to be our own."""
    for name in known.keys() - _Compiled.known.keys():
        _Compiled.known[name] = marshal.loads(known[name])  # noqa: S302  (see above)


class TemplateFailure(Exception):  # noqa: N818  (a finding on its way out, not an error of ours)
    """A template of the publication could not be rendered."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(str(diagnostic))
        self.diagnostic = diagnostic


class Templates:
    """The templates of one publication. `own` maps names (`title_page.html`) to their texts."""

    def __init__(self, own: Mapping[str, str]) -> None:
        theme = FileSystemLoader(THEME)
        loader: BaseLoader = ChoiceLoader([DictLoader(dict(own)), theme, PrefixLoader({"theme": theme})])
        self.own = own
        self.environment = Sandbox(
            loader=loader,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=_Compiled(),
        )

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.own,)

    def prepare(self) -> None:
        """Compile all templates: in one process, before it is forked into several that would each do it."""
        for name in self.environment.list_templates(["html"]):
            if "/" not in name:
                with suppress(TemplateError):  # told where a page is made of it
                    self.environment.get_template(name)

    def render(self, name: str, context: Mapping[str, object]) -> str:
        """The text of a template; TemplateFailure where one of the publication's is at fault."""
        try:
            return self.environment.get_template(name).render(context)
        except TemplateSyntaxError as error:
            raise self._failure(
                "OUT005", error.name or name, error.lineno, error.message or "", error
            ) from error
        except TemplateNotFound as error:
            raise self._failure("OUT005", name, 1, f"there is no template “{error.name}”", error) from error
        except UndefinedError as error:
            place, line = self._place(error, name)
            raise self._failure("OUT006", place, line, error.message or "", error) from error
        except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError) as error:
            place, line = self._place(error, name)
            raise self._failure("OUT005", place, line, str(error) or type(error).__name__, error) from error

    @property
    def style_sheet(self) -> str:
        """The style sheet as it is published: the publication's as it is, the theme's made small. What the
        publication adds follows, and so prevails.
        """
        sheet = self.own.get(STYLE_SHEET) or compact(theme_file(STYLE_SHEET))
        return f"{sheet}\n{self.own[ADDITIONS]}" if ADDITIONS in self.own else sheet

    @cached_property
    def first_style(self) -> FirstStyleView | None:
        """The rules of the first screen of a chapter, where the style sheet marks them."""
        return first_style(self.own.get(STYLE_SHEET) or theme_file(STYLE_SHEET), self.own.get(ADDITIONS, ""))

    def judge_syntax(self) -> list[Diagnostic]:
        """Every template of the publication is read, also one that no page uses."""
        found: list[Diagnostic] = []
        for name, text in sorted(self.own.items()):
            if not name.endswith(".html"):
                continue
            try:
                self.environment.parse(text, name)
            except TemplateSyntaxError as error:
                found.append(_report("OUT005", name, error.lineno, error.message or ""))
        return found

    def _place(self, error: Exception, name: str) -> tuple[str, int]:
        """The innermost template line that led to an error."""
        for frame in reversed(traceback.extract_tb(error.__traceback__)):
            path = frame.filename
            if path == "<template>":
                return name, frame.lineno or 1
            if path in self.own:
                return path, frame.lineno or 1
            if path.startswith(str(THEME)):
                return Path(path).name, frame.lineno or 1
        return name, 1

    def _failure(self, code: str, name: str, line: int, reason: str, error: Exception) -> Exception:
        """A finding where the template is the publication's; the theme's own faults are bugs."""
        if name not in self.own:
            return error
        return TemplateFailure(_report(code, name, line, reason))


def _report(code: str, name: str, line: int, reason: str) -> Diagnostic:
    path = FOLDER + name
    span = Span(path, line, 1, line, 2)
    match = _UNDEFINED.search(reason)
    missing = match[1] if match else reason
    return report(code, span, template=path, reason=reason.rstrip("."), name=missing)


@cache
def theme_file(name: str) -> str:
    """A file of the theme that is no template."""
    return (THEME / name).read_text(encoding="utf-8")
