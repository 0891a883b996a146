"""Rules of scripts/tidy.py that need to know C++ names, or more than one file."""
import re
from pathlib import Path

from source_text import without_comments_and_strings

# An unqualified call with an argument of a type from std::, such as a string or a vector, also
# considers the functions of std::. Whether it then picks theirs, or cannot decide, depends on which
# headers the standard library happens to include: a newer one stops the build. So no free function
# of ours is called like a template of theirs that takes anything.
STD_NAMES = """
    accumulate advance all_of any_of apply begin bind clamp copy count data distance empty end
    equal exchange fill find for_each format forward get hash includes invoke max merge min
    mismatch move next none_of partition prev print println quoted ref remove replace reverse
    rotate search size sort swap to_array to_string transform unique visit
""".split()
FREE_FUNCTION = re.compile(
    rf"^(?! |return\b|using\b|else\b)[\w:<>,*&\[\] ]*[ *&]({'|'.join(STD_NAMES)})\(", re.M)
# The functions there take the places of the C library's own, so they must have their names.
STAND_INS = "tests/faults"

TEST_CASE = re.compile(r'TEST_CASE\(\s*((?:"(?:\\.|[^"\\])*"\s*)+)(?:,\s*"([^"]*)")?')
INCLUDE = re.compile(r'#include "([^"]+)"')


def name_problems(file: Path, text: str):
    if file.suffix not in (".cpp", ".hpp") or file.as_posix().startswith(STAND_INS):
        return
    code = without_comments_and_strings(text)
    for found in FREE_FUNCTION.finditer(code):
        line = code.count("\n", 0, found.start()) + 1
        yield line, f"names a function '{found[1]}', as std:: does: give it a name of its own"


def tag_problems(file: Path, text: str):
    """A test without its folder's tag would be run by neither `ctest -R` nor scripts/dev."""
    folders = file.parts[:-1]
    if file.suffix != ".cpp" or folders[:1] != ("tests",) or folders[1:2] not in (
            ("core",), ("native",), ("view",)):
        return
    tag = f"[{folders[2] if folders[1] == 'core' else folders[1]}]"
    for found in TEST_CASE.finditer(text):
        if tag not in (found[2] or ""):
            yield text.count("\n", 0, found.start()) + 1, f"begins a test without the tag {tag}"


def dead_files(texts: dict[Path, str]):
    """Headers nobody includes, scripts nobody names, expected texts no test reads."""
    included = {name for text in texts.values() for name in INCLUDE.findall(text)}
    for file, text in texts.items():
        path = file.as_posix()
        if file.suffix == ".hpp":
            endings = {"/".join(file.parts[n:]) for n in range(len(file.parts))}
            if not endings & included:
                yield file, "is included by no file: remove it"
        if path.startswith("scripts/") and not any(
                path in other or f"from {file.stem} import" in other
                for where, other in texts.items() if where != file):
            yield file, "is a script that no other file names: remove it, or say what it is for"


def dead_golden_files(texts: dict[Path, str]):
    """A folder compared as a whole finds its own: check_golden_folder()."""
    tests = "".join(text for file, text in texts.items()
                    if file.suffix == ".cpp" and file.parts[0] == "tests")
    root = Path("tests/golden")
    for file in sorted(found for found in root.rglob("*") if found.is_file()):
        name = file.relative_to(root)
        if f'"{name}"' not in tests and f'check_golden_folder("{name.parent}"' not in tests:
            yield file, "is an expected text that no test reads: remove it"
