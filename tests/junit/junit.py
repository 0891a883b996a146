#!/usr/bin/python3
"""Reads what `cppo test --format junit` writes with a real JUnit parser, Debian's junitparser.

The project's own cases and stories, and a folder of a user's own with every character that XML
minds: what the parser finds must be what --json tells of the same run. Started with Debian's own
Python, because the parser is one of Debian's packages.
Usage: junit.py [CPPO]
"""
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

from junitparser import Failure, JUnitXml

ROOT = Path(__file__).resolve().parents[2]
AWKWARD = "a < b > c & \"d\" 'e' ]]> é \t\n\r \x01 \x7f \x85 \ufffe \U0001f600"
# What the schema of Jenkins' plug-in knows and we use; nothing that changes from run to run.
KNOWN = {"testsuites": {"tests", "failures"}, "testsuite": {"name", "tests", "failures"},
         "testcase": {"classname", "name"}, "failure": {"message"}}


def run(cppo: str, folder: Path, *words: str) -> tuple:
    done = subprocess.run([cppo, "test", *words], cwd=folder, capture_output=True, timeout=120)
    return done.returncode, done.stdout


def write_tests(folder: Path) -> None:
    """One that passes, some that fail, in folders and files with awkward names."""
    given = {"schema": 1, "currency": "USD", "price": "90.00",
             "lines": [{"description": "A", "list": "100.00", "quantity": 1, "discount": "20"}],
             "fees": {"marketplace": "3", "processing": "1"}}
    case = {"schema": 1, "name": AWKWARD, "given": given, "when": "quote"}
    inner = folder / "a <b> & \"c\""
    inner.mkdir()
    for name, expect in (("passes", {"price": "90.00"}),
                         ("fails", {"price": AWKWARD, "isv_net": "1.00"})):
        (inner / f"{name}.case.json").write_text(json.dumps({**case, "expect": expect}))
    (folder / "nothing.case.json").write_bytes(b"")
    (folder / "bytes.deal").write_bytes(b"# not UTF-8: \xff\xc3 \x00\nstatus x \"\xed\xa0\x80\"\n")
    (folder / "story.deal").write_text(
        "# Says & <does>\n2026-11-02 authorization new raf a ok\n")


def shown(text: str) -> str:
    """A text of --json as XML can hold it."""
    return "".join("?" if c in "\ufffe\uffff" or (c < " " and c not in "\t\n\r") else c
                   for c in text)


def same_tests(xml: JUnitXml, told: dict):
    """What the parser finds that --json does not tell, as (title, why)."""
    suites = list(xml)
    yield "one suite", "" if [s.name for s in suites] == ["cppo"] else "there are others"
    cases = list(suites[0])
    for holder in (xml, suites[0]):
        counts = holder.tests, holder.failures
        yield "counts", "" if counts == (len(cases), told["failed"]) else f"they are {counts}"
    yield "length", "" if len(cases) == len(told["tests"]) > 0 else f"{len(cases)} cases"
    for case, test in zip(cases, told["tests"]):
        folder, _, file = test["file"].rpartition("/")
        names = shown(folder), shown(f"{file}: {test['name']}")
        yield "names", "" if (case.classname, case.name) == names else f"{case.name!r}, {names!r}"
        found = [(type(failure), failure.message, failure.text) for failure in case.result]
        lines = [shown(line) for line in test["differences"]]
        wanted = [(Failure, lines[0], "\n".join(lines))] if lines else []
        yield "failure", "" if found == wanted else f"{found} for {wanted}"


def checks(cppo: str, folder: Path, *words: str):
    """Runs the tests at `words` and yields (title, why it is wrong or nothing)."""
    code, out = run(cppo, folder, *words, "--format", "junit")
    told_code, told = run(cppo, folder, *words, "--json")
    told = json.loads(told)
    try:
        xml = JUnitXml.fromstring(out)
    except Exception as error:  # the parser's own, or that of the XML library under it
        yield "accepted", f"the parser says: {error}"
        return
    yield "accepted", ""
    yield "exit code", "" if code == told_code == (told["failed"] > 0) else f"it is {code}"
    yield "the same again", "" if run(cppo, folder, *words, "--format", "junit")[1] == out else "no"
    for element in ElementTree.fromstring(out).iter():
        strange = set(element.attrib) - KNOWN.get(element.tag, set())
        yield element.tag, f"has {strange}" if strange or element.tag not in KNOWN else ""
    yield from same_tests(xml, told)


def main() -> None:
    cppo = str((ROOT / (sys.argv[1:] or ["build/native/cppo"])[0]).resolve())
    results = [*checks(cppo, ROOT, "tests/cases", "tests/stories")]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_tests(folder)
        results += checks(cppo, folder, ".")
        (folder / "empty").mkdir()
        answer = run(cppo, folder, "empty", "--format", "junit")
        results.append(("an empty folder", "" if answer == (2, b"") else f"answers {answer}"))
    failed = [(title, why) for title, why in results if why]
    for title, why in failed:
        print(f"FAILED {title}: {why}")
    print(f"{len(results) - len(failed)} passed, {len(failed)} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
