# SPDX-License-Identifier: MIT
"""Text as markup: everything escaped, runs as elements, languages and directions said. It knows no block."""

from __future__ import annotations

from html import escape

from walkthrough.export.direction import runs_leftwards
from walkthrough.export.document import Rich, Run, plain, runs
from walkthrough.export.xml_text import language_leftwards, safe_link, sayable


def words(text: str) -> str:
    """Plain text, escaped; line breaks are kept as `br`."""
    return escape(sayable(text)).replace("\n", "<br>")


def attribute(name: str, value: str) -> str:
    """An attribute with a space before it, or nothing where there is no value."""
    told = " ".join(sayable(value).split())
    return f' {name}="{escape(told)}"' if told else ""


def rich(text: Rich) -> str:
    """Text with its settings."""
    return words(text) if isinstance(text, str) else "".join(_run(run) for run in runs(text))


def settings(text: Rich, lang: str = "") -> str:
    """The attributes of an element that holds `text`: its language, and that its direction is its own."""
    return attribute("lang", lang) + (
        ' dir="auto"' if runs_leftwards(plain(text)) or language_leftwards(lang) else ""
    )


def is_blank(text: Rich) -> bool:
    """Whether nothing of it can be read."""
    return not sayable(plain(text)).strip()


def _run(run: Run) -> str:
    told = words(run.text)
    if not told:
        return ""
    if run.bold:
        told = f"<strong>{told}</strong>"
    if run.italic:
        told = f"<em>{told}</em>"
    link = safe_link(run.link)
    if link and run.text.strip():
        told = f'<a href="{escape(link)}" rel="noreferrer"{attribute("lang", run.lang)}>{told}</a>'
    elif run.lang:
        told = f"<span{settings(run.text, run.lang)}>{told}</span>"
    elif runs_leftwards(run.text):
        told = f"<bdi>{told}</bdi>"
    return told
