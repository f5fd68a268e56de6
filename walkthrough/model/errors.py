# SPDX-License-Identifier: MIT
"""The two kinds of trouble the model tells of by code; everything else it raises is a mistake of ours.

It knows no sentence: `ui` and the command line turn a code and its facts into words.
"""

from __future__ import annotations


class Refused(Exception):
    """The user can put it right: said beside the field, nothing was written.

    Args:
        code: what is wrong, for example ``"text_missing"``.
        facts: what the sentence needs, for example ``field="owner"``.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


class FileTrouble(Exception):
    """The machine is in the way: a file or folder cannot be read or written as asked.

    Codes: ``not_a_workbook``, ``newer`` (facts: schema), ``damaged``, ``read_only``, ``disk_full``,
    ``missing``, ``no_folder``, ``exists``, ``in_use`` (facts: who, host, since), ``busy``, ``cannot_open``,
    ``moved``, ``cannot_write``, ``name_too_long``, ``linked``,
    ``upgrade_failed`` (facts: why). All bear ``path``.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts
