#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The prompt, typed at through a pseudo-terminal.

usage: prompt.py COMMAND
"""
import os
import pty
import re
import select
import sys
import time

PATIENCE = 20  # seconds for a slow machine; nothing waits that long


class Terminal:
    def __init__(self, command):
        self.text = ""
        self.child, self.fd = pty.fork()
        if self.child == 0:
            os.environ.update(TERM="xterm", LC_ALL="C.UTF-8",
                              HOME="/nonexistent")
            os.execv(command, [command])

    def read_until(self, prompt):
        """What came since the last prompt, up to this one."""
        end = time.monotonic() + PATIENCE
        while not self.text.endswith(prompt):
            if not select.select([self.fd], [], [], end - time.monotonic())[0]:
                sys.exit(f"no {prompt!r} after {self.text!r}")
            self.text += os.read(self.fd, 4096).decode(errors="replace")
        text, self.text = self.text, ""
        return re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", text).replace("\r", "")

    def type(self, keys, prompt=">>> "):
        os.write(self.fd, keys.encode())
        return self.read_until(prompt)

    def leave(self, keys):
        """Type keys, wait until the other side hangs up: its exit status."""
        os.write(self.fd, keys.encode())
        while select.select([self.fd], [], [], PATIENCE)[0]:
            try:
                if not os.read(self.fd, 4096):
                    break
            except OSError:  # Linux says so at the end
                break
        else:
            sys.exit(f"does not leave after {keys!r}")
        return os.waitstatus_to_exitcode(os.waitpid(self.child, 0)[1])


def check(what, condition, seen):
    if not condition:
        sys.exit(f"{what}: {seen!r}")
    print("ok:", what)


def main():
    command = os.path.abspath(sys.argv[1])
    try:
        os.close(os.openpty()[0])
    except OSError as error:
        print("skipped: no pseudo-terminal here:", error)
        sys.exit(77)
    t = Terminal(command)
    seen = t.read_until(">>> ")
    check("says its version", "sameseed" in seen and "NumPy" in seen, seen)
    t.type("np.random.seed(23)\n")
    seen = t.type("np.random.rand(3)\n")
    check("shows a value",
          "array([0.51729788, 0.9469626 , 0.76545976])" in seen, seen)
    seen = t.type("\x1b[A\n")
    check("history: the line before again", "array([" in seen, seen)
    seen = t.type("nonsense\n")
    check("an error does not end it", "prompt:1:1: NameError" in seen, seen)
    t.type("x = [1,\n", "... ")
    t.type("2]\n")
    check("an open bracket continues", "[1, 2]" in t.type("x\n"), "x")
    t.type("for i in range(2):\n", "... ")
    t.type("    print(i + 40)\n", "... ")
    seen = t.type("\n")
    check("a block ends with an empty line", "40\n41\n" in seen, seen)
    t.type("half a line", "line")  # its echo: the editor is listening
    t.type("\x03")
    check("Ctrl-C gives up a line", "7" in t.type("3 + 4\n"), "3 + 4")
    t.type("y = [\n", "... ")
    t.type("1", "1")
    t.type("\x03")
    check("Ctrl-C gives up open lines", "9" in t.type("4 + 5\n"), "4 + 5")
    seen = t.type("12 * 3\x014\n")  # Ctrl-A: 4 goes to the front
    check("keys edit the line", "1236" in seen, seen)
    check("Ctrl-D leaves with 0", t.leave("\x04") == 0, "status")
    t = Terminal(command)
    t.read_until(">>> ")
    check("exit leaves with 0", t.leave("exit\n") == 0, "status")


main()
