#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Today: what to do now, in order; done with one key, taken back with another; both languages."""
import json
import os
import subprocess

from daftartest import BUILD, App, run

CTL = os.path.join(BUILD, 'src', 'cli', 'daftarctl')
WORDS = {'en': {'list': 'What to do now', 'done': 'Done'}, 'ar': {'list': 'ما يجب عمله الآن', 'done': 'تمّت'}}


def today(path):
    return json.loads(subprocess.run([CTL, '--file', path, '--json', 'today'], check=True, capture_output=True).stdout)


def work_it_off(lang):
    path = os.path.join(os.environ['HOME'], f'today-{lang}.daftar')
    subprocess.run([CTL, '--file', path, 'demo', '--seed', '7'], check=True, stdout=subprocess.DEVNULL)
    before = len(today(path))
    assert before > 5, f'the sample shop has only {before} things to do'
    with App('--page', 'today', lang=lang, file=path) as app:
        rows = lambda: app.find('list', WORDS[lang]['list']).get_child_count()
        app.wait_for(lambda: rows() == before, f'{before} rows')
        app.press(app.find('push button', WORDS[lang]['done']))
        app.wait_for(lambda: rows() == before - 1, 'one row less')
        assert len(today(path)) == before - 1, 'the file does not know'
        app.keys('ctrl+z')
        app.wait_for(lambda: rows() == before, 'the row again')


def test_work_it_off_in_english():
    work_it_off('en')


def test_work_it_off_in_arabic():
    work_it_off('ar')


run(test_work_it_off_in_english, test_work_it_off_in_arabic)
