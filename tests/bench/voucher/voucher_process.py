#!/usr/bin/env python3
"""The voucher as a whole process: guitai-admin signs the clerk in, loads and checks the case, lays
the paper out, reads it back, journals the print and writes the file.

usage: voucher_process.py GUITAI_ADMIN
"""
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

EXAMPLES = pathlib.Path(__file__).parents[3] / "assets/examples"
PASSWORD = "sunny-day-42"


def main():
    admin = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)

        def ask(*words, lines=()):
            answer = subprocess.run(
                [admin, "--data", folder / "data", "--json", *words],
                input="".join(line + "\n" for line in lines), text=True, capture_output=True)
            if answer.returncode != 0:
                sys.exit(f"{words[0]} ended with {answer.returncode}: {answer.stderr}")
            return json.loads(answer.stdout)

        def as_clerk(*words):
            return ask(*words, "--user", "liming", lines=[PASSWORD])

        ask("init", "--agency", "110108520000", "--window", "01", "--name", "测试派出所")
        ask("user", "add", "liming", "--role", "clerk", lines=[PASSWORD])
        times = []
        for example in sorted(EXAMPLES.glob("under16-*.json")):
            case = as_clerk("case", "submit", example)["case"]
            if case["state"] != "accepted":  # a supervisor decides first
                continue
            number = case["acceptanceNumber"]
            begin = time.perf_counter()
            as_clerk("voucher", number, "--out", folder / f"{number}.pdf", "--reason", "first print")
            times.append((time.perf_counter() - begin) * 1000)
    print(f"guitai-admin voucher, the whole process with sign-in, {len(times)} cases")
    print(f"  median {statistics.median(times):4.0f} ms   longest {max(times):4.0f} ms")


main()
