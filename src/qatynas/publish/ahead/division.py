"""The division of rivers: shares by law, each season's plan and deliveries, what is owed, the end of the season."""

from __future__ import annotations

from collections.abc import Iterator

from qatynas.outlook.allocation import Allocation, Course, Season, Share
from qatynas.outlook.values import Rest
from qatynas.outlook.waters import DELIVERED, GIVEN, PLAN
from qatynas.publish.ahead.parts import Part, Row, Table, amount, percent, span
from qatynas.publish.labels import in_script, label, state
from qatynas.publish.parts import Kazakh, kazakh
from qatynas.publish.writing import date_words

KEY = "division"


def division_part(found: Allocation | str) -> Part:
    """The newest season first."""
    if isinstance(found, str):
        return Part(KEY)
    shares = Table(
        "shares", ("river", "side", "lawful", "agreeing", "differing"), tuple(_share(one) for one in found.shares)
    )
    seasons = sorted(found.seasons, key=lambda one: -one.year)
    volumes = tuple(row for season in seasons for course in season.courses for row in _course(season, course, found))
    works = tuple(
        Row((str(season.year), kazakh(rest.says)), rests=(rest,)) for season in seasons for rest in season.works
    )
    tables = [shares]
    if volumes:
        tables.append(Table("seasons", ("year", "river", "what", "amount", "until"), volumes))
    if works:
        tables.append(Table("works", ("year", "work"), works))
    answer, below, rests = _headline(found, seasons)
    notes = (
        label("ahead", "by_law", source=label("river_laws", "-".join(found.pair))),
        *_kept(seasons),
        label("ahead", "no_flow_forecast"),
    )
    says = label("ahead", "division_says", giver=state(found.giver), receiver=state(found.receiver))
    return Part(
        KEY,
        answer,
        below,
        says if volumes else f"{says} {label('ahead', 'no_season')}",
        notes,
        None,
        tuple(tables),
        rests,
    )


def _headline(found: Allocation, seasons: list[Season]) -> tuple[tuple[str, str], tuple[str, ...], tuple[Rest, ...]]:
    for season in seasons:
        for course in reversed(season.courses):
            plan, given, done = (course.volume(sort) for sort in (PLAN, GIVEN, DELIVERED))
            rests = tuple(rest for one in course.volumes for rest in one.rests)
            year = str(season.year)
            if plan and given and course.share_of_plan is not None:
                amounts = {
                    "given": amount(given.amount.value, found.unit, 4),
                    "plan": amount(plan.amount.value, found.unit, 4),
                }
                return (percent(course.share_of_plan), year), (label("ahead", "season_over", **amounts),), rests
            if done and course.ahead_percent is not None:
                said = {"given": amount(done.amount.value, found.unit, 4), "day": date_words(done.until)}
                sign = "+" if course.ahead_percent > 0 else ""
                answer = f"{sign}{percent(course.ahead_percent, 1)}"
                return (answer, year), (label("ahead", "season_so_far", **said),), rests
    shares: dict[str, list[str]] = {one.river: [] for one in found.shares}
    for one in found.shares:
        shares[one.river].append(percent(one.lawful))
    river, parts = next(iter(shares.items()))
    rests = tuple(rest for one in found.shares for rest in (*one.differing, *one.agreeing))
    return (" / ".join(parts), in_script(river)), (label("ahead", "no_season"),), rests


def _kept(seasons: list[Season]) -> tuple[str, ...]:
    """How far plans have been kept in past seasons."""
    ends = [season.course() or (season.courses[0] if len(season.courses) == 1 else None) for season in seasons]
    past = [course.share_of_plan for course in ends if course and course.share_of_plan is not None]
    if not past:
        return ()
    return (label("ahead", "kept", count=len(past), least=percent(min(past)), most=percent(max(past))),)


def _share(one: Share) -> Row:
    cells = (Kazakh(one.river), state(one.side), percent(one.lawful), str(len(one.agreeing)), str(len(one.differing)))
    return Row(cells, rests=(*one.differing, *one.agreeing))


def _course(season: Season, course: Course, found: Allocation) -> Iterator[Row]:
    head = (str(season.year), Kazakh(course.river) if course.river else label("ahead", "together"))
    for one in course.volumes:
        cells = (*head, label("waters", one.sort), amount(one.amount.value, found.unit, 4), date_words(one.until))
        yield Row(cells, label("ahead", "summed") if one.summed else "", one.rests)
    rests = tuple(rest for one in course.volumes for rest in one.rests)
    if course.ahead is not None and course.ahead_percent is not None:
        sign = "+" if course.ahead > 0 else ""
        words = f"{sign}{amount(course.ahead, found.unit, 4)} ({sign}{percent(course.ahead_percent, 1)})"
        yield Row((*head, label("waters", "ahead"), words, ""), rests=rests)
    if course.share_of_plan is not None:
        yield Row((*head, label("waters", "share of plan"), percent(course.share_of_plan), ""), rests=rests)
    if course.balance is not None:
        owed = found.receiver if course.balance.value < 0 else found.giver
        note = label("ahead", "owed", side=state(owed)) if course.balance.value else ""
        yield Row((*head, label("waters", "balance"), amount(course.balance.value, found.unit, 4), ""), note, rests)
    if course.forecast is not None:
        yield Row((*head, label("waters", "forecast"), span(course.forecast, found.unit, 4), ""), rests=rests)
