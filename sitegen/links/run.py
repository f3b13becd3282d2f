"""A run over all addresses: what is fresh in links.lock is not asked, all else is, by its hosts' pace."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from datetime import date

from sitegen.links.addresses import Address, prejudged
from sitegen.links.chain import Client, ask
from sitegen.links.fetch import session
from sitegen.links.fragments import wanted_fragment
from sitegen.links.guard import Guard
from sitegen.links.soft404 import Twin, twin_address
from sitegen.links.verdict import Exchange, Verdict, judge
from sitegen.links.waiting import Pace, Waits
from sitegen.links_lock import LinksLock, Remembered, lock_key
from sitegen.values import dataclass
from sitegen.web_addresses import has_secret

SEED = 5
UNKNOWN = "name-not-found"
APART = 2
"""Days between two dates that are surely 24 hours apart."""

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Checked:
    """An address, what was found, and on which day."""

    address: Address
    verdict: Verdict
    date: date


@dataclass(frozen=True, slots=True)
class Run:
    """All that a run is told: its day, its memory, what may be asked and how fast."""

    today: date
    lock: LinksLock = field(default_factory=LinksLock)
    guard: Guard = field(default_factory=Guard)
    waits: Waits = field(default_factory=Waits)
    use_lock: bool = True


def check_addresses(
    addresses: Sequence[Address], run: Run, progress: Progress | None = None
) -> tuple[Checked, ...]:
    """Find out about all addresses, in their order."""
    known = {one.url: found for one in addresses if (found := _known(one, run)) is not None}
    groups: dict[str, list[Address]] = {}
    for one in addresses:
        if one.url not in known:
            groups.setdefault(one.key, []).append(one)
    asked = asyncio.run(_ask_all(list(groups.values()), run, progress)) if groups else {}
    is_online = any(exchange.status is not None for exchange, _ in asked.values())
    return tuple(
        known.get(one.url) or _checked(one, asked.get(one.key), run, is_online=is_online) for one in addresses
    )


def remembering(checked: Sequence[Checked], run: Run) -> LinksLock:
    """The lock after a run: a line for each address that the publication still has."""
    entries: dict[str, Remembered] = {}
    for one in checked:
        entry = _entry(one, run.lock.get(one.address.url))
        if entry is not None:
            entries[lock_key(one.address.url)] = entry
    return LinksLock(entries)


def _known(address: Address, run: Run) -> Checked | None:
    verdict = prejudged(address.url, run.guard)
    if verdict is not None:
        return Checked(address, verdict, run.today)
    fresh = run.lock.fresh(address.url, run.today) if run.use_lock else None
    if fresh is None:
        return None
    final = fresh.final_url or address.url.partition("#")[0]
    verdict = Verdict(fresh.result, fresh.reason, fresh.status, final, fresh.moved_to)
    return Checked(address, verdict, fresh.date)


def _checked(
    address: Address, asked: tuple[Exchange, Twin | None] | None, run: Run, *, is_online: bool
) -> Checked:
    """The verdict on an address; of what was not asked in time that nothing is known. A name that is
    unknown says something only where the network is there at all.
    """
    if asked is None:
        return Checked(address, Verdict("not checked", "no-time"), run.today)
    exchange, twin = asked
    before = run.lock.get(address.url)
    was_unknown = (
        is_online
        and before is not None
        and before.reason == UNKNOWN
        and (before.result == "dead" or (run.today - before.date).days >= APART)
    )
    verdict = judge(replace(exchange, url=address.url), twin, was_unknown=was_unknown)
    return Checked(address, verdict, run.today)


def _entry(one: Checked, before: Remembered | None) -> Remembered | None:
    verdict = one.verdict
    if verdict.result == "not checked":
        has_copy = before is not None and bool(before.copy_url)
        return before if has_copy or verdict.reason == "no-time" else None
    day = one.date
    if (
        before is not None
        and verdict.reason == before.reason == UNKNOWN
        and verdict.result == before.result == "unsure"
    ):
        day = before.date  # the first time counts
    final = "" if verdict.final_url == one.address.url.partition("#")[0] else verdict.final_url
    copy = (before.copy_url, before.copy_date) if before is not None else ("", None)
    moved = "" if has_secret(verdict.moved_to) else verdict.moved_to
    return Remembered(verdict.result, verdict.status, final, day, verdict.reason, moved, *copy)


async def _ask_all(
    groups: Sequence[list[Address]], run: Run, progress: Progress | None
) -> Mapping[str, tuple[Exchange, Twin | None]]:
    order = list(groups)
    random.Random(SEED).shuffle(order)  # noqa: S311  (the same order in every run)
    found: dict[str, tuple[Exchange, Twin | None]] = {}
    async with session(run.guard, run.waits) as http:
        client = Client(http, run.guard, Pace(run.waits), run.waits)
        twins: dict[str, asyncio.Task[Twin | None]] = {}

        async def one(group: list[Address]) -> None:
            found[group[0].key] = await _ask_one(client, group, twins)
            if progress:
                progress("asking", len(found), len(order))

        tasks = [asyncio.create_task(one(group)) for group in order]
        _, late = await asyncio.wait(tasks, timeout=run.waits.run)
        for task in (*late, *(twin for twin in twins.values() if not twin.done())):
            task.cancel()
        await asyncio.gather(*late, *twins.values(), return_exceptions=True)
        for task in tasks:
            if not task.cancelled() and (error := task.exception()):
                raise error
    return found


async def _ask_one(
    client: Client, group: Sequence[Address], twins: dict[str, asyncio.Task[Twin | None]]
) -> tuple[Exchange, Twin | None]:
    url = group[0].url
    exchange = await ask(client, url, whole=any(wanted_fragment(one.url) for one in group))
    is_there = exchange.status is not None and 200 <= exchange.status < 300 and not exchange.failure
    if not is_there or exchange.page is None:
        return exchange, None
    host = url.split("/")[2]
    if host not in twins:
        twins[host] = asyncio.create_task(_ask_twin(client, url))
    return exchange, await asyncio.shield(twins[host])


async def _ask_twin(client: Client, url: str) -> Twin | None:
    """What the host answers for a page that cannot exist; None where it says that there is none."""
    exchange = await ask(client, twin_address(url), method="GET", retried=False)
    is_there = exchange.status is not None and 200 <= exchange.status < 300 and not exchange.failure
    return Twin(exchange.final_url, exchange.page.text) if is_there and exchange.page else None
