"""Turns of phrase that are banned, each with what to write instead.

The texts of this project were once written in an idiom that reads as translated. These are the
phrases that came back most often; tidy.py rejects them.
"""
import re
from pathlib import Path

from source_text import comments_and_strings

# Which files are checked: in code, only comments and strings are.
CHECKED = ("*.md", "assets/*.txt", "core/*/*.cpp", "core/*/*.hpp", "native/*.cpp", "native/*/*.cpp",
           "native/*/*.hpp", "web/*/*.cpp", "web/*/*.hpp", "web/*/*.ts", "tests/*/*.mjs",
           "tests/*/*.cpp", "tests/*/*.hpp")

# Words that are data: what customers write, and a name in databases that exist.
DATA = {("custom_terms.cpp", "licence"), ("custom_terms.cpp", "licences"), ("store.ts", "sealed")}

# Phrase (letter case does not matter), and what to write instead.
INSTEAD = (
    (r"tak(?:e|es|en) back", "undo, or recover an amount"),
    (r"done? again", "redo"),
    (r"giv(?:e|es|en|ing) up|gave up", "write off, abandon, or stop"),
    (r"giv(?:e|es|en|ing) back|gave back", "refund or return"),
    (r"taken over", "imported or adopted"),
    (r"(?<!`)told(?!`)", "stated, reported, shown, or known"),
    (r"(?:stands|stood)(?! (?:for|out)\b)", "is, was, or appears"),
    (r"when left out", "default: …, or if omitted"),
    (r"by `?(?:modern-2024|seed-2019)", "under …"),
    (r"edition of the program", "program year, or rule set"),
    (r"sealed|sealing", "encrypted"),
    (r"files? that follows?", "auto-saved file"),
    (r"kept nowhere", "is not stored"),
    (r"(?:can|could) (?:not )?be had", "is available"),
    (r"domain (?:table )?\d", "rule n, of core/DECISIONS.md"),
    (r"licences?", "license"),
    (r"colours?|neighbours?|behaviours?|favours?", "the US spelling, without u"),
    # A sentence that begins with "Of", in prose, in a table or after a comment's mark.
    (r"(?:^\W*|[.:] |\| )(?-i:Of)(?! course)", "begin with the subject"),
)
PHRASES = [(re.compile(rf"(?<!\w)(?:{phrase})(?!\w)", re.IGNORECASE), better)
           for phrase, better in INSTEAD]


def wording_problems(file: Path, text: str):
    if not any(map(file.match, CHECKED)):
        return
    prose = text if file.suffix in (".md", ".txt") else comments_and_strings(text)
    for number, line in enumerate(prose.splitlines(), 1):
        for pattern, better in PHRASES:
            if (found := pattern.search(line)) and (file.name, found[0]) not in DATA:
                yield number, f"'{found[0].strip(' .:|')}' is banned: write '{better}'"
