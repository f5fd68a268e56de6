# SPDX-License-Identifier: MIT
"""What a killed program left in the temporary folder goes at a later start, and nobody else's files do."""

from __future__ import annotations

import os
import tempfile
import time

from walkthrough.export.left_over import sweep_temporary

TWO_DAYS = 2 * 24 * 60 * 60


def test_only_old_folders_of_ours_are_swept(tmp_path, monkeypatch):
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    old = time.time() - TWO_DAYS
    for name, file in (
        ("walkthrough-ab12cd_9", "1.pdf"),
        ("walkthrough-gh34cd_9", ".2-ab12cd34.part"),
        ("walkthrough-check-ab12cd_9", "copy.walkthrough"),
        ("walkthrough-workshop", "ours.pdf"),
        ("other-ab12cd_9", "1.pdf"),
    ):
        (folder / name).mkdir()
        (folder / name / file).touch()
        os.utime(folder / name, (old, old))
    (folder / "walkthrough-ffffffff").mkdir()
    (folder / "walkthrough-eeeeeeee").touch()
    os.utime(folder / "walkthrough-eeeeeeee", (old, old))
    sweep_temporary()
    left = {path.name for path in folder.iterdir()}
    assert left == {"walkthrough-workshop", "other-ab12cd_9", "walkthrough-ffffffff", "walkthrough-eeeeeeee"}
