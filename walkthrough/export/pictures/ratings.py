# SPDX-License-Identifier: MIT
"""A round of ratings with words: dots for this round, hollow ones for the round before it."""

from __future__ import annotations

from walkthrough.export.calendar import day_words, short_day
from walkthrough.export.charts.marks import paragraph, tall
from walkthrough.export.charts.ratings import RatingsInput, RatingsWords, build_ratings
from walkthrough.export.fonts import wrap
from walkthrough.export.rating_words import again_words, fact_words, few_words, said_words, sheets_words
from walkthrough.export.scene import Scene
from walkthrough.model.queries.rounds import AskedRow, RoundRow
from walkthrough.model.rules.spread import span
from walkthrough.wording import Wording

_SIZE = 10.0


def question_words(words: Wording, asked: AskedRow) -> str:
    """What was asked: the part that was rated, or the stage as a whole."""
    round_ = asked.newest
    return round_.question or round_.dimension or words.gettext("Which stage are we in?")


def round_words(words: Wording, round_: RoundRow) -> str:
    """What a round says, as one sentence or two; with too few ballots their number only."""
    if round_.told is None:
        return few_words(words, round_.ballots)
    facts = (said_words(words, round_.told), *fact_words(words, round_.told, round_.tallies))
    sheets = sheets_words(words, round_.ballots, round_.handed_out, round_.spoilt)
    return " ".join(f"{fact}." for fact in (*facts, sheets) if fact)


def asked_words(words: Wording, asked: AskedRow) -> str:
    """What the round that may be shown says; then that it was asked again, where too few answered."""
    said, again = round_words(words, asked.newest), asked.again
    return f"{said} {again_words(words, again.day, again.ballots)}" if again else said


def earlier_words(words: Wording, asked: AskedRow, round_: RoundRow) -> str:
    """Which round an earlier one was: of the same check, or of another day; and if it was open."""
    _ = words.gettext
    if round_.check_id == asked.newest.check_id:
        name = _("The round before, in this check")
    else:
        name = short_day(words, round_.day)
    return _("{round}, show of hands").format(round=name) if round_.is_open else name


def ratings_scene(words: Wording, asked: AskedRow, width: float = 500.0) -> Scene:
    """The newest round of a question as a picture, the last earlier one beneath it.

    With too few ballots the picture is one sentence that says so.

    Args:
        words: of the reader's language.
        asked: the question, from `rounds_of_check`.
        width: in points.
    """
    newest = asked.newest
    said = round_words(words, newest)
    summary = f"{question_words(words, asked)} {said}"
    if newest.told is None:
        return _sentence(said, summary, width)
    _ = words.gettext
    beneath = asked.beneath
    now = _("Show of hands, {day}") if newest.is_open else _("Ratings, {day}")
    return build_ratings(
        RatingsInput(
            stages=tuple(stage.name for stage in asked.stages),
            tallies=newest.tallies,
            reach=span(newest.tallies),
            middle=newest.told.middle,
            words=RatingsWords(
                stage=_("Stage"),
                not_sure=_("Not sure"),
                middle=_("Middle"),
                now=now.format(day=short_day(words, newest.day)),
                earlier=earlier_words(words, asked, beneath) if beneath else "",
            ),
            says=_says(words, asked),
            summary=_with_earlier(words, asked, summary),
            earlier=beneath.tallies if beneath else (),
            width=width,
        )
    )


def _sentence(text: str, summary: str, width: float) -> Scene:
    lines = wrap(text, width, _SIZE)
    return Scene(width, tall(len(lines), _SIZE) + 4.0, tuple(paragraph(lines, 0.0, 0.0, _SIZE)), summary)


def _with_earlier(words: Wording, asked: AskedRow, summary: str) -> str:
    beneath = asked.beneath
    if beneath is None:
        return summary
    if beneath.check_id == asked.newest.check_id:
        before = words.gettext("The round before: {words}")
        return f"{summary} {before.format(words=round_words(words, beneath))}"
    before = words.gettext("On {day}: {words}")
    return f"{summary} {before.format(day=day_words(words, beneath.day), words=round_words(words, beneath))}"


def _says(words: Wording, asked: AskedRow) -> tuple[str, ...]:
    """A sentence for each column, the one for "not sure" last."""
    _, newest, beneath = words.gettext, asked.newest, asked.beneath
    names = [_("Stage {n}, {name}").format(n=stage.number, name=stage.name) for stage in asked.stages]
    found = []
    for at, name in [*enumerate(names, start=1), (0, _("Not sure"))]:
        votes = words.ngettext("{n} rating", "{n} ratings", newest.tallies[at]).format(n=newest.tallies[at])
        if beneath is not None:
            votes = _("{now}, {n} in the round before").format(now=votes, n=beneath.tallies[at])
        found.append(_("{title}: {text}").format(title=name, text=votes))
    return tuple(found)
