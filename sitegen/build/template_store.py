"""Templates as Jinja has compiled them, kept: compiling one takes longer than making a page of it."""

from __future__ import annotations

from sitegen.build.store import Store
from sitegen.render.templates import Templates, compiled, use_compiled

KIND, NAME = "templates", "compiled"


def recall_templates(store: Store) -> None:
    """Let this process have what an earlier one has compiled."""
    use_compiled(store.get(KIND, NAME) or {})


def prepare_templates(templates: Templates, store: Store) -> None:
    """Have all templates compiled before pages are made of them, by several processes perhaps."""
    recall_templates(store)
    before = len(compiled())
    templates.prepare()
    if len(compiled()) != before:
        store.put(KIND, {NAME: compiled()})
