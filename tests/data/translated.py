#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every string of the sources stands translated, and not as a guess, in every catalogue."""
import os
import re
import subprocess
import sys
import tempfile

root = sys.argv[1]


def entries(path):
    """The catalogue as {(context, id): (fuzzy, [translations])}, read through msgcat so that lines are whole."""
    text = subprocess.run(['msgcat', '--no-wrap', '--force-po', path], check=True, capture_output=True,
                          env={**os.environ, 'LC_ALL': 'C.UTF-8'}).stdout.decode()
    found = {}
    for block in text.split('\n\n'):
        lines = [line for line in block.split('\n') if not line.startswith('#~')]
        joined = re.sub(r'"\n"', '', '\n'.join(lines))
        ident = re.search(r'^msgid "(.*)"$', joined, re.M)
        if not ident or not ident.group(1):
            continue
        context = re.search(r'^msgctxt "(.*)"$', joined, re.M)
        values = re.findall(r'^msgstr(?:\[\d\])? "(.*)"$', joined, re.M)
        fuzzy = any(line.startswith('#,') and 'fuzzy' in line for line in lines)
        found[(context.group(1) if context else None, ident.group(1))] = (fuzzy, values)
    return found


def main():
    with tempfile.TemporaryDirectory() as folder:
        pot = os.path.join(folder, 'daftar.pot')
        subprocess.run([os.path.join(root, 'po', 'extract'), pot], check=True)
        wanted = entries(pot)
    bad = 0
    for language in open(os.path.join(root, 'po', 'LINGUAS')).read().split():
        have = entries(os.path.join(root, 'po', language + '.po'))
        for key, (_, forms) in wanted.items():
            fuzzy, values = have.get(key, (False, []))
            plural = len(forms) > 1
            if fuzzy or not values or not all(values) or (plural and language == 'ar' and len(values) != 6):
                why = 'fuzzy' if fuzzy else 'not translated'
                print(f'{language}: {why}: {key[1]!r}' + (f' (context {key[0]!r})' if key[0] else ''))
                bad += 1
        print(f'{language}: {len(wanted)} strings, {bad} to do')
    return 1 if bad or not wanted else 0


sys.exit(main())
