# SPDX-License-Identifier: MIT
"""A screen in memory. Its pixels are read from a file, so that looking at them costs the program nothing."""

from __future__ import annotations

import mmap
import os
import struct
import subprocess
import tempfile
from pathlib import Path

from PIL import Image

WIDTH, HEIGHT = 1600, 1000


class VirtualScreen:
    """An Xvfb of its own; `name` is its DISPLAY."""

    def __init__(self, width: int = WIDTH, height: int = HEIGHT) -> None:
        self._size = (width, height)
        self._folder = tempfile.TemporaryDirectory()
        read_end, write_end = os.pipe()
        self._server = subprocess.Popen(
            [
                *("Xvfb", "-displayfd", str(write_end), "-screen", "0", f"{width}x{height}x24"),
                *("-fbdir", self._folder.name, "-nolisten", "tcp", "-br", "-noreset", "-nocursor"),
            ],
            pass_fds=(write_end,),
            stderr=subprocess.DEVNULL,
        )
        os.close(write_end)
        with os.fdopen(read_end) as number:  # read to its end: closing early would kill the server
            self.name = ":" + number.readline().strip()
        with Path(self._folder.name, "Xvfb_screen0").open("rb") as file:
            self._memory = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        head = struct.unpack(">25I", self._memory[:100])  # the head of an X window dump
        self._start = head[0] + head[19] * 12
        self._row = head[12]

    def close(self) -> None:
        """Take the screen down."""
        self._server.terminate()
        self._server.wait()
        self._memory.close()
        self._folder.cleanup()

    def pixels(self) -> bytes:
        """What is on the screen now."""
        return self._memory[self._start : self._start + self._row * self._size[1]]

    def picture(self, pixels: bytes | None = None) -> Image.Image:
        """These pixels as an image, or those of now."""
        now = self.pixels() if pixels is None else pixels
        return Image.frombytes("RGB", self._size, now, "raw", "BGRX", self._row)
