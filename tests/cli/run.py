#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Run the cases of one topic: <case>.sh by sh, and compare what comes out.

usage: run.py COMMAND TOPIC_DIR [CASE...]

A case stands in its folder, finds `sameseed` in PATH and may write into
$SCRATCH. <case>.stdout is what it prints (nothing when it is missing),
<case>.exit its status (0), <case>.stderr what it says there (not compared
when it is missing, but it must not be a sanitizer's report).
"""
import difflib
import os
import subprocess
import sys
import tempfile


def read(path, otherwise):
    if not os.path.exists(path):
        return otherwise
    with open(path, "rb") as f:
        return f.read()


def difference(what, want, got):
    if want == got:
        return ""
    a, b = (x.decode(errors="backslashreplace").splitlines()
            for x in (want, got))
    lines = list(difflib.unified_diff(a, b, f"expected {what}", f"{what} now",
                                      lineterm=""))
    return "\n".join(line[:300] for line in lines[:40]) or f"{what} differs"


def run_case(folder, case, path):
    with tempfile.TemporaryDirectory() as scratch:
        env = dict(os.environ, PATH=path, SCRATCH=scratch, LC_ALL="C.UTF-8")
        done = subprocess.run(["sh", case + ".sh"], cwd=folder, env=env,
                              stdin=subprocess.DEVNULL, capture_output=True,
                              timeout=300, check=False)
    base = os.path.join(folder, case)
    problems = [difference("stdout", read(base + ".stdout", b""), done.stdout)]
    want = int(read(base + ".exit", b"0"))
    if done.returncode != want:
        problems.append(f"exit status {done.returncode}, expected {want}; "
                        f"stderr: {done.stderr[-2000:].decode()}")
    expected = read(base + ".stderr", None)
    if expected is not None:
        problems.append(difference("stderr", expected, done.stderr))
    if b"Sanitizer" in done.stderr or b"runtime error:" in done.stderr:
        problems.append(done.stderr[-4000:].decode(errors="replace"))
    return [p for p in problems if p]


def main():
    command, folder = os.path.abspath(sys.argv[1]), sys.argv[2]
    cases = sys.argv[3:] or sorted(name[:-3] for name in os.listdir(folder)
                                   if name.endswith(".sh"))
    failed = 0
    with tempfile.TemporaryDirectory() as bin_dir:
        os.symlink(command, os.path.join(bin_dir, "sameseed"))
        path = bin_dir + os.pathsep + os.environ["PATH"]
        for case in cases:
            problems = run_case(folder, case, path)
            for problem in problems:
                print(f"{case}: {problem}")
            failed += bool(problems)
    topic = os.path.basename(os.path.normpath(folder))
    print(f"{topic}: {len(cases)} cases, {failed} failed")
    sys.exit(failed > 0 or not cases)


main()
