#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody is in the notebook twice, is deleted, comes back, and is erased for good; both languages."""
import json
import os
import subprocess

from daftartest import BUILD, App, run

CTL = os.path.join(BUILD, 'src', 'cli', 'daftarctl')
WORDS = {
    'en': {'all': 'All customers', 'duplicates': 'Find Duplicates…', 'same': 'Same person: Amal Haddad, Amal Hadad',
           'distinct': 'Different people: Amal Haddad, Amal Hadad', 'none': 'No duplicates', 'merged': 'Customers merged', 'undo': 'Undo',
           'bin': 'Bin', 'more': 'More', 'delete': 'Delete', 'restore': 'Restore: Amal Haddad', 'empty': 'The bin is empty',
           'history': 'History', 'back': 'Undo: Customers merged', 'erase': 'Erase for Good…', 'gone': 'Erased for good',
           'search': 'Search customers', 'edit': 'Edit'},
    'ar': {'all': 'كل العملاء', 'duplicates': 'البحث عن المكررين…', 'same': 'الشخص نفسه: Amal Haddad، Amal Hadad',
           'distinct': 'شخصان مختلفان: Amal Haddad، Amal Hadad', 'none': 'لا مكررين', 'merged': 'تم دمج العملاء', 'undo': 'تراجع',
           'bin': 'سلة المحذوفات', 'more': 'المزيد', 'delete': 'حذف', 'restore': 'استعادة: Amal Haddad', 'empty': 'سلة المحذوفات فارغة',
           'history': 'السجل', 'back': 'تراجع: دمج عملاء', 'erase': 'محو نهائي…', 'gone': 'تم المحو النهائي',
           'search': 'البحث في العملاء', 'edit': 'تعديل'},
}


def ctl(path, *args):
    done = subprocess.run([CTL, '--file', path, '--json', *args], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def shop(name):
    path = os.path.join(os.environ['HOME'], f'{name}.daftar')
    ctl(path, 'init', '--language', 'ar')
    ctl(path, 'customer', 'add', 'Amal Haddad', '--phone', '0501234567', '--city', 'Jeddah')
    ctl(path, 'customer', 'add', 'Amal Hadad', '--phone', '+966501234567', '--city', 'Riyadh', '--email', 'amal@example.com')
    ctl(path, 'customer', 'add', 'Karim Saleh', '--phone', '0507654321')
    return path


def cities(path):
    return {row['name']: row['city'] for row in ctl(path, 'customer', 'list')}


def close(app, dialog):
    """Escape, and the window below has the keyboard again."""
    app.keys('Escape')
    app.wait_for(lambda: app.focused() and dialog not in app.focused(), f'{dialog} to close')


def merge(lang):
    """Found as a pair, made one with the other's city, taken back from the history days later; then told apart."""
    words = WORDS[lang]
    path = shop(f'merge-{lang}')
    with App('--page', 'customers', lang=lang, file=path) as app:
        app.menu(words['all'], words['duplicates'])
        app.press(app.find('push button', words['same']))
        app.wait_for(lambda: app.shown('merge-stays-0'), 'the two side by side')
        app.focus('merge-city-1')
        app.keys('space')
        app.keys('ctrl+Return')
        app.wait_for(lambda: cities(path) == {'Amal Haddad': 'Riyadh', 'Karim Saleh': None}, 'one of two')
        app.wait_for(lambda: app.label(words['none']), 'no pair any more')
        close(app, 'duplicates-dialog')
        app.set_text(app.find('text', words['search']), 'amal@example')
        app.focus('customers-search')
        app.keys('Return')
        app.wait_state(app.find('push button', words['edit']), 'SENSITIVE')
        app.menu(words['more'], words['history'])
        app.press(app.find('push button', words['back'], into_tables=True))
        app.wait_for(lambda: cities(path) == {'Amal Haddad': 'Jeddah', 'Amal Hadad': 'Riyadh', 'Karim Saleh': None},
                     'two again, each as before')
        close(app, 'history-dialog')
        app.menu(words['all'], words['duplicates'])
        app.press(app.find('push button', words['distinct']))
        app.wait_for(lambda: app.label(words['none']), 'no pair')
        close(app, 'duplicates-dialog')
    assert ctl(path, 'customer', 'duplicates') == []


def merge_undo(lang):
    """Undone at once by Ctrl+Z."""
    words = WORDS[lang]
    path = shop(f'undo-{lang}')
    before = cities(path)
    with App('--page', 'customers', lang=lang, file=path) as app:
        app.menu(words['all'], words['duplicates'])
        app.press(app.find('push button', words['same']))
        app.wait_for(lambda: app.shown('merge-stays-0'), 'the two side by side')
        app.keys('ctrl+Return')
        app.wait_for(lambda: len(cities(path)) == 2, 'one of two')
        app.wait_for(lambda: app.label(words['none']), 'no pair any more')
        close(app, 'duplicates-dialog')
        app.keys('ctrl+z')
        app.wait_for(lambda: cities(path) == before, 'two again')


def bin_and_erase(lang):
    """Deleted, found in the bin, restored; erased when the name is typed, and not before."""
    words = WORDS[lang]
    path = shop(f'bin-{lang}')
    with App('--page', 'customers', lang=lang, file=path) as app:
        app.set_text(app.find('text', words['search']), 'Haddad')
        app.focus('customers-search')
        app.keys('Return')
        app.wait_state(app.find('push button', words['edit']), 'SENSITIVE')
        app.menu(words['more'], words['delete'])
        app.wait_for(lambda: 'Amal Haddad' not in cities(path), 'the bin')
        app.menu(words['all'], words['bin'])
        app.press(app.find('push button', words['restore'], into_tables=True))
        app.wait_for(lambda: 'Amal Haddad' in cities(path), 'the list')
        app.wait_for(lambda: app.label(words['empty']), 'an empty bin')
        close(app, 'bin-dialog')
        app.set_text(app.find('text', words['search']), 'Karim')
        app.focus('customers-search')
        app.keys('Return')
        app.wait_state(app.find('push button', words['edit']), 'SENSITIVE')
        app.menu(words['more'], words['erase'])
        app.wait_for(lambda: app.shown('erase-name'), 'the question')
        app.focus('erase-name')
        app.type('Karim')
        app.keys('ctrl+Return')
        app.type(' saleh')
        assert 'Karim Saleh' in cities(path)
        app.keys('ctrl+Return')
        app.wait_for(lambda: 'Karim Saleh' not in cities(path), 'nothing of Karim')
        app.wait_for(lambda: not app.shown('erase-name'), 'the dialog to close')
    assert ctl(path, 'customer', 'list', '--deleted') == []
    with open(path, 'rb') as file:
        content = file.read()
    assert b'Karim' not in content and b'507654321' not in content and b'Amal' in content


def test_merge_in_english():
    merge('en')


def test_merge_in_arabic():
    merge('ar')


def test_merge_undo_in_english():
    merge_undo('en')


def test_merge_undo_in_arabic():
    merge_undo('ar')


def test_bin_and_erase_in_english():
    bin_and_erase('en')


def test_bin_and_erase_in_arabic():
    bin_and_erase('ar')


run(test_merge_in_english, test_merge_in_arabic, test_merge_undo_in_english, test_merge_undo_in_arabic,
    test_bin_and_erase_in_english, test_bin_and_erase_in_arabic)
