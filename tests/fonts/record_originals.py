"""Record how the sample words look in the fonts as their makers publish them.

Writes originals.tsv, against which test_font_shaping.py holds the files made from them.  Needs npm;
to be run when fonts.toml names a new version or samples.toml a new word.
"""

import tempfile
from pathlib import Path

from fonts import build
from tests.fonts.shaping import HERE, SAMPLES, figures, harfbuzz_font


def main():
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        for key, family in build.CONFIG["families"].items():
            files = build.fetch(family["package"], Path(folder))
            for face, paths in family["faces"].items():
                font = harfbuzz_font(files[paths[0]])
                for lang, words in SAMPLES.items():
                    for word in words:
                        found = figures(font, word, lang)
                        if found[0] >= 0:
                            lines.append("\t".join(map(str, (f"{key}-{face}", lang, word, *found))))
    HERE.joinpath("originals.tsv").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
