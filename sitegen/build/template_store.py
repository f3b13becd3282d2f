"""Templates as Jinja has compiled them, kept: compiling one takes longer than making a page of it.

Those of the theme are the same for all publications and lie with the user, as code that Python has compiled
does; a publication's own lie in its store.
"""

from __future__ import annotations

from sitegen.build.store import Store
from sitegen.render.templates import Templates, compiled, use_compiled

KIND, NAME = "templates", "compiled"


def recall_templates(store: Store) -> None:
    """Let this process have what earlier ones have compiled; nothing where nothing is kept."""
    if not store.is_open:
        return
    users = Store.of_user()
    for one in (users, store):
        use_compiled(one.get(KIND, NAME) or {})
    users.close()


def prepare_templates(templates: Templates, store: Store) -> None:
    """Have all templates compiled before pages are made of them, by several processes perhaps."""
    recall_templates(store)
    known = compiled()
    Templates({}).prepare()
    if store.is_open and len(compiled()) != len(known):
        users = Store.of_user()
        users.put(KIND, {NAME: compiled()})
        users.close()
    if templates.own:
        theme = compiled()
        templates.prepare()
        if len(compiled()) != len(theme):
            store.put(KIND, {NAME: compiled()})
