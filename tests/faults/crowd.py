"""The command line on full and read-only disks, and with many processes at once.

The full disk is a real file system of a few kilobytes in its own namespace, if the system allows
that. Commands on the read-only folder run as the user nobody, because root can write anywhere.
"""
import os
import shutil
import subprocess
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

WRITERS, DEALS_EACH, IMPORTS = 6, 6, 40
NOBODY = 65534
SET = ["deal", "set", "--id", "loom-backup", "--field", "price", "--on", "2026-11-20", "--value"]
# A full disk: the import is refused and changes nothing; once there is room, it works.
FULL = """set -e
mount -t tmpfs -o size=300k tmpfs disk
"$0" --data disk/data data sample
"$0" --data disk/data data export before.json
cat /dev/zero >disk/ballast 2>/dev/null || true
"$0" --data disk/data data import other.json --replace 2>refusal && exit 3
grep -q 'STORAGE_FAILED .*No space left on device' refusal
"$0" --data disk/data data export after.json
cmp before.json after.json
test ! -e disk/data/batch.new
rm disk/ballast
"$0" --data disk/data data import other.json --replace
"$0" --data disk/data data export after.json --force
cmp other.json after.json
"""


def run(cppo: Path, folder: Path, *words: str, data: str = "data", **options):
    return subprocess.run([cppo, "--data", data, *words], cwd=folder, capture_output=True,
                          text=True, timeout=60, **options)


def full_disk(cppo: Path, folder: Path) -> str:
    inside = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c"]
    (folder / "disk").mkdir()
    if subprocess.run([*inside, "mount -t tmpfs tmpfs disk"], cwd=folder,
                      capture_output=True).returncode:
        print("skipped: full disk, because this system allows no mounts without privileges")
        return ""
    run(cppo, folder, "data", "sample")
    run(cppo, folder, *SET, "470000")
    run(cppo, folder, "data", "export", "other.json")
    ran = subprocess.run([*inside, FULL, cppo], cwd=folder, capture_output=True, text=True)
    return f"{ran.returncode}: {ran.stdout}{ran.stderr}" if ran.returncode else ""


def read_only(cppo: Path, folder: Path) -> str:
    run(cppo, folder, "data", "sample")
    nobody = {"user": NOBODY, "group": NOBODY} if os.getuid() == 0 else {}
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    before = run(cppo, folder, "data", "export", "-", **nobody)
    refused = run(cppo, folder, *SET, "470000", **nobody)
    first = run(cppo, folder, *SET, "470000", data="other", **nobody)
    after = run(cppo, folder, "data", "export", "-", **nobody)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755)
    for ran in (refused, first):
        if ran.returncode != 1 or "STORAGE_FAILED" not in ran.stderr:
            return f"answers {ran.returncode}: {ran.stderr}"
    return "" if before.returncode == 0 and before.stdout == after.stdout else "not as before"


def two_writers(cppo: Path, folder: Path) -> str:
    run(cppo, folder, "data", "sample")
    before = run(cppo, folder, "data", "export", "-").stdout
    export = folder / "other.json"
    export.write_text(before.replace("Loom & Thread", "Loom"))
    with subprocess.Popen(["flock", "data", "sh", "-c", "echo; cat"], cwd=folder,
                          stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        holder.stdout.readline()
        second = run(cppo, folder, "data", "import", str(export), "--replace")
        during = run(cppo, folder, "data", "export", "-").stdout
        holder.communicate()
    if second.returncode != 1 or "STORAGE_FAILED data: Another command is writing" not in (
            second.stderr):
        return f"the second is answered {second.returncode}: {second.stderr}"
    if during != before:
        return "the second has changed something"
    third = run(cppo, folder, "data", "import", str(export), "--replace")
    return "" if third.returncode == 0 else f"the next is refused: {third.stderr}"


def insistent(cppo: Path, folder: Path, *words: str) -> str:
    """Repeats a command until no one else is writing. Returns any other refusal."""
    while True:
        ran = run(cppo, folder, *words)
        if ran.returncode == 0:
            return ""
        if "STORAGE_FAILED data: Another command is writing" not in ran.stderr:
            return ran.stderr


def many_writers(cppo: Path, folder: Path) -> str:
    run(cppo, folder, "data", "sample")
    names = [[f"deal-{writer}-{n}" for n in range(DEALS_EACH)] for writer in range(WRITERS)]

    def add(mine: list) -> str:
        return "".join(insistent(cppo, folder, "deal", "new", "--authorization", "nimbus-2026",
                                 "--id", name, "--on", "2026-11-20") for name in mine)

    with ThreadPoolExecutor(WRITERS) as pool:
        refused = "".join(pool.map(add, names))
    if refused:
        return refused
    there = {file.stem for file in (folder / "data/deals").iterdir()}
    lost = sorted({name for mine in names for name in mine} - there)
    checked = run(cppo, folder, "data", "check")
    return f"lost: {lost}" if lost else checked.stderr


def readers(cppo: Path, folder: Path) -> str:
    """Imports two desks in turn while readers look, who must always see one of the two."""
    run(cppo, folder, "data", "sample")
    seen, stop = [], threading.Event()
    exports = [run(cppo, folder, "data", "export", "-").stdout]
    run(cppo, folder, "workspace", "set", "--field", "contact", "--value", "Nobody")
    run(cppo, folder, *SET, "470000")
    exports.append(run(cppo, folder, "data", "export", "-").stdout)
    for number, text in enumerate(exports):
        (folder / f"{number}.json").write_text(text)

    def look() -> None:
        while not stop.is_set():
            seen.append(run(cppo, folder, "data", "export", "-").stdout)

    threads = [threading.Thread(target=look) for _ in range(2)]
    for thread in threads:
        thread.start()
    for number in range(IMPORTS):
        ran = run(cppo, folder, "data", "import", f"{number % 2}.json", "--replace")
        if ran.returncode:
            break
    stop.set()
    for thread in threads:
        thread.join()
    if ran.returncode:
        return f"an import is refused: {ran.stderr}"
    mixed = sum(text not in exports for text in seen)
    both = len(set(seen)) == 2
    return f"{mixed} of {len(seen)} saw a mixture" if mixed else "" if both else "one desk only"


def checks(cppo: Path) -> list:
    """(title, problem or nothing) for every check."""
    results = []
    for check in (full_disk, read_only, two_writers, many_writers, readers):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            folder.chmod(0o755)
            own = folder / "cppo"  # the user nobody may not have access to the build folder
            shutil.copy(cppo, own)
            (folder / "desk").mkdir()
            results.append((check.__name__.replace("_", " "), check(own, folder / "desk")))
    return results
