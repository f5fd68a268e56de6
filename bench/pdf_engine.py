# SPDX-License-Identifier: MIT
"""Writes one plan with one PDF engine, ours or a peer's, in a process of its own; prints seconds and memory.

    python bench/pdf_engine.py ENGINE FOLDER ROUNDS

FOLDER holds what `pdf_peers.py` put there: the plan as our own tree, and as plain content for the others.
"""

from __future__ import annotations

import html
import io
import json
import pickle
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

Content = list[dict[str, Any]]
POINTS = 9.4  # the size of the text in tables, as ours has it
MARGIN_MM = 21


def ours(folder: Path, out: Path) -> Callable[[], None]:
    """Our own tagged writer."""
    from walkthrough.export.pdf.writer import pdf_bytes

    document = pickle.loads((folder / "plan.pickle").read_bytes())
    return lambda: _put(out, pdf_bytes(document))


def weasyprint(folder: Path, out: Path) -> Callable[[], None]:
    """WeasyPrint, tagged as PDF/UA-1."""
    import weasyprint as engine

    page = as_html(folder, _content(folder))
    return lambda: _put(out, engine.HTML(string=page).write_pdf(pdf_variant="pdf/ua-1"))


def typst(folder: Path, out: Path) -> Callable[[], None]:
    """Typst, tagged as PDF/UA-1."""
    import typst as engine

    source, fonts = as_typst(_content(folder)).encode(), [str(_fonts(folder))]
    return lambda: _put(out, engine.compile(source, font_paths=fonts, pdf_standards=["ua-1"]))


def fpdf2(folder: Path, out: Path) -> Callable[[], None]:
    """The library fpdf2, which writes no tags for this."""
    from fpdf import FPDF

    def write() -> None:
        pdf = FPDF(format="letter")
        pdf.set_margins(MARGIN_MM, MARGIN_MM)
        for style, name in (("", "Regular"), ("B", "Bold")):
            pdf.add_font("Body", style, _fonts(folder) / f"AtkinsonHyperlegibleNext-{name}.ttf")
        pdf.add_page()
        for block in _content(folder):
            _with_fpdf2(pdf, block)
        pdf.output(str(out))

    return write


def _with_fpdf2(pdf: Any, block: dict[str, Any]) -> None:
    match block["kind"]:
        case "heading":
            pdf.set_font("Body", "B", 22 - 4 * block["level"])
            pdf.multi_cell(0, text=block["text"], new_x="LMARGIN", new_y="NEXT")
        case "text":
            pdf.set_font("Body", size=10.5)
            pdf.multi_cell(0, text=block["text"], new_x="LMARGIN", new_y="NEXT")
        case "table":
            pdf.set_font("Body", size=POINTS)
            with pdf.table(col_widths=block["weights"], text_align="LEFT", v_align="TOP") as table:
                for row in (block["heads"], *block["rows"]):
                    table.row(row)
        case "picture":
            pdf.image(io.BytesIO(block["svg"].encode()), w=pdf.epw)


def as_html(folder: Path, content: Content) -> str:
    """The plan as a page for print."""
    said = html.escape
    face = "@font-face { font-family: Body; src: url('%s'); font-weight: %d }"
    faces = "".join(
        face % ((_fonts(folder) / f"AtkinsonHyperlegibleNext-{name}.ttf").as_uri(), weight)
        for name, weight in (("Regular", 400), ("Bold", 700))
    )
    parts = []
    for block in content:
        match block["kind"]:
            case "heading":
                parts.append(f"<h{block['level']}>{said(block['text'])}</h{block['level']}>")
            case "text":
                parts.append(f"<p>{said(block['text'])}</p>")
            case "table":
                heads = "".join(f"<th>{said(one)}</th>" for one in block["heads"])
                rows = "".join(
                    f"<tr>{''.join(f'<td>{said(one)}</td>' for one in row)}</tr>" for row in block["rows"]
                )
                parts.append(f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>")
            case "picture":
                parts.append(f'<figure role="img" aria-label="{said(block["alt"])}">{block["svg"]}</figure>')
    rules = (
        "@page { size: letter; margin: 21mm; @bottom-right { content: counter(page) } }"
        " body { font: 10.5pt/1.4 Body } table { border-collapse: collapse; width: 100%; font-size: 9.4pt }"
        " td, th { border-bottom: .5pt solid grey; vertical-align: top; text-align: left; padding: 5pt }"
        " tr, figure { break-inside: avoid }"
    )
    head = f"<meta charset='utf-8'><title>Plan</title><style>{faces}{rules}</style>"
    return f"<!doctype html><html lang='en'><head>{head}</head><body>{''.join(parts)}</body></html>"


def as_typst(content: Content) -> str:
    """The plan as a Typst file; its strings are spelled as JSON's."""
    parts = [
        '#set document(title: "Plan")\n',
        '#set page(paper: "us-letter", margin: 21mm, numbering: "1")\n',
        '#set text(font: "Atkinson Hyperlegible Next", size: 10.5pt, lang: "en")\n',
    ]
    for block in content:
        match block["kind"]:
            case "heading":
                parts.append(f"#heading(level: {block['level']}, {json.dumps(block['text'])})\n")
            case "text":
                parts.append(f"#par({json.dumps(block['text'])})\n")
            case "table":
                columns = ", ".join(f"{weight}fr" for weight in block["weights"])
                heads = ", ".join(json.dumps(one) for one in block["heads"])
                cells = ", ".join(json.dumps(one) for row in block["rows"] for one in row)
                parts.append(
                    f"#[#set text({POINTS}pt)\n#table(columns: ({columns}), stroke: .4pt + gray,"
                    f" table.header({heads}), {cells})]\n"
                )
            case "picture":
                svg, alt = json.dumps(block["svg"]), json.dumps(block["alt"])
                parts.append(f'#image(bytes({svg}), format: "svg", width: 100%, alt: {alt})\n')
    return "".join(parts)


def _content(folder: Path) -> Content:
    content: Content = json.loads((folder / "plan.json").read_text("utf-8"))
    return content


def _fonts(folder: Path) -> Path:
    return Path((folder / "fonts").read_text("utf-8"))


def _put(out: Path, content: bytes) -> None:
    out.write_bytes(content)


def _peak_memory() -> float:
    """In MB; what the kernel tells of a process's usage counts the one that started it, too."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def main() -> None:
    """Write once, then ROUNDS times more."""
    engine, folder, rounds = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    out = folder / f"{engine}.pdf"
    write = {"ours": ours, "weasyprint": weasyprint, "typst": typst, "fpdf2": fpdf2}[engine](folder, out)
    write()
    memory = _peak_memory()
    warm = []
    for _ in range(rounds):
        begin = time.perf_counter()
        write()
        warm.append(time.perf_counter() - begin)
    told = {"memory": memory, "warm": median(warm) if warm else 0.0, "bytes": out.stat().st_size}
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main()
