#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A complaint from beginning to end, by keyboard, in both languages: made, answered, noted, put off, solved, undone."""
import os
import sqlite3
import subprocess

from daftartest import BUILD, App, run

CTL = os.path.join(BUILD, 'src', 'cli', 'daftarctl')
NEW, OPEN, WAITING_CUSTOMER, WAITING_US, SOLVED = range(5)
WORDS = {
    'en': {'empty': 'No tickets yet', 'name': 'Amal Haddad', 'subject': 'The kettle is broken', 'said': 'It leaks!',
           'answer': 'We exchange it today', 'note': 'She prefers evenings', 'calm': 'When do you open',
           'resolution': 'Exchanged', 'cause': 'A faulty part', 'solved': 'Solved: \u2068Exchanged\u2069. Cause: \u2068A faulty part\u2069',
           'event': 'Status: Solved', 'note-word': 'Note', 'tickets': 'Tickets', 'late': 'Within the hour'},
    'ar': {'empty': 'لا تذاكر بعد', 'name': 'أمل الحداد', 'subject': 'الغلاية مكسورة', 'said': 'تسرب الماء',
           'answer': 'نستبدلها اليوم', 'note': 'تفضل المساء', 'calm': 'متى تفتحون',
           'resolution': 'استبدلت', 'cause': 'قطعة معيبة', 'solved': 'الحل: \u2068استبدلت\u2069. السبب: \u2068قطعة معيبة\u2069',
           'event': 'الحالة: محلولة', 'note-word': 'ملاحظة داخلية', 'tickets': 'التذاكر', 'late': 'خلال ساعة'},
}


def shop(name):
    """A shop that is open day and night, so that it does not matter when the test runs."""
    path = os.path.join(os.environ['HOME'], f'{name}.daftar')
    subprocess.run([CTL, '--file', path, 'init', '--name', 'نور', '--country', 'SA', '--language', 'ar'], check=True,
                   stdout=subprocess.DEVNULL)
    with sqlite3.connect(path) as db:
        db.execute('DELETE FROM working_hours')
    return path


def ask(path, sql):
    with sqlite3.connect(f'file:{path}?mode=ro', uri=True) as db:
        return db.execute(sql).fetchall()


def await_rows(app, path, sql, expected):
    app.wait_for(lambda: ask(path, sql) == expected, f'{sql} to be {expected}, not {ask(path, sql)}')


def catch_links():
    """A program of our own for what answers open: it writes down what it was given."""
    home = os.environ['HOME']
    opened = os.path.join(home, 'opened')
    applications = os.path.join(os.environ['XDG_DATA_HOME'], 'applications')
    os.makedirs(applications, exist_ok=True)
    script = os.path.join(home, 'catch')
    with open(script, 'w', encoding='utf-8') as file:
        file.write(f'#!/bin/sh\necho "$1" >> "{opened}"\n')
    os.chmod(script, 0o755)
    schemes = ';'.join(f'x-scheme-handler/{scheme}' for scheme in ('tel', 'sms', 'mailto', 'https'))
    with open(os.path.join(applications, 'catch.desktop'), 'w', encoding='utf-8') as file:
        file.write(f'[Desktop Entry]\nType=Application\nName=Catch\nExec={script} %u\nMimeType={schemes};\n')
    with open(os.path.join(applications, 'mimeapps.list'), 'w', encoding='utf-8') as file:
        file.write('[Default Applications]\n')
        file.writelines(f'{scheme}=catch.desktop\n' for scheme in schemes.split(';'))
    return opened


def choose(app, name, times):
    """The choice in a drop-down that stands so many places below the first one."""
    app.focus(name)
    app.keys('space')
    app.wait_for(lambda: 'GtkPopover' in app.focused(), 'the choices')
    app.keys(*['Down'] * times, 'Return')
    app.wait_for(lambda: 'GtkPopover' not in app.focused(), 'the choices to close')


def new_ticket(app, name, phone, subject, said, kind=0, channel=0, mood=0, priority=0):
    app.keys('ctrl+shift+n')
    app.wait_for(lambda: 'customer-entry' in app.focused(), 'the customer')
    app.type(name)
    app.wait_for(lambda: app.shown('customer-choices'), 'the choices')
    app.keys('Down', 'Return')
    if phone:
        app.wait_for(lambda: 'ticket-phone' in app.focused(), 'the number')
        app.type(phone)
        app.keys('Tab')
    app.wait_for(lambda: 'ticket-new-subject' in app.focused(), 'the subject')
    app.type(subject)
    app.keys('Tab')
    app.wait_for(lambda: 'ticket-body' in app.focused(), 'the words')
    app.type(said)
    for choice, times in (('ticket-kind', kind), ('ticket-channel', channel), ('ticket-new-mood', mood),
                          ('ticket-new-priority', priority)):
        if times:
            choose(app, choice, times)
    app.keys('ctrl+Return')
    app.wait_for(lambda: not app.shown('ticket-new-subject'), 'the form to close')


def write(app, key, text):
    app.focus('inbox-list')
    app.keys(key)
    app.wait_for(lambda: 'composer-text' in app.focused(), 'the composer')
    app.type(text)
    app.keys('ctrl+Return')
    app.label(text)


def order(app, words):
    """The subjects of the list from the top."""
    listing = app.find('list', words['tickets'])
    return [row.get_name().split(', ')[0] for row in (listing.get_child_at_index(i)
                                                      for i in range(listing.get_child_count()))]


