"""Templates as Python that is fast for what they show: fields of our own views, much of it HTML already.

Jinja asks its environment for every field, makes a new string of every piece, and hands each on through
all blocks around it. Here a field that a view is known to have is read, finished HTML is taken as it is,
and a block gathers its pieces. What templates mean is the same, and nothing more is within their reach.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, MutableMapping
from dataclasses import fields, is_dataclass
from functools import lru_cache
from keyword import iskeyword
from typing import Any

from jinja2 import Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import escape

_OF_LOOPS = "index index0 revindex revindex0 first last length depth depth0 previtem nextitem".split()

having: defaultdict[str, set[type]] = defaultdict(set)
"""The types that have a field, by its name; a type comes in when a template first reads of it."""
_known: set[type] = set()


class Code(CodeGenerator):
    """Writes the Python of one template."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.read: set[str] = set()

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        super().visit_Template(node, frame)
        self.writeline(f"from {__name__} import escaped, having, shown")
        for name in sorted(self.read):
            self.writeline(f"having_{name} = having[{name!r}]")

    def blockvisit(self, body: Iterable[nodes.Node], frame: Frame) -> None:
        """Statements; the outermost of a template or a block gather what those within them put out."""
        if frame.buffer is not None:
            super().blockvisit(body, frame)
            return
        self.buffer(frame)
        super().blockvisit(body, frame)
        self.writeline(f"yield concat({frame.buffer})")
        frame.buffer = None

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        name = node.attr
        if iskeyword(name):
            super().visit_Getattr(node, frame)
            return
        self.read.add(name)
        self.write(f"(it.{name} if type(it := ")
        self.visit(node.node, frame)
        self.write(f") in having_{name} else environment.getattr(it, {name!r}))")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if _is_escaped(frame):
            self.write("(it if type(it := ")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if _is_escaped(frame):
            self.write(") is Markup else escaped(it) if type(it) is str else shown(it))")
        else:
            super()._output_child_post(node, frame, finalize)


class Sandbox(ImmutableSandboxedEnvironment):
    """A sandbox that need not judge the fields of our own views, which hold values and nothing that acts."""

    code_generator_class = Code

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.loaded: dict[Any, Template] = {}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002  (Jinja's name)
    ) -> Template:
        """Templates do not change while there is this environment."""
        if name not in self.loaded:
            self.loaded[name] = super().get_template(name, parent, globals)
        return self.loaded[name]

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """One mapping, which is copied for each template that is run; Jinja's is a chain of two."""
        return {**self.globals, **(d or {})}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Of an object whose type templates do not know yet, or whose field is none of a view's."""
        kind = type(obj)
        if kind not in _known:
            _known.add(kind)
            for name in _names(kind):
                having[name].add(kind)
        if kind in having.get(attribute, ()):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)


def shown(value: Any) -> str:
    """What a template puts out for what is neither text nor HTML."""
    return str(value) if type(value) is int else escape(value)


@lru_cache(maxsize=8192)
def escaped(text: str) -> str:
    """As Jinja escapes; most texts stand on many pages."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("'", "&#39;").replace('"', "&#34;")


def _is_escaped(frame: Frame) -> bool:
    return bool(frame.eval_ctx.autoescape and not frame.eval_ctx.volatile)


def _names(kind: type) -> Iterable[str]:
    if kind is LoopContext:
        return _OF_LOOPS
    if not is_dataclass(kind) or not kind.__module__.startswith("sitegen.render."):
        return ()
    return (field.name for field in fields(kind))
