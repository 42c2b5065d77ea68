#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares daftar_phone_normalise(), _country() and _format() with libphonenumber (python3-phonenumbers) over the example
numbers of all calling codes, each in several spellings. Prints TAP and the agreement.

test-phone-oracle.py PRINT_PHONES PHONES_CSV [--verbose]"""
import csv
import subprocess
import sys

import phonenumbers
from phonenumbers import PhoneNumberFormat as F

# Agreement that was reached with libphonenumber 8.12.57, in percent; less is a fault.
LEAST = {'normal form': 100.0, 'country': 100.0, 'format': 100.0, 'read back': 100.0}

EASTERN = str.maketrans('0123456789', '٠١٢٣٤٥٦٧٨٩')
PERSIAN = str.maketrans('0123456789', '۰۱۲۳۴۵۶۷۸۹')


def spellings(number, region):
    """Pairs of the country where it is written and the text."""
    e164 = phonenumbers.format_number(number, F.E164)
    there = phonenumbers.format_number(number, F.INTERNATIONAL)
    home = phonenumbers.format_number(number, F.NATIONAL)
    abroad = 'SA' if region != 'SA' else 'EG'
    yield abroad, e164
    yield None, there
    yield abroad, '\u202a' + there + '\u202c'
    yield abroad, there.translate(EASTERN)
    yield abroad, there.replace(' ', '\u00a0').replace('-', '\u2011')
    yield abroad, '00' + e164[1:]
    yield abroad, '00' + e164[1:].translate(PERSIAN)
    if region != '001':
        yield region, e164
        yield region, home
        yield region, home.translate(EASTERN)
        yield region, ''.join(c for c in home if c.isdigit())


def main():
    program, path = sys.argv[1:3]
    verbose = '--verbose' in sys.argv
    cases = []
    with open(path, newline='', encoding='utf-8') as f:
        for row in csv.DictReader(l for l in f if not l.startswith('#')):
            number = phonenumbers.parse('+' + row['calling_code'] + row['national_number'], None)
            for country, text in spellings(number, row['region']):
                cases.append((country, text, row))
    lines = ''.join('%s\t%s\t%s\n' % (country or '', row['region'] if i % 2 else 'SA', text)
                    for i, (country, text, row) in enumerate(cases))
    answers = subprocess.run([program], input=lines.encode(), stdout=subprocess.PIPE, check=True).stdout.decode()
    right = dict.fromkeys(LEAST, 0)
    total = dict.fromkeys(LEAST, 0)
    for i, ((country, text, row), answer) in enumerate(zip(cases, answers.splitlines())):
        norm, region, formatted, again = answer.split('\t')
        home = row['region'] if i % 2 else 'SA'
        try:
            number = phonenumbers.parse(text, country)
            expected = phonenumbers.format_number(number, F.E164)[1:]
            if not phonenumbers.is_possible_number(number):
                expected = ''
        except phonenumbers.NumberParseException:
            number, expected = None, ''

        def check(what, got, wanted):
            total[what] += 1
            right[what] += got == wanted
            if got != wanted and verbose:
                print('# %s: %s (%s %s) in %s: %r, expected %r' % (what, text, row['region'], row['type'], country, got,
                                                                 wanted))

        check('normal form', norm, expected)
        check('read back', again, norm)
        if norm == expected and norm:
            wanted = phonenumbers.region_code_for_number(number)
            check('country', region, wanted if wanted and wanted != '001' else '')
            same = phonenumbers.country_code_for_region(home) == number.country_code
            check('format', formatted, phonenumbers.format_number(number, F.NATIONAL if same else F.INTERNATIONAL))
    print('1..%d' % (len(LEAST) + 1))
    print('%sok 1 - %d spellings answered' % ('' if len(answers.splitlines()) == len(cases) > 10000 else 'not ', len(cases)))
    for n, what in enumerate(LEAST):
        percent = 100.0 * right[what] / total[what]
        print('%sok %d - %s agrees in %.2f %% of %d' % ('' if percent >= LEAST[what] else 'not ', n + 2, what, percent,
                                                        total[what]))


main()