def complaint(lang):
    words = WORDS[lang]
    path = shop(f'complaint-{lang}')
    opened = catch_links()
    state = 'SELECT kind, mood, priority, status, first_response_at IS NOT NULL, next_at IS NOT NULL FROM ticket WHERE id = 1'
    with App('--page', 'inbox', lang=lang, file=path) as app:
        app.label(words['empty'])
        new_ticket(app, words['name'], '0501234567', words['subject'], words['said'], kind=1, channel=5, mood=3,
                   priority=2)
        await_rows(app, path, state, [(1, 3, 2, NEW, 0, 1)])
        app.label(words['said'])
        app.label(words['late'])
        new_ticket(app, words['name'], None, words['calm'], words['calm'])
        await_rows(app, path, 'SELECT count(*), count(DISTINCT customer_id) FROM ticket', [(2, 1)])
        app.wait_for(lambda: order(app, words) == [words['subject'], words['calm']], 'the older complaint on top')

        # The complaint is answered on WhatsApp: its program opens with the text, and the other one is next.
        app.focus('inbox-list')
        app.keys('k')
        app.label(words['said'])
        write(app, 'r', words['answer'])
        await_rows(app, path, state, [(1, 3, 2, OPEN, 1, 1)])
        app.wait_for(lambda: open(opened, encoding='utf-8').read().startswith('https://wa.me/966501234567?text='),
                     'WhatsApp to open')
        os.unlink(opened)
        app.wait_for(lambda: order(app, words) == [words['calm'], words['subject']], 'the unanswered one on top')

        # A note is no answer and looks like none.
        write(app, 'n', words['note'])
        app.label(words['note-word'])
        await_rows(app, path, 'SELECT kind, direction, count(*) FROM ticket_message WHERE ticket_id = 1 GROUP BY 1, 2',
                   [(0, 1, 1), (0, 2, 1), (1, 0, 1)])
        assert not os.path.exists(opened), 'a note opened a program'

        # Put off by its menu: the first of that section.
        app.focus('inbox-list')
        app.keys('s')
        app.wait_for(lambda: 'GtkPopoverMenu' in app.focused(), 'the menu')
        app.keys('Down', 'Down', 'Return')
        await_rows(app, path, 'SELECT status, wait_until = next_at FROM ticket WHERE id = 1', [(WAITING_US, 1)])

        # Solved, with what the reports need to know; and taken back.
        app.focus('inbox-list')
        app.keys('e')
        app.wait_for(lambda: 'solve-resolution' in app.focused(), 'the question how')
        app.type(words['resolution'])
        app.keys('Return')
        app.wait_for(lambda: 'solve-cause' in app.focused(), 'the question why')
        app.type(words['cause'])
        app.keys('Return')
        await_rows(app, path, state, [(1, 3, 2, SOLVED, 1, 0)])
        app.label(words['solved'])
        app.keys('ctrl+z')
        await_rows(app, path, 'SELECT status, wait_until = next_at, resolution IS NULL FROM ticket WHERE id = 1',
                   [(WAITING_US, 1, 1)])
        await_rows(app, path, "SELECT voided FROM ticket_event WHERE what = 'status' ORDER BY id", [(0,), (0,), (1,)])


def test_complaint_in_english():
    complaint('en')


def test_complaint_in_arabic():
    complaint('ar')


def test_narrow():
    """On 400 pixels list and ticket follow each other, and the way back is there."""
    path = os.path.join(os.environ['HOME'], 'narrow.daftar')
    subprocess.run([CTL, '--file', path, 'demo', '--seed', '7'], check=True, stdout=subprocess.DEVNULL)
    with App('--page', 'inbox', lang='ar', file=path) as app:
        app.resize(400, 700)
        app.wait_for(lambda: app.shown('inbox-list') and not app.shown('ticket-subject'), 'the list alone')
        app.focus('inbox-list')
        app.keys('j', 'Return')
        app.wait_for(lambda: app.shown('ticket-subject') and not app.shown('inbox-list'), 'the ticket alone')
        x, _, width, _ = app.locate('ticket-subject')
        assert x >= 0 and width <= 400, (x, width)
        app.keys('r')
        app.wait_for(lambda: 'composer-text' in app.focused(), 'the composer')
        app.keys('alt+Right')
        app.wait_for(lambda: app.shown('inbox-list'), 'the list again')


def test_pointer():
    """The pointer that passes over the list changes nothing; one click opens."""
    path = os.path.join(os.environ['HOME'], 'pointer.daftar')
    subprocess.run([CTL, '--file', path, 'demo', '--seed', '7'], check=True, stdout=subprocess.DEVNULL)
    with App('--page', 'inbox', file=path) as app:
        x, y, width, _ = app.locate('inbox-list')
        app.wait_for(lambda: len(order(app, WORDS['en'])) > 2, 'rows')
        for step in range(8):
            subprocess.run(['xdotool', 'mousemove', str(int(x + width / 2)), str(int(y + 40 + 20 * step))], check=True)
        app.screenshot(os.path.join(os.environ['TMPDIR'], 'passed.png'))
        assert not app.shown('ticket-subject'), 'the ticket followed the pointer'
        app.point('inbox-list', at=(0.5, 0.1))
        app.wait_for(lambda: app.shown('ticket-subject'), 'the ticket that was clicked')


if __name__ == '__main__':
    run(test_complaint_in_english, test_complaint_in_arabic, test_narrow, test_pointer)
