#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the C tables of telephone plans from the files in data/: daftar-phone-table.py DATA_FOLDER OUTPUT"""
import csv
import os
import re
import sys


def quoted(text):
    return '"' + text.replace('\\', '\\\\').replace('"', '\\"').replace('??', '?\\?') + '"'


def read_metadata(path):
    """Rows of phone-metadata.csv as (code, regions, idd): spaces around, and quotes inside, its semicolons."""
    with open(path, newline='') as f:
        for row in csv.reader(f, delimiter=';', quoting=csv.QUOTE_NONE):
            cells = [c.strip().strip('"') for c in row] + [''] * 8
            if cells[0].isdigit():
                yield cells[0], ([cells[1]] if cells[1] else []) + [r for r in cells[2].split(',') if r], cells[4]


folder, output = sys.argv[1:]
idds = {code: re.sub(r'\D', '', idd) for code, regions, idd in read_metadata(os.path.join(folder, 'phone-metadata.csv'))}
order = {code: regions for code, regions, idd in read_metadata(os.path.join(folder, 'phone-metadata.csv'))}
with open(os.path.join(folder, 'phone-plans.csv'), newline='') as f:
    plans = list(csv.DictReader(f))
with open(os.path.join(folder, 'phone-formats.csv'), newline='') as f:
    formats = list(csv.DictReader(f))

known = {p['calling_code'] for p in plans}
missing = known ^ set(order)
if missing:
    sys.exit('phone-plans.csv and phone-metadata.csv disagree about the calling codes %s' % ', '.join(sorted(missing)))


def rank(plan):
    regions = order[plan['calling_code']]
    return plan['calling_code'], regions.index(plan['region']) if plan['region'] in regions else 99


# A number is written with its calling code alone, so what is possible in one of its regions is possible.
possible = {}
for p in plans:
    possible.setdefault(p['calling_code'], set()).update(int(n) for n in p['lengths'].split())

with open(output, 'w') as out:
    out.write('/* Made from data/ by daftar-phone-table.py: do not edit. Data: libphonenumber 8.12.57 (Apache-2.0). */\n\n')
    out.write('static const DaftarPhonePlan plans[] = {\n')
    for p in sorted(plans, key=rank):
        lengths = sum(1 << n for n in possible[p['calling_code']])
        out.write('  { %s, %s, 0x%x, %s,\n    %s, %s, %s, %s, %s, %s },\n' % (
            quoted(p['calling_code']), quoted(p['region']), lengths, quoted(p['pattern']),
            quoted(idds[p['calling_code']]), quoted(p['international_prefix']), quoted(p['national_prefix']),
            quoted(p['strip']), quoted(p['transform']), quoted(p['own'])))
    out.write('};\n\nstatic const DaftarPhoneFormat formats[] = {\n')
    for f in formats:
        out.write('  { %s, %s, %s, %s, %s },\n' % tuple(quoted(f[k]) for k in (
            'calling_code', 'pattern', 'leading', 'home', 'abroad')))
    out.write('};\n')
