#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Step 6 of the day: follow-ups done with their outcome, put off, and added as people say it, in both languages."""
import os
import re
import sqlite3
import subprocess
import time

import daftartest
from daftartest import App, poll

FILL = os.path.join(daftartest.BUILD, 'tests', 'support', 'fill-shop')
WORDS = {
    'en': {'late': 'Call about the delivery', 'offer': 'Send the offer', 'hour': 'In an Hour', 'tomorrow': 'tomorrow',
           'today': 'Ask about the size'},
    'ar': {'late': 'الاتصال بشأن التوصيل', 'offer': 'إرسال عرض السعر', 'hour': 'بعد ساعة', 'tomorrow': 'غدًا',
           'today': 'سؤالها عن المقاس'},
}


def shop(name, lang):
    path = os.path.join(os.environ['HOME'], f'{name}-{lang}.daftar')
    subprocess.run([FILL, path, lang], check=True)
    return path


def ask(path, sql, *values):
    with sqlite3.connect(f'file:{path}?mode=ro', uri=True) as db:
        return db.execute(sql, values).fetchall()


def page(lang, name):
    path = shop(name, lang)
    app = App('--page', 'followups', lang=lang, file=path)
    app.label(WORDS[lang]['offer'])
    app.wait_for(lambda: 'follow-ups-list' in app.focused(), 'the list to be focused')
    return app, path


def shows(app, text):
    """Whether a label says so. Rows that are just going away answer with errors: they say nothing."""
    def says(node):
        try:
            return daftartest.matches(node, 'label', text)
        except Exception:  # noqa: BLE001
            return False
    return any(says(node) for node in daftartest.walk(app.root, True))


def answer(app, key):
    app.locate('outcome')
    app.keys(key)
    app.wait_for(lambda: not app.shown('outcome'), 'the question to close')


def first_row(app):
    """From the heading, which takes the focus first, to the first follow-up."""
    app.keys('Home', 'Down')


def done(lang):
    """The round check's key, an answer by its number, and back again by Ctrl+Z."""
    words = WORDS[lang]
    app, path = page(lang, 'done')
    with app:
        first_row(app)
        app.keys('space')
        answer(app, '1')
        poll(lambda: ask(path, 'SELECT status, result FROM follow_up WHERE title = ?', words['offer']) == [(1, 1)], 'it to be done')
        app.wait_for(lambda: not shows(app, words['offer']), 'the row to go')
        app.keys('ctrl+z')
        poll(lambda: ask(path, 'SELECT status, result FROM follow_up WHERE title = ?', words['offer']) == [(0, 0)], 'it to be open')
        app.label(words['offer'])


def test_done_in_english():
    done('en')


def test_done_in_arabic():
    done('ar')


def no_answer(lang):
    words = WORDS[lang]
    app, path = page(lang, 'no-answer')
    with app:
        first_row(app)
        app.keys('space')
        answer(app, '2')
        tomorrow = time.strftime('%Y-%m-%d', time.gmtime(time.time() + 3 * 3600 + 86400))
        poll(lambda: ask(path, 'SELECT status, result, due_day FROM follow_up WHERE title = ? ORDER BY id',
                         words['offer'])[1:] == [(0, 0, tomorrow)], 'it to come again tomorrow')


def test_no_answer_in_english():
    no_answer('en')


def test_no_answer_in_arabic():
    no_answer('ar')


def snooze(lang):
    words = WORDS[lang]
    app, path = page(lang, 'snooze')
    with app:
        first_row(app)
        before = time.time()
        app.keys('s')
        app.press(app.find('menu item', words['hour']))
        poll(lambda: ask(path, 'SELECT next_at FROM follow_up WHERE title = ? AND status = 0',
                         words['offer'])[0][0] / 1e6 >= before + 3590, 'it to be put off')
        app.wait_for(lambda: not app.exists('menu item', words['hour']) or 'DaftarWindow' in app.focused()[-1:], 'the menu to close')


def test_snooze_in_english():
    snooze('en')


def test_snooze_in_arabic():
    snooze('ar')


def add(lang):
    """"tomorrow" and "غدًا", half past five in the digits of the language."""
    app, path = page(lang, 'add')
    with app:
        app.keys('ctrl+shift+n')
        app.locate('follow-up-dialog')
        app.wait_for(lambda: 'follow-up-title' in app.focused(), 'the title to be asked')
        app.type('Order the parts' if lang == 'en' else 'طلب القطع')
        app.focus('day-entry')
        app.keys('ctrl+a')
        app.type('tomorrow' if lang == 'en' else 'غدا')
        app.focus('follow-up-time')
        app.type('25:99')
        app.keys('ctrl+Return')
        app.wait_for(lambda: app.shown('form-error'), 'the refusal of 25:99')
        app.keys('ctrl+a')
        app.type('17:30' if lang == 'en' else '١٧:٣٠')
        app.keys('ctrl+Return')
        app.wait_for(lambda: not app.shown('follow-up-dialog'), 'the form to close')
        tomorrow = time.strftime('%Y-%m-%d', time.gmtime(time.time() + 3 * 3600 + 86400))
        found = ask(path, 'SELECT title, due_day, due_minute FROM follow_up ORDER BY id DESC LIMIT 1')
        assert found == [('Order the parts' if lang == 'en' else 'طلب القطع', tomorrow, 1050)], found


def test_add_in_english():
    add('en')


def test_add_in_arabic():
    add('ar')


def test_done_list():
    app, path = page('en', 'list')
    with app:
        first_row(app)
        app.keys('space')
        answer(app, '3')
        app.wait_for(lambda: not shows(app, 'Send the offer'), 'the row to go')
        app.point('follow-ups-done')
        app.label('Send the offer')
        app.find('label', re.compile('^Left a message'))


daftartest.run(test_done_in_english, test_done_in_arabic, test_no_answer_in_english, test_no_answer_in_arabic,
               test_snooze_in_english, test_snooze_in_arabic, test_add_in_english, test_add_in_arabic, test_done_list)
