#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first start in both languages: the questions, then a file of 20,000 customers, from choosing it to the list."""
import csv
import os
import subprocess

from daftartest import App, run

SCHEMA = 'io.github.daftarapp.Daftar'
SAMPLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), '../fixtures/csv/customers-utf-8.csv')
N = 20000
WORDS = {
    'en': {'name': 'Noor Trading', 'shop': 'Your shop', 'welcome': 'Welcome', 'done': 'Done', 'count': '20,000',
           'language': 'start-english', 'undone': 'The import was taken back', 'empty': 'Enter the name of your shop.'},
    'ar': {'name': 'نور للتجارة', 'shop': 'متجرك', 'welcome': 'أهلًا بك', 'done': 'تم', 'count': '20,000',
           'language': 'start-arabic', 'undone': 'تم التراجع عن الاستيراد', 'empty': 'أدخل اسم متجرك.'},
}


def shop(name):
    return os.path.join(os.environ['HOME'], f'{name}.daftar')


def pictures(app, name):
    folder = os.environ.get('DAFTAR_PICTURES')
    if folder:
        os.makedirs(folder, exist_ok=True)
        app.screenshot(os.path.join(folder, f'start-{name}-{app.lang}.png'))


def big_file():
    """The people of the sample again and again, each with a number of their own, and two rows that say nothing."""
    path = os.path.join(os.environ['HOME'], 'customers.csv')
    with open(SAMPLE, encoding='utf-8-sig', newline='') as handle:
        rows = list(csv.reader(handle))
    with open(path, 'w', encoding='utf-8', newline='') as handle:
        writer = csv.writer(handle)
        writer.writerow(rows[0])
        for number in range(N):
            row = list(rows[1 + number % (len(rows) - 1)])
            row[2] = f'05{number:08d}'
            row[3] = ''
            writer.writerow(row)
        writer.writerow(['', '', '', '', 'الرياض', '', ''])
        writer.writerow(['', '', '', '', 'جدة', '', ''])
    return path


def forget_language():
    subprocess.run(['gsettings', 'reset', SCHEMA, 'language'], check=True)


def choose_language(app, words):
    app.locate('start')
    pictures(app, 'language')
    app.point(words['language'])
    app.find('label', words['shop'])


def answer(app, words):
    app.focus('start-continue')
    app.keys('Return')
    app.find('label', words['empty'])
    app.focus('start-name')
    app.type(words['name'])
    app.wait_for(lambda: app.shown('start-name'), 'the name')
    pictures(app, 'shop')
    app.focus('start-continue')
    app.keys('Return')
    app.find('label', words['welcome'])
    pictures(app, 'first')


def bring_in(app, words):
    app.locate('import-columns', timeout=20)
    pictures(app, 'columns')
    app.focus('import-next')
    app.keys('Return')
    app.locate('import-new', timeout=60)
    assert words['count'] in app.labels(), app.labels()
    pictures(app, 'result')
    app.focus('import-next')
    app.keys('Return')
    app.locate('import-done', timeout=60)
    pictures(app, 'done')


def first_start(lang):
    forget_language()
    words = WORDS[lang]
    with App('--import', big_file(), lang=lang, file=shop(f'first-{lang}')) as app:
        app.locate('start')
        app.wait_for(app.window_id, 'the window on the display')
        app.resize(1000, 740)
        choose_language(app, words)
        answer(app, words)
        app.point('start-import')
        app.locate('import-dialog')
        bring_in(app, words)
        app.focus('import-close')
        app.keys('Return')
        app.wait_for(lambda: app.shown('customers-page'), 'the customers')
        app.wait_for(lambda: any(words['count'] in text for text in app.labels()), 'the count of the list')
        pictures(app, 'list')


def test_first_start_in_english():
    first_start('en')


def test_first_start_in_arabic():
    first_start('ar')


def test_language_restarts():
    """Arabic chosen on an English desktop: the program begins again in Arabic, at the next question."""
    forget_language()
    with App(lang='en', file=shop('restart')) as app:
        app.locate('start')
        app.point('start-arabic')
        app.wait_for(lambda: app.direction() == 'rtl', 'the window from right to left')
        app.locate('start-continue')


def test_start_empty():
    forget_language()
    words = WORDS['en']
    with App(lang='en', file=shop('empty')) as app:
        choose_language(app, words)
        answer(app, words)
        app.point('start-empty')
        app.wait_for(lambda: app.shown('sidebar'), 'the window')
    # The questions are asked once.
    with App(lang='en', file=shop('empty')) as app:
        app.wait_for(lambda: app.shown('sidebar'), 'the window')


run(test_first_start_in_english, test_first_start_in_arabic, test_language_restarts, test_start_empty)
