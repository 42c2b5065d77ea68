#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What evolution-data-server's address book takes for the same questions: eds-contacts.py TABLE FIELD=TEXT…

Fills the built-in address book of an empty home, on a session bus of its own, with the people of TABLE (name, number,
address) and prints for each question its text, how many are found, and the median microseconds of five."""

import csv
import sys
import time

import gi

gi.require_version('EBook', '1.2')
gi.require_version('EBookContacts', '1.2')
gi.require_version('EDataServer', '1.2')
from gi.repository import EBook, EBookContacts, EDataServer  # noqa: E402

AT_ONCE = 2000


def card(name, number, address, *_):
    first, last = name.split(' ')[0], name.split(' ')[-1]
    return EBookContacts.Contact.new_from_vcard(
        f'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nN:{last};{first}\r\nTEL;TYPE=CELL:{number}\r\n'
        f'EMAIL:{address}\r\nEND:VCARD\r\n')


def main():
    source = EDataServer.SourceRegistry.new_sync(None).ref_builtin_address_book()
    client = EBook.BookClient.connect_sync(source, 30, None)
    with open(sys.argv[1], encoding='utf-8') as f:
        rows = list(csv.reader(f))[1:]
    for start in range(0, len(rows), AT_ONCE):
        client.add_contacts_sync([card(*row) for row in rows[start:start + AT_ONCE]], 0, None)
    for question in sys.argv[2:]:
        field, text = question.split('=')
        times = []
        for _ in range(5):
            start = time.monotonic()
            _, found = client.get_contacts_uids_sync(f'(contains "{field}" "{text}")', None)
            times.append(time.monotonic() - start)
        print(f'{text}\t{len(found)}\t{sorted(times)[2] * 1e6:.0f}', flush=True)


main()
