#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Install, then build the ten lines of C by pkg-config and by find_package:
both programs print the same three numbers.

usage: run.py BUILD_DIR SOURCE_DIR CC
"""
import os
import re
import subprocess
import sys
import tempfile

WANT = b"[0.51729788 0.9469626  0.76545976]\n"
PROJECT = """cmake_minimum_required(VERSION 3.25)
project(ten_lines LANGUAGES C)
find_package(sameseed REQUIRED)
add_executable(shared {source})
target_link_libraries(shared PRIVATE sameseed::sameseed)
add_executable(static {source})
target_link_libraries(static PRIVATE sameseed::sameseed_static)
"""


def run(command, **keywords):
    done = subprocess.run(command, capture_output=True, check=False, **keywords)
    if done.returncode:
        sys.exit(f"failed: {command}\n{done.stdout.decode()}"
                 f"{done.stderr.decode()}")
    return done.stdout


def find(prefix, name):
    for path, _, files in os.walk(prefix):
        if name in files:
            return path
    sys.exit(f"{name} was not installed")


def check(what, got):
    if got != WANT:
        sys.exit(f"{what} printed {got!r}, expected {WANT!r}")
    print(f"{what}: {got.decode().strip()}")


def by_pkg_config(prefix, source, cc, scratch):
    folder = find(prefix, "sameseed.pc")
    env = dict(os.environ, PKG_CONFIG_PATH=folder,
               LD_LIBRARY_PATH=find(prefix, "libsameseed.so"))
    for what, option in (("shared", []), ("static", ["--static"])):
        flags = run(["pkg-config", "--cflags", "--libs"] + option
                    + ["sameseed"], env=env).decode().split()
        if option:
            flags = [re.sub("^-lsameseed$", "-l:libsameseed.a", f)
                     for f in flags]
        program = os.path.join(scratch, "pc_" + what)
        run([cc, source, "-o", program] + flags)
        check(f"pkg-config, {what}", run([program], env=env))


def by_find_package(prefix, source, cc, scratch):
    project = os.path.join(scratch, "project")
    os.mkdir(project)
    with open(os.path.join(project, "CMakeLists.txt"), "w") as f:
        f.write(PROJECT.format(source=source))
    build = os.path.join(project, "build")
    run(["cmake", "-S", project, "-B", build, f"-DCMAKE_C_COMPILER={cc}",
         f"-DCMAKE_PREFIX_PATH={prefix}"])
    run(["cmake", "--build", build])
    for what in ("shared", "static"):
        check(f"find_package, {what}", run([os.path.join(build, what)]))


def check_command(prefix):
    command = os.path.join(find(os.path.join(prefix, "bin"), "sameseed"),
                           "sameseed")
    got = run([command, "-c", "np.random.seed(23); print(np.random.rand(3))"])
    check("the installed command", got)
    find(os.path.join(prefix, "share"), "sameseed.1")
    find(os.path.join(prefix, "share"), "_sameseed")


def main():
    build, source, cc = sys.argv[1:]
    program = os.path.join(source, "examples", "ten_lines.c")
    with tempfile.TemporaryDirectory() as scratch:
        prefix = os.path.join(scratch, "prefix")
        run(["cmake", "--install", build, "--prefix", prefix])
        by_pkg_config(prefix, program, cc, scratch)
        by_find_package(prefix, program, cc, scratch)
        check_command(prefix)


main()
